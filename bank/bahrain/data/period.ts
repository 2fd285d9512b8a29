import { badRequest, type Outcome } from '../../resources/call.ts'
import { lets } from '../../resources/date-filter.ts'
import { type Bound, boundOf } from '../../resources/window.ts'
import type { Consent } from '../book.ts'
import type { UserCall } from '../call.ts'

/** The earliest day for which a bank that minds old days is asked in vain: milliseconds of a wall clock. */
const oldest = Date.UTC(2000, 0, 1)

/**
 * Whether a wall-clock time lies in the period that two parameters of the query name, or what is wrong with them. Days far
 * away are as good as any; a time zone is read over.
 */
export const periodOf = (call: UserCall, from: string, to: string): ((local: number) => boolean) | Outcome => {
  const { has } = call.setting
  const bounds: { from?: Bound; to?: Bound } = {}
  for (const [key, name] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const given = call.url.searchParams.get(name)
    if (given === null) continue
    const bound = boundOf(given)
    const zoned = /T.*([Zz]|[+ -]\d{2}:?\d{2})$/.test(given)
    if (bound === undefined && has('bh-garbage-filter-taken')) continue
    if (bound === undefined || (zoned && has('bh-zone-in-filter-refused'))) {
      return badRequest('Field.InvalidDate', `${name} needs a value such as 2026-01-31T00:00:00.`, name)
    }
    bounds[key] = bound
  }
  if (
    bounds.from !== undefined &&
    bounds.from.first < oldest &&
    bounds.to === undefined &&
    has('bh-old-days-refused')
  ) {
    return badRequest('Field.InvalidDate', `${from} lies before the first transaction.`, from)
  }
  return lets(bounds)
}

/** Whether an instant lies in the period that a consent opens. */
export const consentPeriod = ({ asked }: Consent): ((instant: number) => boolean) => {
  const { TransactionFromDateTime: from, TransactionToDateTime: to } = asked.Data
  const first = typeof from === 'string' ? Date.parse(from) : Number.NEGATIVE_INFINITY
  const last = typeof to === 'string' ? Date.parse(to) : Number.POSITIVE_INFINITY
  return (instant) => instant >= first && instant <= last
}
