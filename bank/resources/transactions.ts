import { printed, printedDay } from '../ledger/time.ts'
import { accountOf } from './account.ts'
import type { Outcome, UserCall } from './call.ts'
import { consentDays } from './consent-days.ts'
import { dateFilter, lets } from './date-filter.ts'
import { paged } from './paging.ts'
import { type Shown, transactionView } from './transaction-view.ts'
import { boundOf } from './window.ts'

/** Records of a page. */
const pageSize = 100

const from = 'fromBookingDateTime'
const to = 'toBookingDateTime'

const shownTo = ({ permits, setting }: UserCall): Shown => ({
  detail: permits('ReadTransactionsDetail'),
  exchange:
    permits('ReadFXTransactionsDetail') || setting.misbehaves('exchange-without-permission')
      ? 'contract'
      : permits('ReadFXTransactionsBasic')
        ? 'rate'
        : 'nothing',
  charges: permits('ReadFXRemittanceCharges'),
  renamed: setting.misbehaves('transaction-references-change'),
})

/** `GET /accounts/{AccountId}/transactions`, newest first. */
export const listTransactions = (call: UserCall): Outcome => {
  const account = accountOf(call)
  if (!('bookings' in account)) return account
  const given = dateFilter(call, { from, to, read: boundOf, example: '2026-01-31T00:00:00' })
  if (!('filter' in given)) return given
  const open = consentDays(call)
  const available = account.bookings.filter(({ local }) => open(printedDay(local)))
  const fits = lets(given.filter, call.setting.misbehaves('filter-bounds-exclusive'))
  const page = paged(call, {
    size: call.setting.misbehaves('pages-of-two-hundred') ? 2 * pageSize : pageSize,
    filters: [from, to],
    length: available.length,
    take: (upTo) =>
      available
        .slice(0, upTo)
        .filter(({ local }) => fits(local))
        .reverse(),
  })
  if (!('records' in page)) return page
  const [oldest] = available
  const newest = available.at(-1)
  const shown = shownTo(call)
  return {
    status: 200,
    value: {
      Data: {
        AccountId: account.id,
        Transaction: page.records.map((booking) => transactionView(account, booking, shown, call.setting.ledger.now)),
      },
      Links: page.links,
      Meta: {
        TotalPages: page.pages,
        ...(oldest &&
          newest && {
            FirstAvailableDateTime: printed(oldest.local),
            LastAvailableDateTime: printed(newest.local),
          }),
      },
    },
  }
}
