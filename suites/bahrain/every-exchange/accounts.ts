import { eachOf } from '../../../checks/answers.ts'
import { finding, show } from '../../../checks/findings.ts'
import { placesAt, valueAt } from '../../../checks/places.ts'
import { pathValue } from '../../../checks/target.ts'
import { type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { account } from '../operations.ts'
import { nothingOwnedBy, ofSuccess } from './answers.ts'

const members = ['/AccountId', '/Type', '/Amount/Currency']

/** A type may come back for another currency. */
const typesDiffer = ofSuccess(({ row, value, at }) => {
  const balances = row.list === 'Balance' ? placesAt(value, '/Data/Balance/*') : []
  if (balances.length === 0) return silent('the answer holds no balance')
  const first = new Map<string, string>()
  return balances.flatMap((balance) => {
    const values = members.map((member) => show(valueAt(balance.value, member)))
    const key = values.join(', ')
    const before = first.get(key)
    if (before === undefined) first.set(key, balance.at)
    return before === undefined
      ? []
      : [finding(`${at}${balance.at}`, `another account, type or currency than ${before}`, key)]
  })
})

/** A beneficiary that is kept per customer has an empty AccountId, or none. The account itself is BH-UID-002's matter. */
const onlyOfItsAccount = ofSuccess(({ row, value, at }, exchange) => {
  const asked = row.id === account ? undefined : pathValue(exchange, 'AccountId')
  if (asked === undefined) return silent('the answer is not about what belongs to one account')
  const records = [
    ...placesAt(value, `/Data/${row.list ?? ''}/*/AccountId`),
    ...placesAt(value, '/Data/ReadAccount/AccountId'),
  ]
  const named = records.filter((record) => typeof record.value === 'string' && record.value !== '')
  if (named.length === 0) return silent('the answer names no account')
  return named.flatMap((record) => (record.value === asked ? [] : [finding(`${at}${record.at}`, asked, record.value)]))
})

/** What belongs to accounts. */
export const accounts: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-AIS-002',
    level: levels('BH-AIS-002'),
    about: 'bank',
    title: 'An account has at least one balance, and each type of it once',
    cites: [cite.schemas('OBReadBalance'), cite.pages('Balances')],
    defect: 'bh-balance-type-twice',
    check: eachOf(
      typesDiffer,
      nothingOwnedBy('BH-AIS-002', ({ row }) => row.list === 'Balance'),
    ),
    example: {
      breaks: `GET /accounts/{AccountId}/balances\n\n200\n{"Data":{"Balance":[
{"AccountId":"a1","Type":"InterimBooked", … },{"AccountId":"a1","Type":"InterimBooked", … }]}, …}`,
      findings: [
        {
          at: '/Data/Balance/1',
          expected: 'another account, type or currency than /Data/Balance/0',
          got: 'a1, InterimBooked, BHD',
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-AIS-005',
    level: levels('BH-AIS-005'),
    about: 'bank',
    title: 'What is listed for an account belongs to that account',
    cites: [cite.own('the resources of an account are those below its path')],
    defect: 'bh-balance-of-another-account',
    check: onlyOfItsAccount,
    example: {
      breaks: 'GET /accounts/a1/balances\n\n200\n{"Data":{"Balance":[{"AccountId":"a2", … }]}, …}',
      findings: [{ at: '/Data/Balance/0/AccountId', expected: 'a1', got: 'a2' }],
    },
  }),
]
