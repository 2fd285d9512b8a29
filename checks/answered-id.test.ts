import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { uaeGiven } from '../testing/uae-hub.ts'
import { idComesBack, idIsThere, idStandsTwice, madeId, madeIdsAreNew } from './answered-id.ts'

const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const name = 'x-fapi-interaction-id'
const scope = { contracts: ['account-information'] }
const sent = { 'user-agent': 'client/1' }
const got = (value: string, status = 200) => exchange({ status, sent, headers: { [name]: value } })

proves(
  idIsThere(scope),
  {
    holds: { any: got('abc'), 'on a limit': got(id, 429) },
    breaks: { missing: [exchange(), `header ${name}`], 'on an error': [exchange({ status: 500 }), `header ${name}`] },
    silent: {
      'a gateway': exchange({ status: 504 }),
      'a redirect': exchange({ status: 307 }),
      'not modified': exchange({ status: 304 }),
      'no certificate': exchange({ certificate: 'none' }),
    },
  },
  uaeGiven,
)

proves(
  idIsThere(scope),
  { undecided: { 'an API of which nothing succeeded': exchange({ status: 404 }) } },
  { ...uaeGiven, apiSucceeded: () => false },
)

proves(
  idComesBack(scope),
  {
    holds: { 'the same': exchange({ sent: { [name]: id }, headers: { [name]: id.toUpperCase() } }) },
    breaks: { another: [exchange({ sent: { [name]: id }, headers: { [name]: 'abc' } }), `header ${name}`] },
    silent: {
      'two were sent': exchange({
        sent: [
          [name, id],
          [name, 'abc'],
        ],
      }),
      'none was sent': got(id),
      'a redirect': exchange({ status: 307, sent: { [name]: id } }),
    },
    undecided: { 'none came': exchange({ sent: { [name]: id } }) },
  },
  uaeGiven,
)

describe('an id that the server made', () => {
  it('is gathered where none was sent', () => {
    expect(madeId(got(id))).toEqual({ exchange: 'x1', id })
    expect(madeId(exchange({ sent }))).toEqual({ exchange: 'x1', id: undefined })
    expect(madeId(exchange({ headers: { [name]: id } }))).toBeUndefined()
    expect(madeId(exchange({ sent: { [name]: id } }))).toBeUndefined()
  })

  it('is undecided where none came', () =>
    expect(madeIdsAreNew([{ exchange: 'x1', id: undefined }], givenOver([]))).toHaveProperty('undecided'))
})

it('a header that stands twice is observed', () => {
  expect(
    idStandsTwice(
      exchange({
        headers: [
          [name, id],
          [name, id],
        ],
      }),
    ),
  ).toEqual({ [`${name} stands twice`]: 'yes' })
  expect(idStandsTwice(got(id))).toEqual({})
})
