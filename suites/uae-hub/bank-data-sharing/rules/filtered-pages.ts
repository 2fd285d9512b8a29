import { eachOf, together } from '../../../../checks/answers.ts'
import { recordsKeepFilter } from '../../../../checks/kept-filter.ts'
import { linksKeepFilters } from '../../../../checks/links.ts'
import { linkOn, type Walked } from '../../../../checks/pages.ts'
import { succeeded } from '../../../../checks/status.ts'
import { onePageHasOnlySelf } from '../../../../checks/walk-links.ts'
import { totalsFit } from '../../../../checks/walk-totals.ts'
import { rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { envelope, pagesOfTransactions } from '../../lists.ts'
import { transactions } from '../../operations.ts'
import { bounds, byBooking } from '../filtered.ts'
import { filterQuietly } from '../scenarios/filter-quietly.ts'
import { walkFiltered } from '../scenarios/walk-filtered.ts'

const sameFilter = linksKeepFilters(envelope, { filters: Object.values(bounds) })
const onePage = eachOf<Walked>(onePageHasOnlySelf(envelope), totalsFit(pagesOfTransactions))

/** UAE-PAG-008: every page, and the links of every page as far as they repeat the filter. */
export const pagesKeepTheirFilter = rule({
  id: 'UAE-PAG-008',
  requirements: ['UAE-PAG-008'],
  level: 'MUST',
  about: 'bank',
  title: 'Every page of a filtered list holds what the filter asks for, and links on to the same',
  cites: [cite.accountInformation('FromBookingDateTimeParam, ToBookingDateTimeParam')],
  defects: ['later-pages-unfiltered', 'links-with-another-filter'],
  on: [walkFiltered],
  operation: transactions,
  check: ({ from, pages }, given) => {
    const keeps = recordsKeepFilter(byBooking, { from })
    return together(
      ...pages.map((page, index) => keeps(page, `page ${index + 1}`)),
      ...pages.map((page) => sameFilter(page, given)),
      ...(pages.every(succeeded) ? [] : [undecided('a page of the walk was not answered')]),
    )
  },
  observe: ({ pages }) => ({ 'pages of the filtered list': String(pages.length) }),
  example: {
    breaks: `page 1  GET /accounts/{AccountId}/transactions?fromBookingDateTime=2026-05-01T00:00:00Z
page 2  {"Data":{"Transaction":[{"TransactionId":"t101","BookingDateTime":"2026-03-01T10:00:00Z","Status":"Booked", …}]}, …}`,
    findings: [
      {
        at: 'page 2 /Data/Transaction/0/BookingDateTime',
        expected: 'from 2026-05-01',
        got: '2026-03-01T10:00:00Z',
      },
    ],
  },
})

/** UAE-PAG-005 */
export const onePageSaysSo = rule({
  id: 'UAE-PAG-005',
  requirements: ['UAE-PAG-005'],
  level: 'SHOULD',
  about: 'bank',
  title: 'An answer on one page links to itself alone and counts one page, or none where it is empty',
  cites: [cite.web('pagination')],
  defects: ['one-page-links-to-last'],
  on: [filterQuietly],
  operation: transactions,
  check: ({ quiet, busy }, given) => {
    const answers = [quiet, busy].flatMap((one) => ('exchange' in one && succeeded(one.exchange) ? [one.exchange] : []))
    const pages = answers.filter((page) => linkOn(page, envelope, 'next') === undefined)
    if (pages.length === 0) return undecided('no filter by one day was answered on one page')
    // What stands on one page was read at once: nothing moved meanwhile.
    return together(...pages.map((page) => onePage({ pages: [page], again: page }, given)))
  },
  example: {
    breaks: `GET /accounts/{AccountId}/transactions?…   one day
{"Data":{"Transaction":[ … ]},"Links":{"Self":"https://…","Last":"https://rs1.bank.example/last"},"Meta":{"TotalPages":1}}`,
    findings: [{ at: '/Links/Last', expected: 'nothing', got: 'https://rs1.bank.example/last' }],
  },
})
