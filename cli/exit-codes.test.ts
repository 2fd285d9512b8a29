import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { packageRoot, packageVersion } from '../engine/package.ts'
import type { Report } from '../engine/report.ts'
import { rows } from '../reporters/rows.ts'

const main = join(packageRoot, 'dist', 'cli', 'main.js')
const patience = 60_000

/** `interaction-id-lost-on-errors` and `no-token-answers-400` break these two of the three. */
const [lost, noToken, kept] = ['UAE-HDR-003', 'UAE-HDR-012', 'UAE-HDR-001'] as const

let folder: string
let bank: ChildProcess
let profile: Readonly<Record<string, unknown>>

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the compiled command with an environment of its own; whatever it makes for a while lies in `temporary`. */
const begin = (args: readonly string[], temporary = folder) => {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  const watchers = new Set<() => void>()
  const heard = (): void => {
    for (const watcher of watchers) watcher()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    heard()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    heard()
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })))
  /** Waits until it has said something; fails when it ends before. */
  const says = (words: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (words.test(`${out}\n${err}`)) {
          watchers.delete(look)
          resolve()
        }
      }
      watchers.add(look)
      void ended.then(({ code }) => reject(new Error(`ended with ${code} and never said ${words}:\n${out}${err}`)))
      look()
    })
  return { child, ended, says }
}

const mizan = (...args: readonly string[]): Promise<Ended> => begin(args).ended

let made = 0
/** A profile of the running bank with other fields, and a folder for its reports. */
const place = (change: Readonly<Record<string, unknown>> = {}) => {
  made += 1
  const file = join(folder, `profile-${made}.yaml`)
  writeFileSync(file, stringify({ ...profile, ...change }))
  return { file, out: join(folder, `out-${made}`) }
}

const waiver = (rule: string, until: string) => ({ rule, reason: 'known', owner: 'the API team', until })

const reportIn = (out: string): Report => JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))

const everyReport = ['allure', 'allure-results', 'junit.xml', 'recording.har', 'report.json']

beforeAll(async () => {
  if (!existsSync(main)) throw new Error('dist/cli/main.js is not there: npm run build makes it')
  folder = mkdtempSync(join(tmpdir(), 'mizan-command-'))
  const file = join(folder, 'bank.yaml')
  const defects = ['interaction-id-lost-on-errors', 'no-token-answers-400'].flatMap((name) => ['--defect', name])
  const running = begin(['bank', ...defects, '--write-profile', file])
  bank = running.child
  await running.says(/Profile written/)
  profile = parse(readFileSync(file, 'utf8'))
}, patience)
afterAll(async () => {
  if (bank.exitCode === null) {
    const gone = new Promise((resolve) => bank.once('exit', resolve))
    bank.kill()
    await gone
  }
  rmSync(folder, { recursive: true })
})

describe.concurrent('what is asked of the command itself', () => {
  test('--version and --help are no fault', { timeout: patience }, async () => {
    expect(await mizan('--version')).toMatchObject({ code: 0, out: `${packageVersion}\n` })
    const { code, out } = await mizan('--help')
    expect(code).toBe(0)
    for (const name of ['run', 'plan', 'rules', 'bank']) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  test('rules --json', { timeout: patience }, async () => {
    const { code, out } = await mizan('rules', '--json')
    expect(code).toBe(0)
    const { rules, exclusions } = JSON.parse(out) as Readonly<Record<string, readonly Record<string, unknown>[]>>
    expect(rules?.length).toBeGreaterThan(20)
    const texts = expect.arrayContaining([expect.any(String)])
    for (const rule of rules ?? []) {
      expect(rule).toEqual({
        id: expect.stringMatching(/^[A-Z]+-/),
        requirements: texts,
        level: expect.anything(),
        title: expect.any(String),
        cites: expect.arrayContaining([{ source: expect.any(String), place: expect.any(String) }]),
        suites: texts,
        // The embedded bank breaks nothing of what any API is asked.
        defects: String(rule.id).startsWith('OAS-') ? [] : texts,
      })
    }
    expect(exclusions?.length).toBeGreaterThan(0)
    for (const exclusion of exclusions ?? []) {
      expect(exclusion).toEqual({
        requirement: expect.any(String),
        state: expect.stringMatching(/^(planned|excluded|kept|observed)$/),
        reason: expect.any(String),
      })
    }
    const served = new Set(rules?.flatMap(({ requirements }) => requirements as readonly string[]))
    expect(exclusions?.filter(({ requirement }) => served.has(String(requirement)))).toEqual([])
  })

  test('rules ID explains one, and bank --list-defects names what breaks it', { timeout: patience }, async () => {
    const [explained, listed, ofBahrain] = await Promise.all([
      mizan('rules', noToken),
      mizan('bank', '--list-defects'),
      mizan('bank', '--standard', 'bahrain', '--list-defects'),
    ])
    expect([explained.code, listed.code, ofBahrain.code]).toEqual([0, 0, 0])
    expect(ofBahrain.out.split('\n').filter((line) => !/^(bh-[a-z0-9-]+ +BH-|$)/.test(line))).toEqual([])
    expect(explained.out).toContain('A call without a token is answered with 401')
    expect(explained.out).toContain('--defect no-token-answers-400')
    const lines = listed.out.trimEnd().split('\n')
    expect(lines).toContainEqual(expect.stringMatching(/^no-token-answers-400 +UAE-HDR-012 +\S/))
    expect(lines.filter((line) => !/^[a-z0-9-]+ +[A-Z]+-[A-Z]+-\d+(\/[a-z]+)? +\S/.test(line))).toEqual([])
  })

  test('judge replaces no recording by its reports, whatever link leads to it', { timeout: patience }, async () => {
    const { file, out } = place()
    mkdirSync(out)
    const recording = join(out, 'recording.har')
    writeFileSync(recording, '{}')
    symlinkSync(out, `${out}-again`)
    const judged = await mizan('judge', `${out}-again/recording.har`, '--profile', file, '--out', out)
    expect([judged.code, readFileSync(recording, 'utf8')]).toEqual([3, '{}'])
    expect(judged.err).toContain('the reports would replace the recording')
  })

  test('plan sends nothing', { timeout: patience }, async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { file, out } = place({ issuer: `https://127.0.0.1:${(server.address() as AddressInfo).port}` })
    const planned = await mizan('plan', '--profile', file)
    // The same profile does reach that address when it is run.
    const ran = await mizan('run', '--profile', file, '--out', out)
    const reached = connections
    await new Promise((resolve) => server.close(resolve))
    expect(planned).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\d+ journeys? of a user\. Nothing was sent\.\n/),
    })
    expect(planned.out).toContain('slow scenarios are off (--slow)')
    expect(ran.code).toBe(3)
    // Discovery is asked for once, by the run.
    expect(reached).toBe(1)
  })
})

describe.concurrent('3: something of ours is at fault, before anything is judged', () => {
  const aKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const client = () => profile.client as Readonly<Record<string, Record<string, unknown>>>

  const faults: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['an unknown flag', () => ['run', '--no-such'], /unknown option '--no-such'/],
    ['an unknown command', () => ['rnu'], /unknown command 'rnu'/],
    ['an unknown profile', () => ['run', '--profile', 'gone.yaml'], /gone\.yaml: there is no such profile/],
    [
      'a misspelt field',
      () => ['run', '--profile', place({ clinet: {} }).file],
      /profile-\d+\.yaml:\d+: clinet: there is no such field\n +Did you mean client\?/,
    ],
    [
      'an unknown rule',
      () => ['run', '--profile', place().file, '--rule', 'UAE-HDR-01'],
      /--rule UAE-HDR-01: there is no such rule\n +Did you mean UAE-HDR-0\d+\?/,
    ],
    [
      'a selection of nothing',
      () => ['run', '--profile', place().file, '--suite', 'consents', '--rule', noToken],
      /nothing would be asked, and an empty run is no success/,
    ],
    [
      'an unknown host',
      () => ['run', '--profile', place({ issuer: 'https://no-such-host.invalid' }).file],
      /profile-\d+\.yaml:\d+: issuer: no-such-host\.invalid: the host name is not known/,
    ],
    [
      'a signing key that the server does not know',
      () => {
        writeFileSync(join(folder, 'other.jwk'), JSON.stringify(aKey().export({ format: 'jwk' })))
        const { signing } = client()
        return [
          'run',
          '--profile',
          place({ client: { ...client(), signing: { ...signing, key: { file: 'other.jwk' } } } }).file,
        ]
      },
      /profile-\d+\.yaml:\d+: client: the token endpoint of \S+ refused the client with status 40\d \(invalid_client/,
    ],
    [
      'an unknown defect',
      () => ['bank', '--defect', 'no-token-answers-40'],
      /--defect no-token-answers-40: .*\n +Did you mean no-token-answers-400\?/,
    ],
    [
      'a port that is taken',
      () => ['bank', '--port', new URL(String(profile.issuer)).port],
      /--port \d+: another program/,
    ],
    [
      'a profile that cannot be written',
      () => ['bank', '--write-profile', join(folder, 'none', 'bank.yaml')],
      /--write-profile \S+: the file cannot be written \(ENOENT\)/,
    ],
  ]

  test.each(faults.map(([what, args, message]) => ({ what, args, message })))(
    '$what',
    { timeout: patience },
    async ({ args, message }) => {
      const words = args()
      const out = join(folder, `unwritten-${made}`)
      const { code, err } = await mizan(...words, ...(words[0] === 'run' ? ['--out', out] : []))
      expect(err).toMatch(message)
      expect(code).toBe(3)
      // What a person can put right is told in words, not as a stack.
      expect(err).not.toMatch(/\n\s+at |our own fault|canary/)
      expect(existsSync(out)).toBe(false)
    },
  )
})

describe.concurrent('a run with findings', () => {
  const some = (...rules: readonly string[]) => rules.flatMap((rule) => ['--rule', rule])

  test('1: not conformant, a waiver that has ended covers nothing, and every report tells the same', {
    timeout: patience,
  }, async () => {
    const { file, out } = place({ waivers: [waiver(noToken, '2020-01-31')] })
    const ended = await mizan('run', '--profile', file, '--out', out, ...some(lost, noToken, kept))
    expect(ended.code).toBe(1)
    expect(ended.out).toMatch(/^NOT CONFORMANT$/m)
    expect(ended.err).toContain(`the waiver of ${noToken} ended on 2020-01-31 (owner the API team)`)
    expect(readdirSync(out).sort()).toEqual(everyReport)
    expect(existsSync(join(out, 'allure', 'index.html'))).toBe(true)

    const report = reportIn(out)
    expect(report).toMatchObject({ result: 'not-conformant', interrupted: false })
    const all = rows(report)
    const failed = all.filter(({ outcome }) => outcome === 'fail')
    expect(new Set(failed.map(({ rule }) => rule))).toEqual(new Set([lost, noToken]))
    expect(report.counts.fail).toBe(report.verdicts.filter(({ outcome }) => outcome === 'fail').length)

    const junit = readFileSync(join(out, 'junit.xml'), 'utf8')
    const total = /<testsuites [^>]*tests="(\d+)" failures="(\d+)"/.exec(junit)
    expect(total?.slice(1).map(Number)).toEqual([all.length, failed.length])
    expect(junit.match(/<failure /g)).toHaveLength(failed.length)

    const results = readdirSync(join(out, 'allure-results'))
      .filter((name) => name.endsWith('-result.json'))
      .map((name) => JSON.parse(readFileSync(join(out, 'allure-results', name), 'utf8')) as { readonly status: string })
    expect(results).toHaveLength(all.length)
    expect(results.filter(({ status }) => status === 'failed')).toHaveLength(failed.length)

    const har = JSON.parse(readFileSync(join(out, 'recording.har'), 'utf8')) as { log: { entries: readonly unknown[] } }
    expect(har.log.entries).toHaveLength(report.exchanges)
  })

  test('0: all of them waived, which is still not conformant', { timeout: patience }, async () => {
    const { file, out } = place({ waivers: [waiver(lost, '2999-12-31'), waiver(noToken, '2999-12-31')] })
    const { code, out: said } = await mizan('run', '--profile', file, '--out', out, ...some(lost, noToken))
    expect(code).toBe(0)
    expect(said).toMatch(/not conformant, all known/i)
    const report = reportIn(out)
    expect(report).toMatchObject({ result: 'not-conformant', counts: { fail: 0 } })
    expect(report.counts.waived).toBeGreaterThan(1)
    expect(readFileSync(join(out, 'junit.xml'), 'utf8')).not.toContain('<failure')
  })

  test('3: a waiver of what is in order', { timeout: patience }, async () => {
    const { file, out } = place({ waivers: [waiver(kept, '2999-12-31')] })
    const ended = await mizan('run', '--quiet', '--profile', file, '--out', out, ...some(kept))
    expect(ended).toMatchObject({ code: 3, out: 'conformant\n' })
    expect(ended.err).toContain(`the waiver of ${kept} covers no finding any more`)
    expect(readdirSync(out).sort()).toEqual(everyReport)
  })
})

describe.concurrent('a run that is cut short', () => {
  /** Slow enough to be met in the middle, and without the burst. */
  const limits = { concurrency: 4, requestsPerSecond: 40, settle: 2, clockTolerance: 1 }

  test('2: the bank is gone, and nobody is accused', { timeout: patience }, async () => {
    const written = join(folder, 'honest.yaml')
    const honest = begin(['bank', '--write-profile', written])
    await honest.says(/Profile written/)
    const { burst: _, ...rest } = parse(readFileSync(written, 'utf8')) as Record<string, unknown>
    const { file, out } = place()
    writeFileSync(file, stringify({ ...rest, limits }))
    const run = begin(['run', '--verbose', '--profile', file, '--out', out])
    await run.says(/^ *x30 /m)
    honest.child.kill('SIGKILL')
    const { code } = await run.ended
    expect(code).toBe(2)
    const report = reportIn(out)
    expect(report).toMatchObject({ result: 'partial', interrupted: false })
    expect(report.verdicts.flatMap(({ findings }) => findings)).toEqual([])
    expect(report.verdicts.filter(({ outcome }) => outcome === 'broken')).toEqual([])
    expect(report.counts.inconclusive).toBeGreaterThan(0)
    expect(readdirSync(out).sort()).toEqual(everyReport)
  })

  test('130: Ctrl-C, with all results so far; consents go back and the embedded bank ends', {
    timeout: patience,
  }, async () => {
    const temporary = join(folder, 'temporary')
    mkdirSync(temporary)
    const { file, out } = place()
    writeFileSync(file, stringify({ name: 'Embedded', standard: 'uae-hub', users: 'synthetic', embedded: {}, limits }))
    const run = begin(['run', '--verbose', '--profile', file, '--out', out], temporary)
    await run.says(/: redeem the code$/m)
    run.child.kill('SIGINT')
    const { code, out: said, err } = await run.ended
    expect(code).toBe(130)
    expect(err).toContain('Interrupted: giving consents back and writing the results so far.')
    expect(err).toMatch(/PATCH .*end\/revoke-consents: give the consent back$/m)
    expect(err).not.toContain('could not be given back')
    expect(said).toContain('The run was interrupted')
    const report = reportIn(out)
    expect(report.interrupted).toBe(true)
    expect(report.verdicts.flatMap(({ findings }) => findings)).toEqual([])
    expect(report.verdicts.map(({ reason }) => reason)).toContain('the run was interrupted')
    expect(readdirSync(out).sort()).toEqual(everyReport)
    expect(readdirSync(temporary).filter((name) => name.startsWith('mizan-bank-'))).toEqual([])
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'the bank ends on %s, and its keys go with it',
    { timeout: patience },
    async (signal) => {
      const temporary = join(folder, `bank-${signal}`)
      mkdirSync(temporary)
      const alone = begin(['bank'], temporary)
      await alone.says(/The bank is up: https:\/\/localhost:\d+/)
      expect(readdirSync(temporary).filter((name) => name.startsWith('mizan-bank-'))).toHaveLength(1)
      alone.child.kill(signal)
      expect((await alone.ended).code).toBe(0)
      expect(readdirSync(temporary).filter((name) => name.startsWith('mizan-bank-'))).toEqual([])
    },
  )
})
