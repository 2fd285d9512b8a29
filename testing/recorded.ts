import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { stringify } from 'yaml'
import { loadJudgeProfile } from '../cli/judge-profile.ts'
import { type JudgeOptions, judgeRecording } from '../engine/recorded/judge-recording.ts'
import type { Run } from '../engine/run.ts'

/** What a test says of one recorded call. */
interface Call {
  readonly method?: string
  readonly url?: string
  readonly status?: number
  readonly sent?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly form?: string
}

const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const list = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }))

/** An entry of a HAR file, as another tool would write it. */
export const entry = ({ form, ...call }: Call) => {
  const text = call.body === undefined ? undefined : JSON.stringify(call.body)
  return {
    startedDateTime: '1970-01-01T00:00:00Z',
    request: {
      method: call.method ?? 'GET',
      url: call.url ?? 'https://pg.bank.test:8745/api/accounts',
      headers: list({ 'x-fapi-interaction-id': id, ...call.sent }),
      ...(form !== undefined && { postData: { mimeType: 'application/x-www-form-urlencoded', text: form } }),
    },
    response: {
      status: call.status ?? 200,
      headers: list({ 'content-type': 'application/json', 'x-fapi-interaction-id': id, ...call.headers }),
      content: { size: text?.length ?? 0, mimeType: 'application/json', ...(text !== undefined && { text }) },
    },
  }
}

/** Each finding of a run: rule, place and exchange. */
export const found = ({ report }: Run): readonly string[] =>
  report.verdicts.flatMap(({ rule, findings }) => findings.map(({ at, exchange }) => `${rule} ${at} ${exchange}`))

/** A list of accounts that nothing is to be said against. */
export const accounts = (...ids: readonly string[]) => ({
  Data: {
    Account: ids.map((AccountId) => ({
      ...{ AccountId, Status: 'Active', Currency: 'AED', AccountType: 'Retail', AccountSubType: 'CurrentAccount' },
    })),
  },
  Links: { Self: 'https://pg.bank.test:8745/api/accounts' },
  Meta: { TotalPages: 1 },
})

/** A call that nothing is to be said against. */
export const good = entry({ body: accounts('a1'), headers: { date: 'Mon, 01 Jun 2020 08:00:00 GMT' } })

/** Opens a folder for the recordings of one test file; it goes with the tests. */
export const recordings = () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mizan-judged-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const profileOf = (change: Readonly<Record<string, unknown>> = {}): string => {
    const file = join(folder, 'profile.yaml')
    writeFileSync(file, stringify({ name: 'Recorded Bank', standard: 'uae-hub', ...change }))
    return file
  }

  const judge = async (calls: readonly unknown[], change: Partial<JudgeOptions> = {}, profile = profileOf()) => {
    const path = join(folder, 'bank.har')
    writeFileSync(path, JSON.stringify({ log: { version: '1.2', entries: calls } }))
    const loaded = await loadJudgeProfile(profile)
    const run = await judgeRecording({
      ...{ ...loaded, path, shown: 'bank.har', selection: { rules: [], operations: [] } },
      interrupted: new AbortController().signal,
      ...change,
    })
    return { run, standard: loaded.standard }
  }

  return { profileOf, judge, folder: () => folder }
}
