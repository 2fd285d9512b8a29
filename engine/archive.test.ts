import { expect, test } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { openArchive } from './archive.ts'
import { makeRedactor } from './redact/redactor.ts'

test('gives back what was put in, in order, and when it was', () => {
  const archive = openArchive(makeRedactor([]))
  const [one, two] = [exchange({ id: 'x1', body: { a: 1 } }), exchange({ id: 'x2', status: 404 })]
  for (const each of [one, two]) archive.add(each)
  expect(archive.size).toBe(2)
  expect([...archive].map(({ id, response }) => [id, response])).toEqual([
    ['x1', one.response],
    ['x2', two.response],
  ])
  expect(archive.get('x2')?.response.status).toBe(404)
  expect(archive.span('x1')).toMatchObject({ startedAt: one.startedAt, durationMs: one.durationMs })
  expect(archive.get('x3')).toBeUndefined()
})

test('large answers that are alike come back as they were', () => {
  const archive = openArchive(makeRedactor([]))
  const all = Array.from({ length: 4 }, (_, index) =>
    exchange({ id: `x${index}`, body: { list: Array.from({ length: 400 }, (_, item) => `${index} of ${item}`) } }),
  )
  for (const one of all) archive.add(one)
  expect([...archive].map(({ response }) => response)).toEqual(all.map(({ response }) => response))
  expect(archive.get('x2')?.response).toEqual(all[2]?.response)
})

test('nothing secret is in it: neither what was known, nor what was learnt afterwards', () => {
  const redactor = makeRedactor([])
  const archive = openArchive(redactor)
  redactor.secret('canary-known-before', 'token')
  archive.add(
    exchange({
      id: 'x1',
      body: { a: 'canary-known-before', b: 'canary-learnt-after' },
      url: 'https://bank.example/canary-learnt-after',
    }),
  )
  redactor.secret('canary-learnt-after', 'token')
  const text = JSON.stringify([...archive, archive.get('x1')])
  expect(text).not.toMatch(/canary/)
  expect(text).toMatch(/‹token/)
})
