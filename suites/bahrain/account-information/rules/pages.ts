import { isDeepStrictEqual } from 'node:util'
import { finding } from '../../../../checks/findings.ts'
import { recordsKeepFilter } from '../../../../checks/kept-filter.ts'
import { linkOn, recordsOn, type Walked } from '../../../../checks/pages.ts'
import { valueAt } from '../../../../checks/places.ts'
import { failed, refused, succeeded, unauthorised, unavailable } from '../../../../checks/status.ts'
import { firstAndLastFit, laterPagesHavePrev } from '../../../../checks/walk-links.ts'
import { json } from '../../../../engine/exchange.ts'
import { type Answer, rule, silent, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { transactions } from '../../operations.ts'
import { byBooking, pagesOfTransactions } from '../lists.ts'
import { type ThereAndBack, walkFiltered, walkTransactions } from '../scenarios/walk-transactions.ts'

const paging = cite.questions('pagination')
const common = { about: 'bank', operation: transactions } as const

/** Pages are a bank's choice: whoever has none is not asked about them. */
const onePage = 'no account has more than one page of transactions; where the bank has pages, give one of them more'

/** Every page that a link leads to is a page, and one after which its own total says that more follow has a link to the next. */
const linksLeadOn = ({ pages, stopped }: Walked): Answer => {
  const last = pages.at(-1)
  if (last === undefined) return undecided('nothing was read')
  const total = valueAt(json(last.response), pagesOfTransactions.totalPages)
  const open = pages.find((page) => unauthorised(page) || unavailable(page) || failed(page))
  const broken = pages.flatMap((page, index) => {
    if (index === 0 || page === open) return []
    const place = `page ${index + 1}`
    if (refused(page)) return [finding(`${place} status`, '200', page.response.status, page)]
    return recordsOn(page, pagesOfTransactions) === undefined
      ? [finding(`${place} ${pagesOfTransactions.list}`, 'a list', undefined, page)]
      : []
  })
  if (broken.length > 0) return broken
  if (open !== undefined) return undecided(`a page was answered with ${open.response.status}`)
  if (stopped !== undefined) return undecided(stopped)
  if (linkOn(last, pagesOfTransactions, 'next') !== undefined) return undecided('the walk was given up (limits.pages)')
  if (typeof total === 'number' && total > pages.length)
    return [finding(`page ${pages.length} /Links/Next`, `a link: there are ${total} pages`, undefined, last)]
  return pages.length === 1 ? silent(onePage) : []
}

/** BH-PAG-002 */
export const linksLeadToTheLastPage = rule<ThereAndBack>({
  ...common,
  id: 'BH-PAG-002',
  requirements: ['BH-PAG-002'],
  level: levels('BH-PAG-002'),
  title: 'Links.Next leads from page to page, and is missing on the last',
  cites: [paging],
  defects: ['bh-later-page-fails'],
  on: [walkTransactions],
  check: linksLeadOn,
  observe: ({ pages }) => ({ pages: String(pages.length) }),
  example: {
    breaks: `GET {Links.Next of page 1}

404`,
    findings: [{ at: 'page 2 status', expected: '200', got: '404' }],
  },
})

/** BH-PAG-003: a first page with Prev is no fault. */
export const laterPagesLeadBack = rule<ThereAndBack>({
  ...common,
  id: 'BH-PAG-003',
  requirements: ['BH-PAG-003'],
  level: levels('BH-PAG-003'),
  title: 'A page after the first has Links.Prev',
  cites: [paging],
  defects: ['bh-later-page-without-prev'],
  on: [walkTransactions],
  check: (walked) => laterPagesHavePrev(pagesOfTransactions)(walked),
  example: {
    breaks: `page 2  {"Links":{"Self":"https://…"}, …}`,
    findings: [{ at: 'page 2 /Links/Prev', expected: 'a link', got: 'nothing' }],
  },
})

/** BH-PAG-004 */
export const firstAndLastAreTheEnds = rule<ThereAndBack>({
  ...common,
  id: 'BH-PAG-004',
  requirements: ['BH-PAG-004'],
  level: levels('BH-PAG-004'),
  title: 'Links.First and Links.Last, where they are there, lead to the ends of the list',
  cites: [paging],
  defects: ['bh-first-leads-elsewhere'],
  on: [walkTransactions],
  check: (walked) => firstAndLastFit(pagesOfTransactions)(walked),
  example: {
    breaks: `page 2  GET /transactions?page=2
{"Links":{"First":"https://rs1.bank.example/transactions?page=2", …}, …}`,
    findings: [{ at: 'page 2 /Links/First', expected: 'the address of page 1', got: 'that of page 2' }],
  },
})

/** BH-PAG-006: by the rule of BH-FLT-002, on every page. */
export const pagesKeepTheirFilter = rule({
  ...common,
  id: 'BH-PAG-006',
  requirements: ['BH-PAG-006'],
  level: levels('BH-PAG-006'),
  title: 'A filter holds on every page',
  cites: [paging],
  defects: ['bh-filter-lost-on-later-pages'],
  on: [walkFiltered],
  check({ pages, from }) {
    if (from === undefined) return silent(onePage)
    const later = pages.slice(1).filter(succeeded)
    if (later.length === 0) return undecided('the filtered list has one page')
    return later.flatMap((page, index) => recordsKeepFilter(byBooking, { from })(page, `page ${index + 2}`))
  },
  example: {
    breaks: `GET {Links.Next of a list from 2026-05-03}
200
{"Data":{"Transaction":[{"BookingDateTime":"2026-04-01T09:00:00Z","Status":"Booked", …}]}, …}`,
    findings: [
      {
        at: 'page 2 /Data/Transaction/0/BookingDateTime',
        expected: 'from 2026-05-03',
        got: '2026-04-01T09:00:00Z',
      },
    ],
  },
})

/** BH-PAG-010: of the second page, whose page before is the first. Nothing is said where the first one moved meanwhile. */
export const prevLeadsToThePageBefore = rule<ThereAndBack>({
  ...common,
  id: 'BH-PAG-010',
  requirements: ['BH-PAG-010'],
  level: levels('BH-PAG-010'),
  title: 'Links.Prev leads to the page from which Links.Next came',
  cites: [cite.own('there and back')],
  defects: ['bh-prev-is-another-page'],
  on: [walkTransactions],
  check({ pages, again, back }) {
    if (back === undefined) return silent('the second page has no link to the first')
    if ('inconclusive' in back) return undecided(back.inconclusive)
    const [first, last, returned] = [pages[0], again, back.exchange].map(
      (page) => page && recordsOn(page, pagesOfTransactions),
    )
    if (first === undefined || last === undefined || !isDeepStrictEqual(first, last))
      return undecided('the first page had changed when it was read again')
    if (!succeeded(back.exchange)) return undecided(`the link was answered with ${back.exchange.response.status}`)
    return isDeepStrictEqual(first, returned)
      ? []
      : [finding('page 2 /Links/Prev', 'the records of page 1', 'other records', back.exchange)]
  },
  example: {
    breaks: `page 1  {"Data":{"Transaction":[{"TransactionId":"t1", …}, {"TransactionId":"t2", …}]}, …}
the page before page 2  {"Data":{"Transaction":[{"TransactionId":"t2", …}, {"TransactionId":"t3", …}]}, …}`,
    findings: [{ at: 'page 2 /Links/Prev', expected: 'the records of page 1', got: 'other records' }],
  },
})
