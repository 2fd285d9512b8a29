import { expect, it } from 'vitest'
import { readEntry } from './entry.ts'
import { openRepeats } from './repeats.ts'

const header = (name: string, value: string) => ({ name, value })
const entry = {
  startedDateTime: '2026-06-01T08:00:00.000Z',
  request: { method: 'POST', url: 'https://b.test/a', headers: [header('a', '1')], postData: { text: '{}' } },
  response: { status: 200, headers: [header('b', '1')], content: { text: '{"n":1}' } },
}
const { request, response } = entry

it('an entry that is the same in all that counts repeats the first', () => {
  const repeats = openRepeats()
  expect([entry, entry, { ...entry, time: 7, timings: {} }].map((one, at) => repeats(readEntry(one, at)))).toEqual([
    ...[false, true, true],
  ])
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
  expect([entry, { ...entry, ...change }].map((one, at) => repeats(readEntry(one, at)))).toEqual([false, false])
})
