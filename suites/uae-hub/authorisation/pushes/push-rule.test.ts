import { describe, expect, it } from 'vitest'
import type { Pushes, PushProbe } from '../../../../checks/push-probes.ts'
import type { Authorisation, Push } from '../../../../engine/session.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { pushRules, table } from './index.ts'
import { pushRule } from './push-rule.ts'
import type { Row } from './row.ts'

const push = (status: number): Push => ({
  consentId: 'c1',
  claims: {},
  par: exchange({ operation: 'POST /par', status, body: status < 300 ? {} : { error: 'invalid_request' } }),
  ...(status < 300 && { requestUri: 'urn:ietf:params:oauth:request-uri:1' }),
})
const came = (outcome: Authorisation['outcome'], to?: string): Authorisation => ({
  outcome,
  ...(to && { callback: { parameters: { error: 'x' }, fragment: [], to, withCode: outcome === 'code' } }),
  exchanges: [exchange({ id: 'a1', operation: 'authorization', status: 303 })],
})

/** The pushes of a rule: those to be refused were refused with 400 and the others accepted, but for one row. */
const pushesOf = (
  rows: readonly Row[],
  but: { readonly row?: string; readonly is?: Partial<PushProbe> } = {},
): Pushes => {
  const those = (answer: Row['answer'], status: number): readonly PushProbe[] =>
    rows
      .filter((row) => row.answer === answer)
      .map(({ name }) => ({ name, push: push(status), ...(name === but.row && but.is) }) as PushProbe)
  return {
    baseline: push(201),
    refused: those('refused', 400),
    accepted: those('accepted', 201),
    either: those('either', 400),
    taken: came('code'),
  }
}

describe.each(table)('$id', (entry) => {
  const { rows } = entry
  const published = pushRule(entry)
  const breaking = Object.fromEntries(
    rows.flatMap(({ name, answer }) => {
      if (answer === 'refused') {
        const is = { push: push(201), authorisation: came('code') }
        const found = { at: `${name}: authorization`, expected: 'a refusal', got: 'a code', exchange: 'a1' }
        return [[name, [pushesOf(rows, { row: name, is }), found] as const]]
      }
      if (answer === 'either') return []
      const found = { at: `${name}: par`, expected: 'a request_uri', got: '400 invalid_request', exchange: 'x1' }
      return [[name, [pushesOf(rows, { row: name, is: { push: push(400) } }), found] as const]]
    }),
  )
  proves(published, { holds: { 'as it says': pushesOf(rows) }, breaks: breaking })

  it('observes every row that it does not judge', () => {
    const observed = published.observe?.(pushesOf(rows), {} as never) ?? {}
    for (const { name, answer } of rows) if (answer === 'either') expect(observed).toHaveProperty([name])
  })
})

describe('an unregistered redirect URI is not used for an error either', () => {
  const row = 'redirect_uri on another host'
  const to = 'https://unregistered.example/callback'
  for (const entry of table.filter(({ rows }) => rows.some(({ name }) => name === row))) {
    proves(pushRule(entry), {
      breaks: {
        'an error sent there': [
          pushesOf(entry.rows, { row, is: { push: push(201), authorisation: came('error', to) } }),
          { at: `${row}: redirect`, expected: 'none to a redirect URI that is not registered', got: to },
        ],
        'a code sent as it was asked for, so that the example is found': [
          pushesOf(entry.rows, { row, is: { push: push(201), authorisation: came('code') } }),
          `${row}: authorization`,
        ],
      },
    })
  }
})

it('the table has more than 70 refusals, and no name twice in a rule', () => {
  expect(table.flatMap(({ rows }) => rows).filter(({ answer }) => answer === 'refused').length).toBeGreaterThan(70)
  for (const { rows } of table) expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
  expect(new Set(pushRules.flatMap(({ on }) => on).map(({ id }) => id)).size).toBe(table.length)
})
