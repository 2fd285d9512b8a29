import type { Account, Booking } from '../../ledger/shapes.ts'
import { statementsOf } from '../../ledger/statements.ts'
import { dayMs } from '../../ledger/time.ts'
import { paged } from '../../resources/paging.ts'
import type { Answer, UserCall } from '../call.ts'
import { instantOf, printed } from '../market.ts'
import { accountOf, isAccount } from './listing.ts'
import { consentPeriod, periodOf } from './period.ts'
import { transactionView } from './transaction-view.ts'

/** Records of a page. */
const pageSize = 100

const filters = ['fromBookingDateTime', 'toBookingDateTime'] as const

interface Entry {
  readonly account: Account
  readonly booking: Booking
}

/** Whether the consent lets a booking out: by its direction, and by the days of the consent. */
const permitted = ({ consent, permits, setting }: UserCall): ((entry: Entry) => boolean) => {
  const inside = setting.has('bh-days-of-consent-ignored') ? () => true : consentPeriod(consent)
  const credits = permits('ReadTransactionsCredits') || setting.has('bh-debits-show-credits')
  const debits = permits('ReadTransactionsDebits')
  return ({ booking: { amount, local, status } }) => {
    // What the bank did not carry out is no transaction here.
    return status !== 'Rejected' && (amount < 0 ? debits : credits) && inside(instantOf(local))
  }
}

const oldestFirst = (accounts: readonly Account[]): readonly Entry[] =>
  accounts
    .flatMap((account) => account.bookings.map((booking) => ({ account, booking })))
    .sort((a, b) => a.booking.local - b.booking.local)

interface Shown {
  readonly records: readonly Entry[]
  readonly links: Readonly<Record<string, string>>
}

/** The page itself, unless the bank has a defect: then its link to the page before leads to one that begins a record later. */
const shifted = ({ setting, url }: UserCall, { records, links }: Shown): Shown => {
  if (!setting.has('bh-prev-is-another-page')) return { records, links }
  const before = links.Prev === undefined ? undefined : new URL(links.Prev)
  before?.searchParams.set('later', '1')
  return {
    records: url.searchParams.has('later') ? records.slice(1) : records,
    links: before === undefined ? links : { ...links, Prev: before.href },
  }
}

const listed = (call: UserCall, accounts: readonly Account[], also: (entry: Entry) => boolean = () => true): Answer => {
  const { setting, url } = call
  const period = periodOf(call, ...filters)
  if (typeof period !== 'function') return period
  const isLater = url.searchParams.has('page')
  const open = isLater ? 'bh-filter-lost-on-later-pages' : 'bh-booking-filter-ignored'
  const fits = setting.has(open) ? () => true : period
  const may = permitted(call)
  const available = oldestFirst(accounts).filter((entry) => may(entry) && also(entry))
  const page = paged(call, {
    size: pageSize,
    filters,
    length: available.length,
    take: (upTo) =>
      available
        .slice(0, upTo)
        .filter(({ booking }) => fits(booking.local))
        .reverse(),
  })
  if (!('records' in page)) return page
  const notFound = { code: 'Resource.NotFound', message: 'There is nothing.' }
  if (isLater && setting.has('bh-later-page-fails')) return { status: 404, error: notFound }
  if (page.records.length === 0 && setting.has('bh-nothing-found-is-404')) return { status: 404, error: notFound }
  const { records, links } = shifted(call, page)
  const [oldest] = available
  const newest = available.at(-1)
  const { now } = setting.ledger
  return {
    status: 200,
    value: {
      Data: {
        Transaction: records.map(({ account, booking }) => transactionView(account, booking, { call, now })),
      },
      Links: links,
      Meta: {
        TotalPages: page.pages,
        ...(oldest &&
          newest && {
            FirstAvailableDateTime: printed(oldest.booking.local),
            LastAvailableDateTime: printed(newest.booking.local),
          }),
      },
    },
  }
}

/** `GET /accounts/{AccountId}/transactions`, newest first. */
export const listTransactions = (call: UserCall): Answer => {
  const account = accountOf(call)
  return isAccount(account) ? listed(call, [account]) : account
}

/** `GET /transactions`, newest first. */
export const listAllTransactions = (call: UserCall): Answer => listed(call, call.accounts)

/** `GET /accounts/{AccountId}/statements/{StatementId}/transactions` */
export const listStatementTransactions = (call: UserCall): Answer => {
  const account = accountOf(call)
  if (!isAccount(account)) return account
  const statement = statementsOf(account, call.setting.ledger.now).find(({ id }) => id === call.path.StatementId)
  if (statement === undefined) {
    return {
      status: 400,
      error: { code: 'Resource.NotFound', message: 'There is no statement of that id.', path: 'StatementId' },
    }
  }
  const end = statement.last + dayMs
  return listed(
    call,
    [account],
    ({ booking: { status, local } }) => status === 'Booked' && local >= statement.first && local < end,
  )
}
