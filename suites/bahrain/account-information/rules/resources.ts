import { at } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { failed, refused, unauthorised, unavailable } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Finding, rule, undecided } from '../../../../engine/rule.ts'
import { recordsIn } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { account } from '../../operations.ts'
import { type OneByOne, readEveryAccount } from '../scenarios/read-every-account.ts'
import { readMandatory } from '../scenarios/read-mandatory.ts'

const missing: ReadonlySet<number> = new Set([404, 405, 501])

/** BH-URI-006: an id in the path was given out by the bank under the same consent. Product details are only observed. */
export const pathsAreThere = rule({
  id: 'BH-URI-006',
  requirements: ['BH-URI-006'],
  level: levels('BH-URI-006'),
  about: 'bank',
  title: 'What every bank has is there, by its path',
  cites: [cite.pages('pages of the resources, levels'), cite.code('paths')],
  defects: ['bh-mandatory-path-missing'],
  on: [readMandatory],
  check: ({ calls }) =>
    calls.flatMap((one) =>
      missing.has(one.response.status)
        ? [finding(`${one.operation}: status`, 'an answer of the operation', one.response.status, one)]
        : [],
    ),
  observe: ({ products: { name, ...products } }) =>
    'exchange' in products && missing.has(products.exchange.response.status)
      ? { [name]: String(products.exchange.response.status) }
      : {},
  example: {
    breaks: `GET /accounts/{AccountId}/balances   of an account that the list names

404`,
    findings: [
      { at: 'GET /accounts/{AccountId}/balances: status', expected: 'an answer of the operation', got: '404' },
    ],
  },
})

const faultsOf = (id: string, exchange: Exchange): readonly Finding[] => {
  if (refused(exchange)) return [finding(`${id}: status`, '200', exchange.response.status, exchange)]
  const shown = recordsIn(exchange, 'Account').map((one) => at(one, 'AccountId'))
  return shown.includes(id) ? [] : [finding(`${id}: /Data/Account/0/AccountId`, id, shown[0], exchange)]
}

const eachResolves = ({ reads }: OneByOne) => {
  const open: string[] = []
  const findings = reads.flatMap((one) => {
    if ('inconclusive' in one) {
      open.push(one.inconclusive)
      return []
    }
    const { exchange, name } = one
    if (unauthorised(exchange) || unavailable(exchange) || failed(exchange)) {
      open.push(`an account was answered with ${exchange.response.status}`)
      return []
    }
    return faultsOf(name, exchange)
  })
  if (findings.length > 0) return findings
  if (reads.length === 0) return undecided('the list names no account')
  return open.length > 0 ? undecided(open.join('; ')) : []
}

/** BH-AIS-001 */
export const listedAccountsAreThere = rule({
  id: 'BH-AIS-001',
  requirements: ['BH-AIS-001'],
  level: levels('BH-AIS-001'),
  about: 'bank',
  title: 'Each account of the list is there by its id',
  cites: [cite.accountInformation('accounts first'), cite.pages('Accounts')],
  defects: ['bh-listed-account-missing'],
  on: [readEveryAccount],
  operation: account,
  check: eachResolves,
  example: {
    breaks: `GET /accounts
200 {"Data":{"Account":[{"AccountId":"a1", …}]}, …}

GET /accounts/a1
404`,
    findings: [{ at: 'a1: status', expected: '200', got: '404' }],
  },
})
