import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { recordsKeepFilter } from '../../../../checks/kept-filter.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { succeeded } from '../../../../checks/status.ts'
import { type Answer, rule, silent, undecided } from '../../../../engine/rule.ts'
import { recordsIn } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { transactions } from '../../operations.ts'
import { byBooking } from '../lists.ts'
import { type Narrow, readBasicViews, readDebitsInDetail } from '../scenarios/read-narrowly.ts'
import { readWithinDays } from '../scenarios/read-within-days.ts'
import { cardNumbers } from './card-numbers.ts'

const onlyThatDirection = ({ direction, transactions: read }: Narrow): Answer => {
  const records = read
    .filter(succeeded)
    .flatMap((page) =>
      recordsIn(page, 'Transaction').map((one, index) => ({ page, index, is: at(one, 'CreditDebitIndicator') })),
    )
  if (records.length === 0) return undecided('no transaction was shown')
  return records.flatMap(({ page, index, is }) =>
    is === direction ? [] : [finding(`/Data/Transaction/${index}/CreditDebitIndicator`, direction, is, page)],
  )
}

/** BH-PRM-008 */
export const onlyOneDirectionIsShown = rule({
  id: 'BH-PRM-008',
  requirements: ['BH-PRM-008'],
  level: levels('BH-PRM-008'),
  about: 'bank',
  title: 'Under a consent to credits, or to debits, no others are shown',
  cites: [cite.permissions('table of permissions')],
  defects: ['bh-debits-show-credits'],
  on: [readBasicViews, readDebitsInDetail],
  operation: transactions,
  check: onlyThatDirection,
  example: {
    breaks: `GET /accounts/{AccountId}/transactions   under ReadTransactionsDebits alone
200
{"Data":{"Transaction":[{"CreditDebitIndicator":"Credit", …}]}, …}`,
    findings: [{ at: '/Data/Transaction/0/CreditDebitIndicator', expected: 'Debit', got: 'Credit' }],
  },
})

/** BH-PRM-009: booked ones, by the day that they print; a day more on either side is let pass. */
export const transactionsLieInTheirDays = rule({
  id: 'BH-PRM-009',
  requirements: ['BH-PRM-009'],
  level: levels('BH-PRM-009'),
  about: 'bank',
  title: 'Transactions lie between the bounds of the consent',
  cites: [cite.accountInformation('the period that may be accessed'), cite.schemas('TransactionFromDateTime')],
  defects: ['bh-days-of-consent-ignored'],
  on: [readWithinDays],
  operation: transactions,
  check: ({ pages, ...days }) => {
    const read = pages.filter(succeeded)
    if (read.every((page) => recordsIn(page, 'Transaction').length === 0)) return undecided('no transaction was shown')
    return read.flatMap((page) => recordsKeepFilter(byBooking, days)(page, 'consent'))
  },
  example: {
    breaks: `GET /accounts/{AccountId}/transactions   under a consent from 2026-05-03 to 2026-05-06
200
{"Data":{"Transaction":[{"BookingDateTime":"2026-04-01T09:00:00Z","Status":"Booked", …}]}, …}`,
    findings: [
      {
        at: 'consent /Data/Transaction/0/BookingDateTime',
        expected: 'from 2026-05-03',
        got: '2026-04-01T09:00:00Z',
      },
    ],
  },
})

/** BH-PRM-010: 403 is the British status. */
export const permissionsAreDemanded = rule({
  id: 'BH-PRM-010',
  requirements: ['BH-PRM-010'],
  level: levels('BH-PRM-010'),
  about: 'bank',
  title: 'What a consent does not permit is not shown',
  cites: [cite.questions('error flow 2'), cite.permissions('table of permissions')],
  defects: ['bh-missing-permission-opens'],
  on: [readBasicViews, readDebitsInDetail],
  check: ({ forbidden }) => eachRefused({ statuses: [403], demand: 'refused', aside: [401] })(forbidden),
  observe: ({ forbidden }) => otherStatuses(403)(forbidden),
  example: {
    breaks: `GET /accounts/{AccountId}/balances   under a consent without ReadBalances

200
{"Data":{"Balance":[ … ]}, …}`,
    findings: [{ at: 'GET /accounts/{AccountId}/balances: status', expected: '403, and no data', got: '200' }],
  },
})

/** BH-PRM-012: a number that is no card's, such as one with letters or a wrong check digit, is taken for a masked one. */
export const cardNumbersAreMasked = rule({
  id: 'BH-PRM-012',
  requirements: ['BH-PRM-012'],
  level: levels('BH-PRM-012'),
  about: 'bank',
  title: 'Without ReadPAN no whole card number is shown',
  cites: [cite.british('account-and-transaction-api-profile, ReadPAN'), cite.schemas('ReadPAN')],
  defects: ['bh-pan-shown'],
  on: [readDebitsInDetail],
  check({ list, transactions: read }) {
    const found = [list, ...read].filter(succeeded).map((page) => cardNumbers(carried(page)?.value, page))
    const [seen, findings] = [found.some((one) => one.seen), found.flatMap((one) => one.whole)]
    return seen ? findings : silent('no account of a card was shown')
  },
  example: {
    breaks: `GET /accounts   under a consent without ReadPAN
200
{"Data":{"Account":[{"Account":[{"SchemeName":"BH.OBF.PAN","Identification":"4111111111111111"}], …}]}, …}`,
    findings: [
      {
        at: '/Data/Account/0/Account/0/Identification',
        expected: 'a masked card number',
        got: 'a whole one, of 16 digits',
      },
    ],
  },
})
