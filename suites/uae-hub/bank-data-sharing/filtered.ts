import { at } from '../../../checks/body.ts'
import type { Filtered } from '../../../checks/kept-filter.ts'
import { recordsOn } from '../../../checks/pages.ts'
import { valueAt } from '../../../checks/places.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { pagesOfTransactions } from '../lists.ts'

const day = 86_400_000

/** The filter of transactions: booked ones by the day that they print. */
export const byBooking = {
  ...pagesOfTransactions,
  date: '/BookingDateTime',
  judged: (record: unknown): boolean => at(record, 'Status') === 'Booked',
} as const satisfies Filtered

/** The filter of statements: by the first day of their periods. */
export const byOpening = {
  list: '/Data/Statements',
  id: '/StatementId',
  date: '/OpeningDate',
} as const satisfies Filtered

/** The same by the date of a statement, after which the parameters of the filter are called. */
export const byStatementDate = { ...byOpening, date: '/StatementDate' } as const satisfies Filtered

/** The names of the bounds of that filter. */
export const openings = { from: 'fromStatementDate', to: 'toStatementDate' } as const

/** The names of the bounds of the filter of transactions. */
export const bounds = { from: 'fromBookingDateTime', to: 'toBookingDateTime' } as const

/** The day that lies so many days after another, `2026-05-03`. */
export const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * day).toISOString().slice(0, 10)

/** The beginning and the end of a day, as the contract has date-times; no hub heeds the offset. */
export const startOf = (date: string): string => `${date}T00:00:00Z`
export const endOf = (date: string): string => `${date}T23:59:59Z`

/** The days that the records of pages print, in their order through time, each once. */
export const printedDays = (pages: readonly Exchange[]): readonly string[] => {
  const dates = pages.flatMap((page) =>
    (recordsOn(page, byBooking) ?? []).map((record) => valueAt(record, byBooking.date)),
  )
  return [...new Set(dates.flatMap((date) => (typeof date === 'string' ? [date.slice(0, 10)] : [])))].sort()
}

/** A day in the middle of at least three on which nothing is booked; undefined where there is none between the records. */
export const quietDay = (pages: readonly Exchange[]): string | undefined => {
  const days = printedDays(pages)
  for (const [index, date] of days.entries()) {
    const next = days[index + 1]
    if (next === undefined) continue
    const gap = Math.round((Date.parse(next) - Date.parse(date)) / day)
    if (gap >= 4) return dayAfter(new Date(date), Math.floor(gap / 2))
  }
  return undefined
}

/** The wall-clock time of a booked record in the middle of a page, in milliseconds as if it were UTC. */
export const someBooking = (page: Exchange): number | undefined => {
  const booked = (recordsOn(page, byBooking) ?? []).filter(byBooking.judged)
  const date = valueAt(booked[booked.length >> 1], byBooking.date)
  const local = typeof date === 'string' ? Date.parse(`${date.slice(0, 19)}Z`) : Number.NaN
  return Number.isNaN(local) ? undefined : local
}
