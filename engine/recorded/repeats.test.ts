import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { uaeHub } from '../../suites/uae-hub/index.ts'
import { fakeProfile } from '../../testing/standard.ts'
import { readEntry } from './entry.ts'
import { judgeRecording } from './judge-recording.ts'
import { fingerprintOf, openRepeats } from './repeats.ts'

const header = (name: string, value: string) => ({ name, value })
const entry = {
  startedDateTime: '2026-06-01T08:00:00.000Z',
  request: { method: 'POST', url: 'https://b.test/a', headers: [header('a', '1')], postData: { text: '{}' } },
  response: { status: 200, headers: [header('b', '1')], content: { text: '{"n":1}' } },
}
const { request, response } = entry

it('an entry that is the same in all that counts repeats the first', () => {
  const repeats = openRepeats()
  expect(
    [entry, entry, { ...entry, time: 7, timings: {} }].map((one, at) => repeats(fingerprintOf(readEntry(one, at)))),
  ).toEqual([...[false, true, true]])
})

it.each<[string, object]>([
  ['time', { startedDateTime: '2026-06-01T08:00:00.001Z' }],
  ['method', { request: { ...request, method: 'PUT' } }],
  ['address', { request: { ...request, url: 'https://b.test/a?b' } }],
  ['header that was sent', { request: { ...request, headers: [header('a', '2')] } }],
  ['body that was sent', { request: { ...request, postData: { text: '[]' } } }],
  ['status', { response: { ...response, status: 201 } }],
  ['header that came', { response: { ...response, headers: [header('b', '2')] } }],
  ['body that came', { response: { ...response, content: { text: '{"n":2}' } } }],
])('one with another %s does not', (_, change) => {
  const repeats = openRepeats()
  expect([entry, { ...entry, ...change }].map((one, at) => repeats(fingerprintOf(readEntry(one, at))))).toEqual([
    false,
    false,
  ])
})

it('is not forgotten for others that are not judged, however many', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-repeats-'))
  const path = join(folder, 'a.har')
  const base = 'https://b.test/open-finance/account-information/v2.1'
  const one = JSON.stringify({ ...entry, request: { ...request, method: 'GET', url: `${base}/accounts` } })
  const others = Array.from({ length: 100_001 }, (_, index) =>
    JSON.stringify({ request: { method: 'GET', url: `https://c.test/${index}` }, response }),
  )
  writeFileSync(path, `{"log":{"entries":[${[one, ...others, one].join()}]}}`)
  const { report } = await judgeRecording({
    ...{ path, shown: 'a.har', standard: uaeHub, known: {}, selection: { rules: [], operations: [] } },
    profile: fakeProfile({ standard: 'uae-hub', variant: 'v2.1', resources: { 'account-information': base } }),
    interrupted: new AbortController().signal,
  })
  rmSync(folder, { recursive: true })
  expect(report).toMatchObject({ exchanges: 1, recording: { repeated: 1, unknown: { total: 100_001 } } })
})
