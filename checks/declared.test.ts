import { describe, expect, test } from 'vitest'
import { accountsContract, contract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { answerOfApi, declared, errorOfApi } from './declared.ts'

const given = givenOver([accountsContract()])
const scope = { contracts: ['account-information'] }

describe('an error of the API', () => {
  test('has the facts of the contract', () => {
    expect(errorOfApi(scope, exchange({ status: 403 }), given)).toMatchObject({ operation: { id: 'GET /accounts' } })
  })

  test.each([
    ['a success', exchange({ status: 200 })],
    ['429, which has rules of its own', exchange({ status: 429 })],
    ['an answer of a gateway', exchange({ status: 502 })],
    ['a call with the certificate of another client', exchange({ status: 403, certificate: 'second' })],
    ['what no contract names', exchange({ status: 404, operation: null })],
  ])('is not %s', (_, sample) => {
    expect(errorOfApi(scope, sample, given)).toHaveProperty('silent')
  })

  test('is not told from a stranger’s while no call of the API succeeded', () => {
    const nowhere = { ...given, apiSucceeded: () => false }
    expect(errorOfApi(scope, exchange({ status: 403 }), nowhere)).toEqual({
      undecided: 'no call of account-information succeeded in this run; its base URL may lead elsewhere',
    })
  })
})

describe('an answer of the API', () => {
  test.each([200, 206, 400, 404, 405, 500])('is one with status %d', (status) => {
    expect(answerOfApi(scope, exchange({ status }), given)).toMatchObject({ operation: { id: 'GET /accounts' } })
  })

  test.each([
    ['rate limited', exchange({ status: 429 })],
    ['an answer of a gateway', exchange({ status: 503 })],
    ['a call without a certificate', exchange({ certificate: 'none' })],
    ['another API', exchange({ operation: 'POST /token' })],
  ])('is not %s', (_, sample) => {
    expect(answerOfApi(scope, sample, given)).toHaveProperty('silent')
  })

  test('is not told from a stranger’s while no call of the API succeeded', () => {
    expect(answerOfApi(scope, exchange(), { ...given, apiSucceeded: () => false })).toHaveProperty('undecided')
  })
})

test.each([
  [400, ['own']],
  [404, ['class']],
  [500, ['default']],
])('a status %d has its own facts, else those of its class, else the default', (status, mediaTypes) => {
  const over = contract({ operations: { 'GET /accounts': { 400: ['own'] } } })
  const facts = over.operations.get('GET /accounts')
  if (facts === undefined) throw new Error('no such operation')
  const responses = {
    ...facts.responses,
    '4XX': { mediaTypes: ['class'], headers: [] },
    default: { mediaTypes: ['default'], headers: [] },
  }
  const wide = { ...over, operations: new Map([[facts.id, { ...facts, responses }]]) }
  expect(declared(exchange({ status }), givenOver([wide]))?.response?.mediaTypes).toEqual(mediaTypes)
})
