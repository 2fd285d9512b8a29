import { at } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { rule, undecided } from '../../../../engine/rule.ts'
import { recordsIn } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { beneficiaries } from '../../operations.ts'
import { type InBulk, readAllBeneficiaries, readAllInBulk } from '../scenarios/read-in-bulk.ts'

const accountsIn = (exchange: Exchange, list: string): ReadonlySet<unknown> =>
  new Set(recordsIn(exchange, list).map((one) => at(one, 'AccountId')))

const hasMore = ({ response }: Exchange): boolean => /"Next"\s*:/.test(response.body)

/** BH-AIS-003: which accounts have records at all is compared, and nothing of the records: balances move. */
export const bulkHasTheSameAccounts = rule({
  id: 'BH-AIS-003',
  requirements: ['BH-AIS-003'],
  level: levels('BH-AIS-003'),
  about: 'bank',
  title: 'What is read of all accounts together holds the accounts that are read one by one',
  cites: [cite.pages('pages of the bulk resources')],
  defects: ['bh-bulk-balances-lack-one'],
  on: readAllInBulk,
  check({ list, bulk, singles }: InBulk) {
    if (hasMore(bulk)) return undecided('the answer for all accounts has further pages')
    const together = accountsIn(bulk, list)
    const open = singles.filter(({ exchange }) => !succeeded(exchange))
    const lacking = singles.filter(
      ({ account: id, exchange }) => succeeded(exchange) && recordsIn(exchange, list).length > 0 && !together.has(id),
    )
    if (lacking.length > 0)
      return lacking.map(({ account: id }) => finding(`/Data/${list}`, `records of the account ${id}`, undefined, bulk))
    return open.length > 0 ? undecided('the records of an account were refused') : []
  },
  example: {
    breaks: `GET /balances
200 {"Data":{"Balance":[{"AccountId":"a1", …}]}, …}

GET /accounts/a2/balances
200 {"Data":{"Balance":[{"AccountId":"a2", …}]}, …}`,
    findings: [{ at: '/Data/Balance', expected: 'records of the account a2', got: 'nothing' }],
  },
})

/** BH-AIS-004: only where the bank keeps beneficiaries by customer, so that all together name no account. */
export const beneficiariesNameTheirAccount = rule({
  id: 'BH-AIS-004',
  requirements: ['BH-AIS-004'],
  level: levels('BH-AIS-004'),
  about: 'bank',
  title: 'Beneficiaries of a customer, read for an account, name that account',
  cites: [cite.pages('Beneficiaries')],
  defects: ['bh-own-beneficiaries-without-account'],
  on: [readAllBeneficiaries],
  operation: beneficiaries,
  check({ bulk, singles }) {
    const unnamed = recordsIn(bulk, 'Beneficiary').some((one) =>
      ['', null, undefined].includes(at(one, 'AccountId') as string),
    )
    if (!unnamed) return { silent: 'all together name their accounts, too' }
    const read = singles.filter(({ exchange }) => recordsIn(exchange, 'Beneficiary').length > 0)
    if (read.length === 0) return undecided('no account has beneficiaries')
    return read.flatMap(({ account: id, exchange }) =>
      recordsIn(exchange, 'Beneficiary').flatMap((one, index) => {
        const named = at(one, 'AccountId')
        return named === id ? [] : [finding(`/Data/Beneficiary/${index}/AccountId`, id, named, exchange)]
      }),
    )
  },
  example: {
    breaks: `GET /beneficiaries
200 {"Data":{"Beneficiary":[{"BeneficiaryId":"b1", …}]}, …}

GET /accounts/a1/beneficiaries
200 {"Data":{"Beneficiary":[{"BeneficiaryId":"b1", …}]}, …}`,
    findings: [{ at: '/Data/Beneficiary/0/AccountId', expected: 'a1', got: 'nothing' }],
  },
})
