import { expect, it } from 'vitest'
import { exchange } from '../../../testing/exchange.ts'
import { statements } from '../operations.ts'
import { statementsAside } from './statements.ts'

const amount = (sign: string, Amount: string) => ({ CreditDebitIndicator: sign, Amount: { Amount, Currency: 'AED' } })
const may = {
  OpeningDate: '2026-05-01',
  ClosingDate: '2026-05-31',
  OpeningBalance: amount('Debit', '10.5'),
  ClosingBalance: amount('Credit', '4.5'),
  Summary: [amount('Credit', '20'), amount('Debit', '5.00000')],
}
const told = (...Statements: readonly unknown[]) =>
  exchange({ operation: statements, body: { Data: { AccountId: 'a1', Statements } } })

it.each([
  ['what adds up', told(may), {}],
  ['the next month', told({ ...may, OpeningDate: '2026-06-01', ClosingDate: '2026-06-30' }, may), {}],
  [
    'another closing',
    told({ ...may, ClosingBalance: amount('Debit', '4.5') }),
    { 'statements that do not add up': '1 of 1' },
  ],
  ['an amount that is none', told({ ...may, ClosingBalance: amount('Credit', 'much') }), {}],
  ['a month twice', told(may, { ...may, OpeningDate: '2026-05-15' }), { 'statements that overlap': '1 of 2' }],
  ['another operation', exchange({ body: {} }), {}],
])('observes %s', (_, evidence, seen) => {
  expect(statementsAside(evidence)).toEqual(seen)
})
