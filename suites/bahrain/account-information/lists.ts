import { at } from '../../../checks/body.ts'
import type { Filtered } from '../../../checks/kept-filter.ts'
import type { PageShape } from '../../../checks/pages.ts'

/** The pages of transactions. Ids are optional, so that records are told apart as a whole. */
export const pagesOfTransactions = {
  links: {
    self: '/Links/Self',
    first: '/Links/First',
    prev: '/Links/Prev',
    next: '/Links/Next',
    last: '/Links/Last',
  },
  list: '/Data/Transaction',
  totalPages: '/Meta/TotalPages',
} as const satisfies PageShape

/** The filter of transactions: booked ones, by the day that they print. */
export const byBooking = {
  list: '/Data/Transaction',
  date: '/BookingDateTime',
  judged: (record: unknown): boolean => at(record, 'Status') === 'Booked',
} as const satisfies Filtered

/** The filter of statements: by the first day of their periods. */
export const byStart = { list: '/Data/Statement', date: '/StartDateTime' } as const satisfies Filtered
