import { eachOf } from '../../../../checks/answers.ts'
import { partsKeepContract } from '../../../../checks/kept-parts.ts'
import { recordsDiffer } from '../../../../checks/lists.ts'
import { daysAreInOrder, membersAreThere, zeroHasSign } from '../../../../checks/record-facts.ts'
import type { ExchangeRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { values } from '../../every-exchange/parts.ts'
import { account, accounts, balances, statements } from '../../operations.ts'
import { everywhere } from '../../row.ts'
import { parts } from '../parts.ts'
import { statementsAside } from '../statements.ts'

const kinds = { members: ['/Currency', '/AccountType', '/AccountSubType'] } as const
/** Days, amounts and currencies are those of other rules. */
const form = {
  operations: [statements],
  parts: parts.statement,
  except: values,
  holds: '/Data/Statements',
}
const balance = { operations: [balances], records: '/Data/Balance/*' }

/** What records say beside their form. */
export const recordsMakeSense: readonly ExchangeRule[] = [
  // The contract has all three optional, its text only for accounts that were switched, of which no answer tells.
  everywhere({
    id: 'UAE-BDS-007',
    level: 'SHOULD',
    about: 'bank',
    title: 'An account tells its currency, its type and its kind',
    cites: [cite.accountInformation('AEAccountArrayId: Currency, AccountType, AccountSubType')],
    defect: 'account-without-currency',
    check: eachOf(
      membersAreThere({ operations: [accounts], records: '/Data/Account/*', ...kinds }),
      membersAreThere({ operations: [account], records: '/Data/Account', ...kinds }),
    ),
    example: {
      breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{"AccountId":"a1", … no Currency}]}, …}',
      findings: [{ at: '/Data/Account/0/Currency', expected: 'the member', got: 'nothing' }],
    },
  }),
  // Balances of one type at two moments are two balances: DateTime is compared, too.
  {
    ...everywhere({
      id: 'UAE-BDS-013',
      level: 'SHOULD',
      about: 'bank',
      title: 'A balance of zero is a credit, and no balance stands twice',
      cites: [cite.accountInformation('AEBalance: CreditDebitIndicator, Type')],
      defect: 'zero-as-debit',
      check: eachOf(
        zeroHasSign({ ...balance, amount: '/Amount/Amount', sign: '/CreditDebitIndicator', zero: 'Credit' }),
        recordsDiffer({
          operations: [balances],
          list: '/Data/Balance',
          members: ['/Type', '/Amount/Currency', '/CreditLine', '/DateTime'],
        }),
      ),
      example: {
        breaks: `GET /accounts/{AccountId}/balances\n\n200
{"Data":{"AccountId":"a1","Balance":[{"CreditDebitIndicator":"Debit","Amount":{"Amount":"0.00", … }, … }]}, …}`,
        findings: [
          { at: '/Data/Balance/0/CreditDebitIndicator', expected: 'Credit for an amount of zero', got: 'Debit' },
        ],
      },
    }),
    defects: ['zero-as-debit', 'balance-twice'],
  },
  // Periods that overlap and balances that do not follow from each other are observed: nothing says that they must not.
  everywhere({
    id: 'UAE-BDS-024',
    level: 'MUST',
    about: 'bank',
    title: 'A statement has its days, balances and summary, and begins before it ends',
    cites: [cite.accountInformation('AEReadStatements, AEStatements')],
    defect: 'statement-ends-before-it-begins',
    operations: [statements],
    check: eachOf(
      partsKeepContract(form),
      daysAreInOrder({
        operations: [statements],
        records: '/Data/Statements/*',
        first: '/OpeningDate',
        last: '/ClosingDate',
      }),
    ),
    observe: statementsAside,
    example: {
      breaks: `GET /accounts/{AccountId}/statements\n\n200
{"Data":{"AccountId":"a1","Statements":[{ …,"OpeningDate":"2026-05-31","ClosingDate":"2026-05-01"}], … }, …}`,
      findings: [{ at: '/Data/Statements/0/OpeningDate', expected: 'not after 2026-05-01', got: '2026-05-31' }],
    },
  }),
]
