import type { Answered, Asked } from './answered.ts'
import { type Defect, wire } from './defect.ts'
import { asError } from './errors.ts'
import { inner, isStatements, isTransactions, onObject, queryOf, withHeader, withObject } from './reading.ts'

const from = 'fromBookingDateTime'
const to = 'toBookingDateTime'
const day = 86_400_000

/** Days from now to a bound of a filter; NaN where it is not given. */
const daysTo = (asked: Asked, name: string): number => (Date.parse(queryOf(asked, name) ?? '') - Date.now()) / day

const empty = (answer: Answered, asked: Asked): Answered => ({
  ...withObject(answer, {
    Data: { AccountId: new URL(asked.url).pathname.split('/').at(-2), Transaction: [] },
    Links: { Self: asked.url },
    Meta: { TotalPages: 0 },
  }),
  status: 200,
})

const isRefused = (answer: Answered, asked: Asked): boolean => isTransactions(asked) && answer.status === 400
const isGood = (answer: Answered, asked: Asked): boolean => isTransactions(asked) && answer.status === 200

const swapped = (asked: Asked): boolean => daysTo(asked, from) > daysTo(asked, to) + 1

const refuse = (answer: Answered): Answered => ({
  ...asError(answer, 400, 'Resource.InvalidFormat', 'The filter is not taken.'),
  body: JSON.stringify({
    Errors: [{ Code: 'Resource.InvalidFormat', Message: 'The filter is not taken.', Path: from }],
  }),
})

const records = (answer: Answered): readonly unknown[] | undefined => {
  const list: unknown = inner(JSON.parse(answer.body), 'Data').Transaction
  return Array.isArray(list) ? list : undefined
}

const firstStatement = 'fromStatementDate'

/** Wire defects of the filters of transactions and of statements. */
export const filterDefects: readonly Defect[] = [
  wire('swapped-filter-taken', 'A filter that ends before it begins finds nothing', 'UAE-PAG-012', (answer, asked) =>
    isRefused(answer, asked) && swapped(asked) ? empty(answer, asked) : answer,
  ),
  wire('filter-into-the-future-taken', 'A filter that ends in the future is taken', 'UAE-PAG-013', (answer, asked) =>
    isRefused(answer, asked) && daysTo(asked, to) > 1 ? empty(answer, asked) : answer,
  ),
  wire(
    'filter-from-the-future-refused',
    'A filter that begins in the future is refused',
    'UAE-PAG-015',
    (answer, asked) => (isGood(answer, asked) && daysTo(asked, from) > 1 ? refuse(answer) : answer),
  ),
  wire('history-of-a-year', 'A filter that begins more than 500 days ago is refused', 'UAE-PAG-017', (answer, asked) =>
    isGood(answer, asked) && daysTo(asked, from) < -500 && queryOf(asked, to) === undefined ? refuse(answer) : answer,
  ),
  wire('quiet-day-not-found', 'A filter in which nothing lies is answered with 404', 'UAE-PAG-016', (answer, asked) =>
    isGood(answer, asked) && queryOf(asked, to) !== undefined && records(answer)?.length === 0
      ? { status: 404, headers: withHeader(answer.headers, 'content-type', undefined), body: '' }
      : answer,
  ),
  wire(
    'filter-with-offset-refused',
    'A filter with an offset other than Z is refused',
    'UAE-DAT-008',
    (answer, asked) =>
      isGood(answer, asked) && queryOf(asked, from)?.endsWith('+04:00') && queryOf(asked, to) === undefined
        ? refuse(answer)
        : answer,
  ),
  wire(
    'statement-filter-refused',
    'A filter of statements with two bounds is refused',
    'UAE-DAT-010',
    (answer, asked) =>
      isStatements(asked) &&
      answer.status === 200 &&
      queryOf(asked, firstStatement) &&
      queryOf(asked, 'toStatementDate')
        ? refuse(answer)
        : answer,
  ),
  wire(
    'statements-of-other-periods',
    'A filter of statements lets an older one pass',
    'UAE-PAG-011',
    onObject(isStatements, [200], (body, asked) => {
      const data = inner(body, 'Data')
      if (queryOf(asked, firstStatement) === undefined || !Array.isArray(data.Statements)) return undefined
      const old = { OpeningDate: '2020-01-01', ClosingDate: '2020-01-31', StatementDate: '2020-02-01' }
      const older = data.Statements.map((one: object, index, all) =>
        index === all.length - 1 ? { ...one, ...old } : one,
      )
      return { ...body, Data: { ...data, Statements: older } }
    }),
  ),
  wire(
    'offset-of-filter-heeded',
    'A filter with an offset other than Z finds other records',
    'UAE-DAT-009',
    onObject(isTransactions, [200], (body, asked) => {
      const data = inner(body, 'Data')
      return queryOf(asked, from)?.endsWith('+04:00') && Array.isArray(data.Transaction)
        ? { ...body, Data: { ...data, Transaction: data.Transaction.slice(1) } }
        : undefined
    }),
  ),
  wire(
    'later-pages-unfiltered',
    'The pages after the first of a filtered list hold older records',
    'UAE-PAG-008',
    onObject(isTransactions, [200], (body, asked) => {
      const data = inner(body, 'Data')
      if (queryOf(asked, from) === undefined || !('Prev' in inner(body, 'Links'))) return undefined
      if (!Array.isArray(data.Transaction)) return undefined
      const last = data.Transaction.at(-1) as object | undefined
      const older = { ...last, BookingDateTime: '2020-02-02T10:00:00+04:00' }
      return { ...body, Data: { ...data, Transaction: [...data.Transaction.slice(0, -1), older] } }
    }),
  ),
  wire(
    'links-with-another-filter',
    'The link of a filtered page to itself names another day',
    'UAE-PAG-008',
    onObject(isTransactions, [200], (body, asked) => {
      if (queryOf(asked, from) === undefined) return undefined
      const self = new URL(String(inner(body, 'Links').Self))
      self.searchParams.set(from, '2020-02-02T00:00:00Z')
      return { ...body, Links: { ...inner(body, 'Links'), Self: self.href } }
    }),
  ),
  wire(
    'one-page-links-to-last',
    'An answer on one page has a link to the last one',
    'UAE-PAG-005',
    onObject(isTransactions, [200], (body) => {
      const links = inner(body, 'Links')
      return 'Next' in links || 'Prev' in links ? undefined : { ...body, Links: { ...links, Last: links.Self } }
    }),
  ),
]
