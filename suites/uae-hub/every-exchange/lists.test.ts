import { exchange } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accountBody, accountsBody, transactionsBody, uaeGiven } from '../../../testing/uae-hub.ts'
import { listsAndOwners } from './lists.ts'

const operation = 'GET /accounts/{AccountId}/transactions'
const url = 'https://rs1.bank.example/accounts/a1/balances'

proves(
  ruleNamed(listsAndOwners, 'UAE-ERR-019'),
  {
    holds: { 'an empty list': exchange({ operation, body: transactionsBody([]) }) },
    breaks: {
      null: [
        exchange({ operation, body: { Data: { AccountId: 'a1', Transaction: null } } }),
        { at: '/Data/Transaction', expected: 'a list', got: 'null' },
      ],
      'left out': [exchange({ body: { Data: {} } }), '/Data/Account'],
      'one without a list around it': [
        exchange({ operation: 'GET /accounts/{AccountId}/statements', body: { Data: { Statements: {} } } }),
        '/Data/Statements',
      ],
    },
    silent: {
      'one account': exchange({ operation: 'GET /accounts/{AccountId}', body: accountBody('a1') }),
      'an error': exchange({ operation, status: 403, body: {} }),
    },
  },
  uaeGiven,
)

const balances = (AccountId: unknown) =>
  exchange({ operation: 'GET /accounts/{AccountId}/balances', url, body: { Data: { AccountId, Balance: [] } } })
proves(
  ruleNamed(listsAndOwners, 'UAE-BDS-003'),
  {
    holds: { 'its own': balances('a1') },
    breaks: { 'of another': [balances('a2'), { at: '/Data/AccountId', expected: 'a1', got: 'a2' }] },
    silent: { 'the list of accounts': exchange({ body: accountsBody('a1') }) },
  },
  uaeGiven,
)

proves(
  ruleNamed(listsAndOwners, 'UAE-BDS-004'),
  {
    holds: { 'two accounts': exchange({ body: accountsBody('a1', 'a2') }) },
    breaks: {
      'one twice': [
        exchange({ body: accountsBody('a1', 'a1') }),
        { at: '/Data/Account/1/AccountId', expected: 'another id than at /Data/Account/0/AccountId', got: 'a1' },
      ],
    },
    silent: { 'no accounts': exchange({ body: accountsBody() }) },
  },
  uaeGiven,
)
