import { eachOf } from '../../../checks/answers.ts'
import { idsAreUnique, listIsAList } from '../../../checks/lists.ts'
import { answerIsOfItsPath } from '../../../checks/resource-identity.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { accounts } from '../operations.ts'
import { everywhere } from '../row.ts'
import { judgedLists } from './parts.ts'

const [first = (): ReturnType<Check> => silent('there are no lists'), ...others] = judgedLists.map(
  ({ operation, list }) => listIsAList({ operations: [operation], list }),
)

/** Lists, and whose data an answer holds. */
export const listsAndOwners: readonly ExchangeRule[] = [
  everywhere({
    id: 'UAE-ERR-019',
    also: ['UAE-BDS-030'],
    level: 'MUST',
    about: 'bank',
    title: 'A list without records is an empty list',
    cites: [cite.accountInformation('AEReadAccount, AEReadTransaction and their like'), cite.web('date filters')],
    defect: 'empty-list-as-null',
    check: eachOf(first, ...others),
    example: {
      breaks: 'GET /accounts/{AccountId}/transactions\n\n200\n{"Data":{"AccountId":"a1","Transaction":null}, …}',
      findings: [{ at: '/Data/Transaction', expected: 'a list', got: 'null' }],
    },
  }),
  everywhere({
    id: 'UAE-BDS-003',
    level: 'MUST',
    about: 'bank',
    title: 'The data of an account carries the AccountId that was asked for',
    cites: [cite.accountInformation('Data.AccountId of every resource of an account')],
    defect: 'data-of-another-account',
    check: answerIsOfItsPath({ parameter: 'AccountId', members: ['/Data/AccountId'] }),
    example: {
      breaks: 'GET /accounts/a1/balances\n\n200\n{"Data":{"AccountId":"a2","Balance":[ … ]}, …}',
      findings: [{ at: '/Data/AccountId', expected: 'a1', got: 'a2' }],
    },
  }),
  everywhere({
    id: 'UAE-BDS-004',
    level: 'MUST',
    about: 'bank',
    title: 'Every account stands once in the list of accounts',
    cites: [cite.accountInformation('AEReadAccount, AEAccountId')],
    defect: 'account-listed-twice',
    check: idsAreUnique({ operations: [accounts], list: '/Data/Account', id: '/AccountId' }),
    example: {
      breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{"AccountId":"a1"},{"AccountId":"a1"}]}, …}',
      findings: [
        { at: '/Data/Account/1/AccountId', expected: 'another id than at /Data/Account/0/AccountId', got: 'a1' },
      ],
    },
  }),
]
