import { expect, it } from 'vitest'
import { base, exchange } from '../testing/exchange.ts'
import { pathValue, resourceOf } from './target.ts'

const balances = (url: string) => exchange({ operation: 'GET /accounts/{AccountId}/balances', url })

it.each<readonly [string, string | undefined]>([
  [`${base}/accounts/a1/balances`, 'a1'],
  [`${base}/accounts/a%2F1/balances?x=/y/z/`, 'a/1'],
  [`${base}/accounts/a%1/balances/`, 'a%1'],
  ['https://rs1.bank.example/balances', undefined],
  [`${base}/accounts/a1/balances/page/2`, undefined],
  [`${base}/cursors/a1/balances`, undefined],
])('reads the value of a path parameter from %s', (url, value) => {
  expect(pathValue(balances(url), 'AccountId')).toBe(value)
})

it('knows no parameter that the path does not have, nor any without an operation', () => {
  expect(pathValue(balances(`${base}/accounts/a1/balances`), 'ConsentId')).toBeUndefined()
  expect(pathValue(exchange({ operation: null, url: `${base}/accounts/a1` }), 'AccountId')).toBeUndefined()
})

it('names a resource by its last segments', () => {
  const sample = balances(`${base}/accounts/a1/balances`)
  expect(resourceOf('https://inside/x/accounts/a1/balances/', sample)).toEqual(['accounts', 'a1', 'balances'])
  expect(resourceOf('/a1', sample)).toBeUndefined()
})
