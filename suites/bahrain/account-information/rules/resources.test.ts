import { exchange } from '../../../../testing/exchange.ts'
import { givenOver } from '../../../../testing/given.ts'
import { proves } from '../../../../testing/proves.ts'
import { account, accounts, allOffers, balances, productDetails } from '../../operations.ts'
import type { Asked } from '../scenarios/ask-for-unclaimed.ts'
import type { Mandatory } from '../scenarios/read-mandatory.ts'
import { listedAccountsAreThere, pathsAreThere } from './resources.ts'
import { absentOperationsAreNotFound } from './unclaimed.ts'

const there = (products: number, ...calls: readonly (readonly [string, number])[]): Mandatory => ({
  calls: calls.map(([operation, status], index) => exchange({ id: `x${index + 1}`, operation, status })),
  products: { name: productDetails, exchange: exchange({ operation: productDetails, status: products }) },
})
const absent = (got: number) => ({
  at: `${balances}: status`,
  expected: 'an answer of the operation',
  got: String(got),
  exchange: 'x2',
})
proves(pathsAreThere, {
  holds: {
    'all answered': there(200, [accounts, 200], [balances, 200]),
    'refused for another reason': there(404, [accounts, 200], [balances, 403]),
    'a failure': there(200, [accounts, 200], [balances, 500]),
  },
  breaks: {
    'not found': [there(200, [accounts, 200], [balances, 404]), absent(404)],
    'not built': [there(200, [accounts, 200], [balances, 501]), absent(501)],
  },
})

const listing = (id: string, ...names: readonly string[]) =>
  exchange({ id, operation: account, body: { Data: { Account: names.map((AccountId) => ({ AccountId })) } } })
const one = (name: string, answer: ReturnType<typeof listing>) => ({
  list: listing('x1', 'a1'),
  reads: [{ name, exchange: answer }],
})
proves(listedAccountsAreThere, {
  holds: { 'the account': one('a1', listing('x2', 'a1')) },
  breaks: {
    'not there': [
      one('a1', exchange({ id: 'x2', status: 404 })),
      { at: 'a1: status', expected: '200', got: '404', exchange: 'x2' },
    ],
    'another one': [
      one('a1', listing('x2', 'a2')),
      { at: 'a1: /Data/Account/0/AccountId', expected: 'a1', got: 'a2', exchange: 'x2' },
    ],
  },
  undecided: {
    'the token ended': one('a1', exchange({ status: 401 })),
    'a failure': one('a1', exchange({ status: 500 })),
    'no account': { list: listing('x1'), reads: [] },
    'no answer': { list: listing('x1', 'a1'), reads: [{ name: 'a1', inconclusive: 'closed' }] },
  },
})

const given = { ...givenOver([]), claims: ['accounts', 'offers'] }
const asked = (answer: Parameters<typeof exchange>[0] | string, claim = 'all-offers'): readonly Asked[] => [
  {
    claim,
    probe:
      typeof answer === 'string'
        ? { name: allOffers, inconclusive: answer }
        : { name: allOffers, exchange: exchange({ id: 'x2', operation: allOffers, ...answer }) },
  },
]
const found = (got: string) => ({ at: `${allOffers}: status`, expected: '404', got, exchange: 'x2' })
proves(
  absentOperationsAreNotFound,
  {
    holds: { '404': asked({ status: 404 }), '403': asked({ status: 403 }), '501': asked({ status: 501 }) },
    breaks: {
      'an empty list': [asked({ body: { Data: { Offer: [] } } }), found('200')],
      'a failure': [asked({ status: 500 }), found('500')],
    },
    silent: { claimed: asked({ body: { Data: { Offer: [] } } }, 'offers') },
    undecided: {
      'it is there after all': asked({ body: { Data: { Offer: [{ AccountId: 'a1' }] } } }),
      'no answer': asked('closed'),
    },
  },
  given,
)
