import { expect, test } from 'vitest'
import { loadContract } from '../../schemas/contract.ts'
import { matcherOf } from './match.ts'

const contracts = ['authorization-endpoints', 'account-information'].map((name) =>
  loadContract('uae/v2.1', `standards/${name}`),
)
const base = 'https://rs1.bank.test/open-finance/account-information/v2.1'

const named = (request: string, bases: Readonly<Record<string, string>> = {}, asked: readonly string[] = []) => {
  const [method = '', url = ''] = request.split(' ')
  const where = { bases, asked: new Set(asked), authorizationServer: true }
  return matcherOf(contracts, where)({ method, url, headers: [] })
}

test.each([
  [`GET ${base}/accounts?page=2`, 'GET /accounts'],
  [`GET ${base}/accounts/a1/transactions`, 'GET /accounts/{AccountId}/transactions'],
  [`DELETE ${base}/accounts`, undefined],
  [`OPTIONS ${base}/accounts`, undefined],
  [`GET ${base}/accounts/a1/b2/c3`, undefined],
  ['GET https://rs1.bank.test/open-finance/account-information/v1.2/accounts', undefined],
  ['GET https://web.test/accounts', undefined],
])('below its base URL: %s', (request, operation) => {
  expect(named(request, { 'account-information': base }, ['rs1.bank.test'])).toBe(operation)
})

test.each([
  ['GET https://pg:8745/api/account-access-consents/abc', 'GET /account-access-consents/{ConsentId}'],
  ['PATCH https://pg:8745/api/account-access-consents/abc', 'PATCH /account-access-consents/{ConsentId}'],
  ['GET https://pg:8745/accounts', 'GET /accounts'],
  ['GET https://pg:8745/api/accounts/parties', 'GET /accounts/{AccountId}'],
  ['GET https://pg:8745/api/accounts/a1/parties', 'GET /accounts/{AccountId}/parties'],
  ['GET https://pg:8745/api/parties', 'GET /parties'],
  ['GET https://pg:8745/api/accounts/', undefined],
  ['POST https://as.test/oauth2/token', 'POST /token'],
  ['POST https://as.test/as/par', 'POST /par'],
  ['GET https://as.test/a/.well-known/openid-configuration', 'GET /.well-known/openid-configuration'],
  ['GET https://as.test/auth?client_id=c&request_uri=urn:x', 'authorization'],
  ['GET https://as.test/auth', undefined],
  ['GET data:text/plain,accounts', undefined],
])('by its end: %s', (request, operation) => {
  expect(named(request)).toBe(operation)
  expect(named(request, { 'account-information': base })).toBe(operation)
})
