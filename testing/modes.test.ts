import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type RunningBank, startBank } from '../bank/index.ts'
import { json } from '../engine/exchange.ts'
import type { Plan } from '../engine/plan/make-plan.ts'
import type { KeptRun } from '../engine/run.ts'
import { consentOf, testClient } from './bank-client.ts'
import { runProfile, troubles, writeProfile } from './bank-run.ts'

const patience = 30_000
const everything = [
  'ReadAccountsBasic',
  'ReadAccountsDetail',
  'ReadBalances',
  'ReadTransactionsBasic',
  'ReadTransactionsDetail',
]

let folder: string
let bank: RunningBank | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-modes-'))
})
afterEach(async () => {
  await bank?.close()
  bank = undefined
  rmSync(folder, { recursive: true })
})

/** A bank whose user gave a consent before, with the refresh token of it in a file. */
const standing = async (options: Parameters<typeof startBank>[0], permissions = everything) => {
  bank = await startBank(options)
  const client = testClient(bank)
  const { answer, consent } = await client.userToken(consentOf({ Permissions: permissions }))
  const tokenFile = join(folder, 'refresh-token')
  const token = String(answer.json.refresh_token)
  writeFileSync(tokenFile, `${token}\n`, { mode: 0o644 })
  const authorisation = {
    mode: 'refresh-token',
    token: { file: 'refresh-token' },
    consentId: consent.ConsentId,
    permissions,
  }
  return { bank, authorisation, token, tokenFile, file: writeProfile(bank, folder, { authorisation }) }
}

const refreshes = ({ recording }: KeptRun) =>
  recording.exchanges.filter(
    ({ purpose, request: { body } }) => purpose === 'refresh the token' && body?.includes('grant_type=refresh_token'),
  )

describe('with a refresh token', () => {
  test.each([
    ['that rotates, the new one is kept', true],
    ['that stays, the file is left as it was', false],
  ])('%s', { timeout: patience }, async (_, rotateRefreshToken) => {
    const { authorisation, file, token, tokenFile } = await standing({ rotateRefreshToken })
    const plans: Plan[] = []
    const run = await runProfile(file, { onPlan: (plan) => plans.push(plan) })

    expect(troubles(run)).toEqual([])
    expect(run).toMatchObject({ exitCode: 0, report: { result: 'conformant', scope: 'part' } })
    expect(plans.map(({ journeys }) => journeys)).toEqual([0])
    expect(run.recording.exchanges.filter(({ operation }) => operation === 'authorization')).toEqual([])

    const [refresh, ...more] = refreshes(run)
    expect(more).toEqual([])
    const answered = (refresh && json(refresh.response)) as { refresh_token?: string }
    const kept = readFileSync(tokenFile, 'utf8').trim()
    expect(kept).toBe(rotateRefreshToken ? answered.refresh_token : token)
    expect(kept === token).toBe(!rotateRefreshToken)
    if (rotateRefreshToken) expect(statSync(tokenFile).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(['profile.yaml', 'refresh-token'])

    // The user's consent is not the run's to give back: the next night has it too.
    const { consentId } = authorisation
    const patches = run.recording.exchanges.filter(({ request: { method } }) => method === 'PATCH')
    expect(patches.filter(({ request: { url } }) => url.endsWith(`/${consentId}`))).toEqual([])
    expect(patches.filter(({ purpose }) => purpose === 'give the consent back')).toEqual([])
    const next = await runProfile(file, {
      selection: { suites: [], rules: ['UAE-BDS-001'], operations: ['GET /accounts'], slow: false },
    })
    expect(troubles(next)).toEqual([])
  })

  test('what needs a user or would spoil the consent is not asked, each with its reason', {
    timeout: patience,
  }, async () => {
    const { file } = await standing({})
    const plans: Plan[] = []
    await runProfile(file, { onPlan: (plan) => plans.push(plan) })
    const left = Object.fromEntries(
      plans.flatMap(({ scenarios }) => scenarios.map(({ scenario, left }) => [scenario.id, left])),
    )
    expect(left).toMatchObject({
      'authorisation/give-consent': { outcome: 'not-asked', reason: 'a refresh token gives no journey of a user' },
      'consents/revoke-consent': {
        outcome: 'not-asked',
        reason: 'it would spoil the consent behind the refresh token',
      },
      'bank-data-sharing/read-accounts': undefined,
    })
    const asked = plans.flatMap(({ scenarios }) => scenarios.filter((one) => one.left === undefined))
    expect(asked.filter(({ scenario }) => scenario.uses?.own || scenario.means?.includes('user-journey'))).toEqual([])
  })

  test('a consent that permits less leaves out what it lacks', { timeout: patience }, async () => {
    const { file } = await standing({}, ['ReadAccountsBasic', 'ReadAccountsDetail'])
    const run = await runProfile(file)
    expect(troubles(run)).toEqual([])
    expect(run.report.notAsked.map(({ reason }) => reason)).toContain(
      'the consent behind the refresh token lacks ReadBalances, ReadTransactionsBasic, ReadTransactionsDetail',
    )
    const outcomes = (id: string) =>
      new Set(run.report.verdicts.flatMap(({ rule, outcome }) => (rule === id ? outcome : [])))
    expect(outcomes('UAE-CNS-001')).toEqual(new Set(['not-asked']))
    expect(outcomes('UAE-TOK-016')).toEqual(new Set(['pass']))
    expect(outcomes('UAE-TLS-001')).toEqual(new Set(['not-asked']))
  })

  test('two runs at the same time: the second is told so and the first goes on', { timeout: patience }, async () => {
    const { file, tokenFile } = await standing({ rotateRefreshToken: true })
    let second: Promise<unknown> | undefined
    const first = await runProfile(file, {
      onExchange: () => {
        second ??= runProfile(file).catch((fault: unknown) => fault)
      },
    })
    expect(await second).toMatchObject({
      name: 'SetUpFault',
      message: `another run uses this token (${tokenFile}.lock)`,
      where: expect.stringMatching(/profile\.yaml:\d+$/),
    })
    expect(troubles(first)).toEqual([])
    expect(existsSync(`${tokenFile}.lock`)).toBe(false)
  })

  test('that the bank does not know the run is partial, and no finding', { timeout: patience }, async () => {
    const { file, tokenFile } = await standing({})
    writeFileSync(tokenFile, 'canary-of-nobody')
    const run = await runProfile(file)
    expect(run).toMatchObject({ exitCode: 2, report: { result: 'partial' } })
    expect(run.report.verdicts.flatMap(({ findings }) => findings)).toEqual([])
    const reasons = run.report.verdicts.filter(({ outcome }) => outcome === 'inconclusive').map(({ reason }) => reason)
    expect(reasons).toContain(
      'the refresh token of the profile was not taken: the token endpoint answered 400 invalid_grant',
    )
    expect(readFileSync(tokenFile, 'utf8')).toBe('canary-of-nobody')
    expect(existsSync(`${tokenFile}.lock`)).toBe(false)
  })

  test('a run that does not come to its bank lets go of the file', { timeout: patience }, async () => {
    const { bank, authorisation, tokenFile } = await standing({})
    const file = writeProfile(bank, folder, { authorisation, issuer: 'https://no-such-host.invalid' })
    await expect(runProfile(file)).rejects.toMatchObject({
      name: 'SetUpFault',
      message: expect.stringContaining('the host name is not known'),
    })
    expect(existsSync(`${tokenFile}.lock`)).toBe(false)
  })
})

describe('with a person at a browser', () => {
  afterEach(() => vi.restoreAllMocks())

  /** A run whose person opens the address that is told, decides, and pastes the address of the callback. */
  const attended = async (decision: 'approve' | 'decline', rule: string) => {
    bank = await startBank()
    const client = testClient(bank)
    const told: string[] = []
    const typed = new PassThrough()
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(typed as unknown as typeof process.stdin)
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const decide = async (text: string): Promise<void> => {
      told.push(text)
      const address = new URL(/https:\S+/.exec(text)?.[0] ?? '')
      const { page, submit } = await client.open(address.searchParams.get('request_uri') ?? '')
      const asked = await submit(page, { username: 'salma', password: client.read('password.txt') })
      const end = await submit(asked, { decision })
      typed.write(`${end.headers.location}\n`)
    }
    const plans: Plan[] = []
    const run = await runProfile(writeProfile(bank, folder, { authorisation: { mode: 'browser' } }), {
      selection: { suites: [], rules: [rule], operations: [], slow: false },
      person: { tell: (text) => void decide(text), canType: true },
      onPlan: (plan) => plans.push(plan),
    })
    return { run, told, journeys: plans.map((plan) => plan.journeys) }
  }

  test('who agrees, the consent counts, and is given back', { timeout: patience }, async () => {
    const { run, told, journeys } = await attended('approve', 'UAE-CBK-006')
    expect(told).toEqual([expect.stringContaining(bank?.issuer ?? '')])
    expect(journeys).toEqual([1])
    expect(troubles(run)).toEqual([])
    expect(run).toMatchObject({ exitCode: 0, remarks: [] })
    const given = run.recording.exchanges.filter(({ purpose }) => purpose === 'give the consent back')
    expect(given.map(({ response: { status } }) => status)).toEqual([204])
  })

  test('who says no, the run is partial and no finding comes of it', { timeout: patience }, async () => {
    const { run, told } = await attended('decline', 'UAE-PAG-004')
    expect(told).toHaveLength(1)
    expect(run).toMatchObject({ exitCode: 2, report: { result: 'partial' } })
    expect(run.report.verdicts.flatMap(({ findings }) => findings)).toEqual([])
    expect(troubles(run)).toEqual([expect.stringContaining('the callback says access_denied')])
  })
})
