import { linkOn, type PageShape, type Walked } from '../../checks/pages.ts'
import type { Exchange } from '../../engine/exchange.ts'
import { Inconclusive, type Session } from '../../engine/session.ts'

/** A URI, or a reference that no cursor looks like. */
const isAddress = (text: string): boolean => /^(https?:\/\/|\/|\.{1,2}\/|[^?\s]*\?.*=)/i.test(text)

/** The pages of a list from a first one to the last, as far as the limits of the session let it, and the first once more. */
export const walk = async (
  session: Session,
  first: () => Promise<Exchange>,
  shape: Pick<PageShape, 'links'>,
): Promise<Walked> => {
  const pages = [await first()]
  const met = new Set<string>()
  for (let page = pages[0]; page !== undefined && pages.length < session.limits.pages; page = pages.at(-1)) {
    const next = linkOn(page, shape, 'next')
    if (next === undefined || met.has(next)) break
    if (!isAddress(next)) return { pages, stopped: 'the link to the next page is no address: it may be a cursor' }
    met.add(next)
    try {
      pages.push(await session.follow(next, page))
    } catch (cause) {
      if (!(cause instanceof Inconclusive)) throw cause
      return { pages, stopped: cause.message }
    }
  }
  return pages.length === 1 ? { pages } : { pages, again: await first() }
}
