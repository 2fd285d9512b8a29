import { describe, expect, test } from 'vitest'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { errorOfApi } from './declared.ts'

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
    const nowhere = { ...given, succeeded: () => false }
    expect(errorOfApi(scope, exchange({ status: 403 }), nowhere)).toEqual({
      undecided:
        'no call of account-information succeeded in this run; resources.account-information may lead elsewhere',
    })
  })
})
