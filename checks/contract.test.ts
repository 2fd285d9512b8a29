import { describe, expect, it } from 'vitest'
import type { SchemaFault } from '../engine/contract.ts'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { uaeGiven } from '../testing/uae-hub.ts'
import { at } from './body.ts'
import { bodyKeepsContract, errorKeepsContract, undeclaredMembers } from './contract.ts'

const undeclared: SchemaFault = {
  at: '/Foo',
  keyword: 'additionalProperties',
  expected: 'no member beside the declared ones',
  got: 'Foo',
}
const badDate: SchemaFault = { at: '/When', keyword: 'format', format: 'date-time', expected: 'a date-time', got: 'x' }
const faults = (body: unknown): readonly SchemaFault[] => [
  ...(at(body, 'Foo') === undefined ? [] : [undeclared]),
  ...(at(body, 'When') === 'x' ? [badDate] : []),
  ...(at(body, 'Whole') === true ? [{ ...undeclared, at: '' }] : []),
]
const given = givenOver([accountsContract({ faults })])
const found = { at: '/Foo', expected: undeclared.expected, got: 'Foo' }

describe('bodyKeepsContract', () => {
  proves(
    bodyKeepsContract({ operations: ['GET /accounts'] }),
    {
      holds: {
        'nothing wrong': exchange({ body: { Data: {} } }),
        'a bad date has a rule of its own': exchange({ body: { When: 'x' } }),
        'a wrong media type has a rule of its own': exchange({ body: '{}', headers: { 'content-type': 'text/plain' } }),
        'a JWS whose message is right': exchange({ body: 'a.b.c', jws: { claims: { message: { Data: {} }, Foo: 1 } } }),
      },
      breaks: {
        'an undeclared member': [exchange({ body: { Foo: 1 } }), found],
        'the same in a JWS': [
          exchange({ body: 'a.b.c', jws: { claims: { message: { Foo: 1 } } } }),
          { ...found, at: '/message/Foo' },
        ],
        'the whole body': [exchange({ body: { Whole: true } }), 'body'],
        'no JSON': [
          exchange({ body: '<html>' }),
          { at: 'body', expected: 'a JSON object', got: 'no media type, 6 characters, no JSON' },
        ],
        'no body': [exchange(), { at: 'body', expected: 'a JSON object', got: 'nothing' }],
      },
      silent: {
        'another operation': exchange({ operation: 'GET /parties', body: { Foo: 1 } }),
        'an error': exchange({ status: 400, body: { Foo: 1 } }),
        'status not declared': exchange({ status: 206, body: { Foo: 1 } }),
        'XML was asked for': exchange({ sent: { Accept: 'application/xml' }, body: '<a/>' }),
      },
    },
    given,
  )
})

describe('errorKeepsContract', () => {
  proves(
    errorKeepsContract({ contracts: ['account-information'] }),
    {
      holds: { 'an error': exchange({ status: 400, body: { Errors: [] } }) },
      breaks: {
        'an undeclared member': [exchange({ status: 403, body: { Foo: 1 } }), found],
        'no body': [exchange({ status: 500 }), { at: 'body', expected: 'a JSON object with Errors', got: 'nothing' }],
        'in a JWS': [
          exchange({ status: 400, body: 'a.b.c', jws: { claims: { message: { Foo: 1 } } } }),
          '/message/Foo',
        ],
      },
      silent: {
        'a success': exchange({ body: { Foo: 1 } }),
        'no body is declared': exchange({ status: 401, body: { Foo: 1 } }),
        'status not declared': exchange({ status: 404, body: { Foo: 1 } }),
        'no certificate': exchange({ status: 400, body: { Foo: 1 }, certificate: 'none' }),
        'XML was asked for': exchange({ sent: { Accept: 'application/xml' }, status: 400, body: '<a/>' }),
      },
    },
    given,
  )
})

describe('undeclaredMembers', () => {
  const observe = undeclaredMembers({ operations: ['GET /accounts/{AccountId}/statements'] })
  const operation = 'GET /accounts/{AccountId}/statements'

  it('tells what an open part of a body holds besides, once for all items of a list', () => {
    const statement = (more: object) => ({ StatementId: 's', ...more })
    const body = { Data: { Statements: [statement({ Foo: 1 }), statement({ Foo: 2 }), statement({})] } }
    expect(observe(exchange({ operation, body }), uaeGiven)).toEqual({
      undeclared: '/Data/Statements/*/Foo',
    })
  })

  it.each([
    ['nothing besides', exchange({ operation, body: { Data: { Statements: [] } } })],
    ['another operation', exchange({ body: { Foo: 1 } })],
    ['an error', exchange({ operation, status: 400, body: { Foo: 1 } })],
  ])('tells nothing of %s', (_, evidence) => expect(observe(evidence, uaeGiven)).toEqual({}))
})
