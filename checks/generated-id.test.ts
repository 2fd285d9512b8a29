import { expect, it } from 'vitest'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { idIsGenerated, limitCarriesTheId, refusedWithoutId } from './generated-id.ts'

const name = 'x-fapi-interaction-id'
const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const got = (value: string) => exchange({ headers: { [name]: value } })

proves(idIsGenerated, {
  holds: {
    'a UUID': [got(id)],
    'in capitals': [got(id.toUpperCase())],
    'of version 1': [got('7a1d3f0e-5b6c-1d2a-9e8f-0123456789ab')],
    'twice, by a proxy': [got(`${id}, ${id}`)],
    'a refusal beside it': [got(id), exchange({ status: 400 })],
  },
  breaks: {
    'no id': [[exchange()], { at: `header ${name}`, expected: 'a UUID', got: 'nothing', exchange: 'x1' }],
    'no UUID': [[got('42')], `header ${name}`],
  },
  undecided: {
    'refused all of them': [exchange({ status: 400 })],
    'an id was sent': [exchange({ sent: { [name]: id } })],
    nothing: [],
  },
})

it('observes with what calls without an id are refused', () => {
  expect(refusedWithoutId([exchange({ status: 400 }), exchange({ status: 400 }), exchange()])).toEqual({
    'without an interaction id': '400',
  })
  expect(refusedWithoutId([exchange()])).toEqual({})
})

const sent = { [name]: id }
proves(
  limitCarriesTheId({ contracts: ['account-information'] }),
  {
    holds: { 'an id': exchange({ status: 429, sent, headers: sent }) },
    breaks: { 'no id': [exchange({ status: 429, sent }), { at: `header ${name}`, expected: id, got: 'nothing' }] },
    silent: {
      'another status': exchange({ status: 400, sent }),
      'none was sent': exchange({ status: 429 }),
      'another contract': exchange({ status: 429, sent, operation: 'POST /par' }),
    },
  },
  givenOver([accountsContract()]),
)
