import { expect, it } from 'vitest'
import { exchange } from '../../testing/exchange.ts'
import { atHome } from './links.ts'

const page = exchange({
  url: 'https://rs1.bank.example/open-finance/account-information/v2.1/accounts/a1/transactions',
})

it.each([
  [
    'a link to the same host stays',
    'https://rs1.bank.example/elsewhere/accounts/a1/transactions?page=2',
    'https://rs1.bank.example/elsewhere/accounts/a1/transactions?page=2',
  ],
  [
    'a link to the bank behind the hub comes home',
    'http://core.internal:8080/api/accounts/a1/transactions?page=2&x=%2B',
    'https://rs1.bank.example/open-finance/account-information/v2.1/accounts/a1/transactions?page=2&x=%2B',
  ],
  ['a link to something else stays', 'https://other.example/next', 'https://other.example/next'],
  ['a relative link stays', '?page=2', '?page=2'],
])('%s', (_, link, expected) => expect(atHome(link, page)).toBe(expected))
