import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { type Asked, fakeSession } from '../../../../testing/session.ts'
import { accountsBody } from '../../../../testing/uae-hub.ts'
import type { Refused } from '../../../baseline/scenarios.ts'
import type { Probed } from '../../ask.ts'
import { accounts } from '../../operations.ts'
import { callWithSecondCertificate } from './call-with-second-certificate.ts'
import { callWithoutInteractionId } from './call-without-interaction-id.ts'
import { filterByGarbage } from './filter-by-garbage.ts'
import { asXml, withBadTokens, withClientToken, withoutToken } from './refusals.ts'

const good = ({ operation }: Asked) => (operation === accounts ? { body: accountsBody('a1') } : {})
const preparations = [undefined, 'list the accounts', 'the second client with its own token']
const usual = ({ options }: Asked): boolean => preparations.includes(options.purpose)

type Case = readonly [Scenario<Probed>, readonly string[], (asked: Asked) => unknown, readonly unknown[]]

const cases: readonly Case[] = [
  [callWithSecondCertificate, ['second certificate'], ({ options }) => options.certificate, ['second']],
  [
    filterByGarbage,
    [
      'fromBookingDateTime=2026-13-45',
      'fromBookingDateTime=abc',
      'toBookingDateTime=2026-13-45',
      'toBookingDateTime=abc',
    ],
    ({ options }) => options.query,
    [
      { fromBookingDateTime: '2026-13-45' },
      { fromBookingDateTime: 'abc' },
      { toBookingDateTime: '2026-13-45' },
      { toBookingDateTime: 'abc' },
    ],
  ],
]

describe.each(cases)('$id', (scenario, names, changed, expected) => {
  it('asks rightly first, and changes one thing in each probe', async () => {
    const session = fakeSession({ call: good })
    const { baseline, probes } = await scenario.run(session)
    expect(baseline.response.status).toBe(200)
    expect(probes.map(({ name }) => name)).toEqual(names)
    expect(session.asked.slice(-names.length).map(changed)).toEqual(expected)
  })

  it('lets a probe die alone', async () => {
    const session = fakeSession({
      call(asked) {
        if (usual(asked)) return good(asked)
        throw new Inconclusive('closed')
      },
    })
    const { probes } = await scenario.run(session)
    expect(probes).toEqual(names.map((name) => ({ name, inconclusive: 'closed' })))
  })

  it('is inconclusive when the good call does not succeed', async () => {
    await expect(scenario.run(fakeSession({ call: () => ({ status: 403 }) }))).rejects.toThrow(Inconclusive)
  })
})

const tables: readonly (readonly [Scenario<Refused>, (asked: Asked) => unknown, readonly unknown[]])[] = [
  ...withoutToken.map((one) => [one, ({ options }: Asked) => options.token, ['none']] as const),
  ...withBadTokens.map(
    (one) => [one, ({ options }: Asked) => options.token, ['unknown', 'tampered', 'basic']] as const,
  ),
  ...withClientToken.map((one) => [one, ({ options }: Asked) => options.token, ['client']] as const),
  ...asXml.map((one) => [one, ({ options }: Asked) => options.headers?.accept, ['application/xml']] as const),
]

describe.each(tables)('$id', (scenario, changed, expected) => {
  it('asks rightly first, and changes one thing in each probe', async () => {
    const session = fakeSession({ call: good })
    const { operation, probes } = await scenario.run(session)
    expect(scenario.operations).toEqual([operation])
    expect(probes).toHaveLength(expected.length)
    const last = session.asked.slice(-expected.length)
    expect(last.map(changed)).toEqual(expected)
    expect(last.every((one) => one.operation === operation)).toBe(true)
    expect(last.every(({ options }) => operation === accounts || options.path?.AccountId === 'a1')).toBe(true)
  })

  it('is inconclusive when the good call does not succeed', async () => {
    await expect(scenario.run(fakeSession({ call: () => ({ status: 403 }) }))).rejects.toThrow(Inconclusive)
  })
})

it('leaves the interaction id out of twenty calls', async () => {
  const session = fakeSession({ call: good })
  expect(await callWithoutInteractionId.run(session)).toHaveLength(20)
  expect(session.asked.every(({ options }) => 'x-fapi-interaction-id' in (options.headers ?? {}))).toBe(true)
  expect(session.asked.every(({ options }) => options.headers?.['x-fapi-interaction-id'] === undefined)).toBe(true)
})

it('proves nothing with a second certificate that is not let in itself', async () => {
  const call = (asked: Asked) => (asked.options.token === 'second' ? { status: 401 } : good(asked))
  await expect(callWithSecondCertificate.run(fakeSession({ call }))).rejects.toThrow(/not let in with its own token/)
})
