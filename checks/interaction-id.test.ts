import { describe, expect, it } from 'vitest'
import { accountsContract, authorizationContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import {
  generatedIdsDiffer,
  idIsNotLostOnErrors,
  idsAreNotMixedUp,
  interactionIdLeftOut,
  interactionIdOnErrors,
  interactionIdReturned,
} from './interaction-id.ts'
import { succeeded } from './status.ts'

const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const other = '00000000-0000-4000-8000-000000000000'
const name = 'x-fapi-interaction-id'
const place = `header ${name}`
const sent = { [name]: id }
const given = givenOver([accountsContract(), authorizationContract()])
const scope = { contracts: ['account-information'] }
const required = (one: Parameters<typeof succeeded>[0]): boolean => succeeded(one) && one.operation === 'GET /accounts'

describe('interactionIdReturned', () => {
  proves(
    interactionIdReturned({ ...scope, requiredOn: required }),
    {
      holds: {
        'the same id': exchange({ sent, headers: { [name]: id } }),
        'in upper case': exchange({ sent, headers: { [name]: id.toUpperCase() } }),
        'under a name in other letters': exchange({ sent, headers: { 'X-FAPI-Interaction-ID': id } }),
        'sent in upper case': exchange({ sent: { [name]: id.toUpperCase() }, headers: { [name]: id } }),
        'twice, as a proxy folds it': exchange({
          sent,
          headers: [
            [name, id],
            [name, id],
          ],
        }),
        'on a status that is not declared': exchange({ sent, status: 404, headers: { [name]: id } }),
      },
      breaks: {
        'another id': [exchange({ sent, headers: { [name]: other } }), { at: place, expected: id, got: other }],
        'missing where it is demanded': [exchange({ sent }), { at: place, expected: id, got: 'nothing' }],
        'an empty one': [exchange({ sent, headers: { [name]: '' } }), { at: place, expected: id, got: 'nothing' }],
        'another id on a 429': [exchange({ sent, status: 429, headers: { [name]: other } }), place],
        'another id where none is demanded': [
          exchange({ operation: 'GET /parties', sent, headers: { [name]: other } }),
          place,
        ],
        'two ids': [
          exchange({
            sent,
            headers: [
              [name, id],
              [name, other],
            ],
          }),
          place,
        ],
      },
      silent: {
        'none was sent': exchange({ headers: { [name]: id } }),
        'what was sent is no UUID': exchange({ sent: { [name]: 'abc' }, headers: { [name]: other } }),
        'missing where it is optional': exchange({ operation: 'GET /parties', sent }),
        'a declared error has a rule of its own': exchange({ sent, status: 401, headers: { [name]: other } }),
        'the pushed request is no resource': exchange({ operation: 'POST /par', sent, headers: { [name]: other } }),
        'no contract names it': exchange({ operation: null, sent, headers: { [name]: other } }),
      },
    },
    given,
  )
})

describe('interactionIdOnErrors', () => {
  proves(
    interactionIdOnErrors(scope),
    {
      holds: {
        'in other letters': exchange({ sent, status: 400, headers: { [name.toUpperCase()]: id.toUpperCase() } }),
      },
      breaks: {
        'missing on 401': [exchange({ sent, status: 401 }), { at: place, expected: id, got: 'nothing' }],
        'another on 500': [exchange({ sent, status: 500, headers: { [name]: other } }), place],
      },
      silent: {
        'a success': exchange({ sent }),
        'rate limited': exchange({ sent, status: 429 }),
        'status not declared': exchange({ sent, status: 404 }),
        'gateway error': exchange({ sent, status: 502 }),
        'none was sent': exchange({ status: 401 }),
        'no certificate: a gateway may have answered': exchange({ sent, status: 400, certificate: 'none' }),
        'the token endpoint': exchange({ operation: 'POST /token', sent, status: 400 }),
      },
    },
    given,
  )
})

describe('generatedIdsDiffer', () => {
  const got = (from: string, value?: string) => exchange({ id: from, ...(value && { headers: { [name]: value } }) })
  proves(generatedIdsDiffer, {
    holds: {
      'two ids': [got('x1', id), got('x2', other)],
      'one came without': [got('x1', id), got('x2'), got('x3', other)],
    },
    breaks: {
      'the same, in other letters': [
        [got('x1', id), got('x2', other), got('x3', id.toUpperCase())],
        { at: place, expected: 'another id than in x1', got: id, exchange: 'x3' },
      ],
    },
    undecided: {
      'none came back': [got('x1'), got('x2')],
      'only one came back': [got('x1', id), got('x2')],
      'ids were sent': [exchange({ sent, headers: { [name]: id } }), exchange({ sent, headers: { [name]: id } })],
    },
  })
})

describe('idsAreNotMixedUp', () => {
  const call = (from: string, own: string | undefined, back: string | undefined, more = {}) =>
    exchange({
      id: from,
      ...(own && { sent: { [name]: own } }),
      ...(back && { headers: { [name]: back } }),
      ...more,
    })
  const third = '11111111-1111-4111-8111-111111111111'
  proves(idsAreNotMixedUp, {
    holds: {
      'each its own': [call('x1', id, id), call('x2', other, other)],
      'in another case': [call('x1', id, id.toUpperCase()), call('x2', other, other)],
      'one is lost': [call('x1', id, id), call('x2', other, undefined)],
      'one that nobody sent has another rule': [call('x1', id, third), call('x2', other, other)],
      'the same id was sent twice': [call('x1', id, id), call('x2', id, id), call('x3', other, other)],
    },
    breaks: {
      'that of the request before': [
        [call('x1', id, id), call('x2', other, id)],
        { at: place, expected: other, got: `${id}, which x1 sent`, exchange: 'x2' },
      ],
      'that of a request at the same moment': [
        [call('x1', id, other), call('x2', other, id.toUpperCase())],
        { at: place, expected: id, got: `${other}, which x2 sent`, exchange: 'x1' },
        { at: place, expected: other, got: `${id}, which x1 sent`, exchange: 'x2' },
      ],
      'beside its own': [[call('x1', id, id), call('x2', other, `${other}, ${id}`)], place],
      'where none was sent': [
        [call('x1', id, id), call('x2', other, other), call('x3', undefined, id, { status: 401 })],
        { at: place, expected: 'another id', got: `${id}, which x1 sent`, exchange: 'x3' },
      ],
    },
    undecided: {
      'one request': [call('x1', id, id)],
      'no id came back': [call('x1', id, undefined), call('x2', other, undefined)],
      'nothing was asked': [],
    },
  })
})

describe('idIsNotLostOnErrors', () => {
  const call = (status: number, back: string | undefined, more = {}) =>
    exchange({ id: `x${status}`, status, sent, ...(back && { headers: { [name]: back } }), ...more })
  const good = call(200, id)
  proves(idIsNotLostOnErrors, {
    holds: {
      'on both': [good, call(404, id)],
      'in another case': [good, call(500, id.toUpperCase())],
      'another id has another rule': [good, call(400, other)],
    },
    breaks: {
      'only on success': [
        [call(400, undefined), good, call(404, id)],
        { at: `GET /accounts 400: ${place}`, expected: id, got: 'nothing', exchange: 'x400' },
      ],
      'an empty one': [[good, call(404, '')], `GET /accounts 404: ${place}`],
    },
    undecided: {
      'no error': [good],
      'a success without the id': [call(200, undefined), call(400, undefined)],
      'another operation': [good, call(400, undefined, { operation: 'GET /parties' })],
      'what no contract names': [call(200, id, { operation: null }), call(404, undefined, { operation: null })],
      'a gateway': [good, call(502, undefined)],
      'rate limited': [good, call(429, undefined)],
      'refused before the API was asked': [good, call(431, undefined)],
      'no certificate': [good, call(400, undefined, { certificate: 'none' })],
      'none was sent': [good, exchange({ status: 400 })],
    },
  })
})

it('observes an id that was left out', () => {
  expect(interactionIdLeftOut(exchange({ sent, status: 429 }))).toEqual({ [`${name} left out on status`]: '429' })
  expect(interactionIdLeftOut(exchange({ sent, headers: { [name]: id } }))).toEqual({})
})
