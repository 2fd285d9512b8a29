import { object } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Finding, rule } from '../../../../engine/rule.ts'
import { recordsIn } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { operation } from '../../operations.ts'
import { readBasicViews } from '../scenarios/read-narrowly.ts'

const creditor = ['CreditorAgent', 'CreditorAccount']

/** Members that the basic view of a record leaves out, by the list in which it stands. */
const details: Readonly<Record<string, readonly string[]>> = {
  Account: ['Account', 'Servicer'],
  Beneficiary: creditor,
  StandingOrder: creditor,
  FutureDatedPayment: creditor,
  Transaction: ['TransactionInformation', 'Balance', 'MerchantDetails', ...creditor, 'DebtorAgent', 'DebtorAccount'],
  Statement: ['StatementAmount'],
}

const listOf = (exchange: Exchange): string => operation(exchange.operation ?? '')?.list ?? ''

const detailsIn = (exchange: Exchange): readonly Finding[] => {
  const list = listOf(exchange)
  return recordsIn(exchange, list).flatMap((record, index) =>
    (details[list] ?? []).flatMap((name) =>
      name in (object(record) ?? {})
        ? [finding(`/Data/${list}/${index}/${name}`, 'nothing', 'the member', exchange)]
        : [],
    ),
  )
}

/** BH-PRM-007: a view that was refused is not looked at. */
export const basicShowsNoDetail = rule({
  id: 'BH-PRM-007',
  requirements: ['BH-PRM-007'],
  level: levels('BH-PRM-007'),
  about: 'bank',
  title: 'Without a permission for detail the members of the detail stay hidden',
  cites: [cite.schemas('Basic and Detail'), cite.british('account-and-transaction-api-profile, permissions')],
  defects: ['bh-basic-shows-detail'],
  on: [readBasicViews],
  check: ({ list, transactions: read, basics }) => [list, ...read, ...basics].filter(succeeded).flatMap(detailsIn),
  example: {
    breaks: `GET /accounts   under ReadAccountsBasic
200
{"Data":{"Account":[{"AccountId":"a1","Account":[ … ], …}]}, …}`,
    findings: [{ at: '/Data/Account/0/Account', expected: 'nothing', got: 'the member' }],
  },
})
