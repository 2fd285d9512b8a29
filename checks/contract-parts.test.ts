import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { transaction, transactionsBody, uaeGiven } from '../testing/uae-hub.ts'
import { isOf, partKeepsContract } from './contract-parts.ts'

const operation = 'GET /accounts/{AccountId}/transactions'
const withAmount = (Amount: unknown) => {
  const one = transaction('t1', '2026-05-03T15:46:00Z', { Amount: { Amount, Currency: 'AED' } })
  return exchange({ operation, body: transactionsBody([one]) })
}
const simple = 'AEActiveCurrencyAndAmount_SimpleType'
const amounts = { contracts: ['account-information'], part: { components: [simple] }, governs: [simple] } as const

proves(
  partKeepsContract(amounts),
  {
    holds: {
      'an amount': withAmount('10.00'),
      'another fault is another matter': exchange({
        operation,
        body: transactionsBody([{ ...transaction('t1', 'yesterday'), Foo: 1 }]),
      }),
    },
    breaks: {
      'a number': [withAmount(10), { at: '/Data/Transaction/0/Amount/Amount', expected: 'a string', got: '10' }],
      'a sign': [withAmount('-10.00'), '/Data/Transaction/0/Amount/Amount'],
    },
    silent: {
      'no such value': exchange({ operation, body: transactionsBody([]) }),
      'an error': exchange({ operation, status: 403, body: {} }),
      'another contract': exchange({ operation: 'POST /par', body: {} }),
    },
  },
  uaeGiven,
)

describe('within a governed value', () => {
  const within = { ...amounts, governs: ['AEActiveOrHistoricCurrencyAndAmount_2'], within: '/Nothing' } as const
  it('is silent where no such value has the member', () => {
    expect(partKeepsContract(within)(withAmount('10.00'), uaeGiven)).toHaveProperty('silent')
  })
})

describe('isOf', () => {
  const fault = { at: '/Links/Self', keyword: 'format', format: 'uri', component: 'Self', expected: 'a URI', got: '""' }
  it.each([
    [{}, true],
    [{ components: ['Self'] }, true],
    [{ components: ['Other'] }, false],
    [{ members: ['Self', 'Next'] }, true],
    [{ members: ['Links'] }, false],
    [{ format: 'uri' }, true],
    [{ format: 'date' }, false],
    [{ expected: 'a URI' }, true],
    [{ expected: 'an array' }, false],
    [{ operations: ['GET /accounts'] }, true],
    [{ operations: ['GET /parties'] }, false],
    [{ at: '/Links/Self' }, true],
    [{ at: '/Links' }, false],
    [{ under: '/Links' }, true],
    [{ under: '/Links/Self' }, true],
    [{ under: '/Link' }, false],
  ] as const)('%j: %s', (part, belongs) => expect(isOf(part, fault, 'GET /accounts')).toBe(belongs))
})
