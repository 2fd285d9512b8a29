import { at, carried } from '../../../checks/body.ts'
import { type Dated, onlyDay } from '../../../checks/clipping.ts'
import { leadsBack, link } from '../../../checks/pagination.ts'
import { succeeded } from '../../../checks/status.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import type { Session } from '../../../engine/session.ts'
import { atHome } from '../links.ts'

/** Hours by which the Emirates are ahead of UTC, all year. */
export const aheadOfUtc = 4

/** Days within a window, when there are so many: enough to see both its bounds, few enough for one page. */
const longestWindow = 4

/** Days back from now within which bookings may still move. */
const unsettledDays = 2

/** The booked transactions of a page. */
export const bookedOn = (page: Exchange): readonly Dated[] => {
  const records = at(carried(page)?.value, 'Data', 'Transaction')
  return (Array.isArray(records) ? records : []).flatMap((one): readonly Dated[] => {
    const [id, date] = [at(one, 'TransactionId'), at(one, 'BookingDateTime')]
    return at(one, 'Status') === 'Booked' && typeof id === 'string' && typeof date === 'string'
      ? [{ id, at: date, from: page }]
      : []
  })
}

/** The booked transactions of all pages from a first one on, and why that was not all. */
export const bookedFrom = async (
  session: Session,
  first: Exchange,
  follow: (link: string, page: Exchange) => Promise<Exchange>,
): Promise<{ readonly records: readonly Dated[]; readonly incomplete?: string }> => {
  const pages = [first]
  const records = (): readonly Dated[] => pages.flatMap(bookedOn)
  for (let page = first; ; ) {
    if (!succeeded(page)) return { records: records(), incomplete: `a page was answered with ${page.response.status}` }
    const next = link(page, 'Next')
    if (next === undefined) return { records: records() }
    if (leadsBack(pages)) return { records: records(), incomplete: 'the pages lead back to one that was read' }
    if (pages.length >= session.limits.pages)
      return { records: records(), incomplete: 'the pages were not read to their end (limits.pages)' }
    page = await follow(atHome(next, page), page)
    pages.push(page)
  }
}

/** First and last day of a window inside what was booked: days that every reading agrees upon, with bookings on either side. */
export const windowIn = (
  records: readonly Dated[],
  now: Date,
): { readonly from: string; readonly to: string } | undefined => {
  const latest = new Date(now.getTime() - unsettledDays * 86_400_000).toISOString().slice(0, 10)
  const days = [...new Set(records.flatMap((one) => onlyDay(one.at, aheadOfUtc) ?? []))].sort().reverse()
  const settled = days.filter((day) => day <= latest)
  // One day is left out at either end, so that there is something that the window keeps away.
  const inside = settled.slice(1, -1).slice(0, longestWindow)
  const [to, from] = [inside[0], inside.at(-1)]
  return to === undefined || from === undefined ? undefined : { from, to }
}
