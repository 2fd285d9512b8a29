import { describe, expect, it } from 'vitest'
import { proves } from '../../../../testing/proves.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { status, tried } from '../../../../testing/tried.ts'
import { askForConsents } from '../scenarios/ask-for-consents.ts'
import {
  accountsAreAlwaysAskedFor,
  basicBesideDetailIsTaken,
  consentsAreNotIdempotent,
  formsOfInstantsAreTaken,
  lockedBodiesAreRefused,
  malformedConsentsAreRefused,
  strangeTypesAreRefused,
} from './requests.ts'

const refusals = [
  [accountsAreAlwaysAskedFor, 'ReadBalances alone'],
  [malformedConsentsAreRefused, 'Permissions as a text'],
] as const
for (const [one, name] of refusals) {
  proves(one, {
    holds: { '400': tried(one.id, { [name]: 400 }), '422': tried(one.id, { [name]: 422 }) },
    breaks: { created: [tried(one.id, { [name]: 201 }), status(name, '400, and no data', 201)] },
    undecided: { 'a failure': tried(one.id, { [name]: 500 }), 'the token ended': tried(one.id, { [name]: 401 }) },
  })
}

const typed = [
  [strangeTypesAreRefused, 'text/plain'],
  [lockedBodiesAreRefused, 'application/jose+jwe'],
] as const
for (const [one, name] of typed) {
  proves(one, {
    holds: { '400': tried(one.id, { [name]: 400 }), '415': tried(one.id, { [name]: 415 }) },
    breaks: {
      created: [tried(one.id, { [name]: 201 }), status(name, '400 or 415, and no data', 201)],
      'a failure': [tried(one.id, { [name]: 500 }), status(name, '400 or 415, and no data', 500)],
    },
    undecided: { 'a gateway': tried(one.id, { [name]: 502 }) },
  })
}

const taken = [
  [basicBesideDetailIsTaken, 'Basic beside Detail'],
  [formsOfInstantsAreTaken, 'TransactionFromDateTime +03:00'],
] as const
for (const [one, name] of taken) {
  proves(one, {
    holds: { created: tried(one.id, { [name]: 201 }) },
    breaks: { refused: [tried(one.id, { [name]: 400 }), status(name, 'a success', 400)] },
    undecided: { 'a failure': tried(one.id, { [name]: 500 }) },
  })
}

const consent = (id: string) => ({ status: 201, body: { Data: { ConsentId: id } } })
const twice = (answer: Parameters<typeof tried>[1][string]) =>
  tried('BH-IDM-003', { 'a request': consent('c1'), 'the same once more': answer })
proves(consentsAreNotIdempotent, {
  holds: { 'two ids': twice(consent('c2')) },
  breaks: {
    'one id': [
      twice(consent('c1')),
      { at: '/Data/ConsentId', expected: 'another id than in x2', got: 'c1', exchange: 'x3' },
    ],
  },
  undecided: { refused: twice(409), 'no answer': twice('closed'), 'no id': twice({ status: 201, body: {} }) },
})

describe('ask-for-consents', () => {
  it('sends each body as the client, and none with a key', async () => {
    const session = fakeSession({ call: () => consent('c1') })
    const { probes } = await askForConsents.run(session)
    expect(session.asked).toHaveLength(probes.length + 1)
    expect(session.asked.filter(({ options }) => options.headers?.['x-idempotency-key'] !== undefined)).toEqual([])
    const bodies = session.asked.map(({ options }) => options.body?.text)
    expect(bodies[1]).toBe('{"Data":{"Permissions":[]}}')
    expect(bodies.filter((text) => text?.includes('"ReadAccountsBasic","ReadBalances"'))).toHaveLength(2)
    expect(bodies.slice(-4)).toEqual([
      expect.stringContaining('"2026-05-30T08:00:00Z"'),
      expect.stringContaining('"2026-05-30T08:00:00.000Z"'),
      expect.stringContaining('"2026-05-30T08:00:00+03:00"'),
      expect.stringContaining('"2026-05-30T08:00:00.000+03:00"'),
    ])
  })
})
