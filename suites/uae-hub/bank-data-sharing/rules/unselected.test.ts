import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Unselected } from '../scenarios/read-unselected.ts'
import { unselectedAccountsStayShut } from './unselected.ts'

const operation = 'GET /accounts/{AccountId}/balances'
const evidence = (outside: Sample, inside: Sample = {}): Unselected => ({
  list: exchange(),
  inside: { name: 'an account of the consent', exchange: exchange({ id: 'x1', operation, ...inside }) },
  outside: { name: 'an account that is not of the consent', exchange: exchange({ id: 'x2', operation, ...outside }) },
})
const data = { Data: { AccountId: 'a2', Balance: [{ Type: 'ClosingBooked' }] } }

proves(unselectedAccountsStayShut, {
  holds: {
    '403': evidence({ status: 403 }),
    '404': evidence({ status: 404 }),
    'an empty list': evidence({ body: { Data: { AccountId: 'a2', Balance: [] } } }),
  },
  breaks: {
    'a record': [
      evidence({ body: data }),
      {
        at: 'an account that is not of the consent: status',
        expected: '400 or 403 or 404, and no data',
        got: '200',
        exchange: 'x2',
      },
    ],
    'an account': [
      evidence({ body: { Data: { AccountId: 'a2', Account: { Status: 'Active' } } } }),
      'an account that is not of the consent: status',
    ],
    'a record, where even the account of the consent is shut': [
      evidence({ body: data }, { status: 403 }),
      'an account that is not of the consent: status',
    ],
  },
  undecided: {
    'the account of the consent is shut, too': evidence({ status: 403 }, { status: 403 }),
    'the token ended': evidence({ status: 401 }),
    'a failure': evidence({ status: 500 }),
    'no answer': { ...evidence({}), inside: { name: 'an account of the consent', inconclusive: 'closed' } },
  },
})
