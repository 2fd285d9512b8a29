import type { Account, Booking } from '../ledger/shapes.ts'
import { localOf, printed } from '../ledger/time.ts'
import { accountOf } from './accounts.ts'
import { badRequest, type Outcome, type UserCall } from './call.ts'
import { cursorOf, pageOf } from './cursor.ts'
import { transactionView } from './views.ts'
import { type Bound, boundOf } from './window.ts'

/** Records of a page. */
const pageSize = 100

const from = 'fromBookingDateTime'
const to = 'toBookingDateTime'
const page = 'page'

interface Filter {
  readonly from?: Bound
  readonly to?: Bound
}

const isOutcome = (value: object): value is Outcome => 'status' in value

const filterOf = (call: UserCall): Filter | Outcome => {
  const found: { from?: Bound; to?: Bound } = {}
  for (const [name, key] of [
    [from, 'from'],
    [to, 'to'],
  ] as const) {
    const given = call.url.searchParams.get(name)
    if (given === null) continue
    const bound = boundOf(given)
    if (bound !== undefined) found[key] = bound
    else if (!call.setting.misbehaves('garbled-date-ignored')) {
      return badRequest('Resource.InvalidFormat', `${name} needs a date-time such as 2026-01-31T00:00:00.`, name)
    }
  }
  // Whichever of the two clocks is ahead: a fixed ledger does not make the client's present the future.
  const now = localOf(new Date(Math.max(call.setting.ledger.now.getTime(), Date.now())))
  if (found.to !== undefined && found.to.first > now) {
    return badRequest('Resource.InvalidFormat', `${to} lies in the future.`, to)
  }
  if (found.from !== undefined && found.to !== undefined && found.from.first > found.to.last) {
    return badRequest('Resource.InvalidFormat', `${from} lies after ${to}.`, from)
  }
  return found
}

/** Bookings that the dates of the consent let out, newest first. */
const open = (account: Account, { pushed }: UserCall['consent']): readonly Booking[] => {
  const first = typeof pushed.FromDate === 'string' ? pushed.FromDate : ''
  const last = typeof pushed.ToDate === 'string' ? pushed.ToDate : '9999'
  return account.bookings
    .filter(({ local }) => {
      const date = printed(local).slice(0, 10)
      return date >= first && date <= last
    })
    .reverse()
}

const within = (filter: Filter, exclusive: boolean) => {
  const first = filter.from?.first ?? Number.NEGATIVE_INFINITY
  const last = filter.to?.last ?? Number.POSITIVE_INFINITY
  return ({ local }: Booking): boolean => (exclusive ? local > first && local < last : local >= first && local <= last)
}

const links = (call: UserCall, of: string, current: number, pages: number): Readonly<Record<string, string>> => {
  const link = (number: number): string => {
    const url = new URL(call.url)
    url.searchParams.delete(page)
    if (number > 1) url.searchParams.set(page, cursorOf(number, of))
    return url.href
  }
  if (pages <= 1) return { Self: link(1) }
  return {
    Self: link(current),
    First: link(1),
    ...(current > 1 && { Prev: link(current - 1) }),
    ...(current < pages && { Next: link(current + 1) }),
    Last: link(pages),
  }
}

const span = (bookings: readonly Booking[]): Readonly<Record<string, string>> => {
  const [newest] = bookings
  const oldest = bookings.at(-1)
  if (newest === undefined || oldest === undefined) return {}
  return { FirstAvailableDateTime: printed(oldest.local), LastAvailableDateTime: printed(newest.local) }
}

/** `GET /accounts/{AccountId}/transactions` */
export const listTransactions = (call: UserCall): Outcome => {
  const account = accountOf(call)
  if (isOutcome(account)) return account
  const filter = filterOf(call)
  if (isOutcome(filter)) return filter
  const available = open(account, call.consent)
  const found = available.filter(within(filter, call.setting.misbehaves('filter-bounds-exclusive')))
  const pages = Math.ceil(found.length / pageSize)
  const query = call.url.searchParams
  const of = JSON.stringify([account.id, query.get(from), query.get(to)])
  const cursor = query.get(page)
  const current = cursor === null ? 1 : pageOf(cursor, of)
  if (current === undefined || (cursor !== null && current > pages)) {
    return badRequest('Resource.InvalidFormat', 'There is no such page; follow the links of the first one.', page)
  }
  const detail = call.permits('ReadTransactionsDetail')
  const exchange = call.permits('ReadFXTransactionsBasic', 'ReadFXTransactionsDetail')
  const records = found.slice((current - 1) * pageSize, current * pageSize)
  return {
    status: 200,
    value: {
      Data: {
        AccountId: account.id,
        Transaction: records.map((booking) => transactionView(booking, detail, exchange)),
      },
      Links: links(call, of, current, pages),
      Meta: { TotalPages: pages, ...span(available) },
    },
  }
}
