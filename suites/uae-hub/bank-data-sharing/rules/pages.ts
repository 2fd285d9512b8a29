import { endsAreMarked, shapeOfWalk, walkEnds } from '../../../../checks/pagination.ts'
import { firstAndLastFit } from '../../../../checks/walk-links.ts'
import { recordsStandOnce } from '../../../../checks/walk-records.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { pagesOfTransactions } from '../../lists.ts'
import { transactions } from '../../operations.ts'
import { walkTransactions } from '../scenarios/walk-transactions.ts'

/** UAE-PAG-003: a link to another host is observed, not judged. */
export const walksComeToAnEnd = rule({
  id: 'UAE-PAG-003',
  requirements: ['UAE-PAG-003'],
  level: 'MUST',
  about: 'bank',
  title: 'Links.Next leads from page to page, and comes to an end',
  cites: [cite.web('pagination'), cite.accountInformation('parameters of …/transactions: no page among them')],
  defects: ['next-loops'],
  on: [walkTransactions],
  operation: transactions,
  check: walkEnds,
  observe: shapeOfWalk,
  example: {
    breaks: `page 1  {"Links":{"Self":"https://…/transactions","Next":"https://…/transactions?page=2"}}
page 2  {"Links":{"Self":"https://…/transactions?page=2","Next":"https://…/transactions?page=2"}}`,
    findings: [
      {
        at: 'page 2 /Links/Next',
        expected: 'a link not met before',
        got: 'https://rs1.bank.example/transactions?page=2',
      },
    ],
  },
})

/** UAE-PAG-004: what does not fit has to show in two walks in a row. */
export const endsOfWalks = rule({
  id: 'UAE-PAG-004',
  requirements: ['UAE-PAG-004'],
  level: 'MUST',
  about: 'bank',
  title: 'The first page has no Prev, and the pages are as many as TotalPages says',
  cites: [cite.web('pagination')],
  defects: ['prev-on-first-page'],
  on: [walkTransactions],
  operation: transactions,
  check: endsAreMarked,
  example: {
    breaks: `page 1  {"Links":{"Self":"https://…","Next":"https://…","Prev":"https://rs1.bank.example/transactions?page=0"},
         "Meta":{"TotalPages":2}}`,
    findings: [{ at: 'page 1 /Links/Prev', expected: 'nothing', got: 'https://rs1.bank.example/transactions?page=0' }],
  },
})

const firstAndLast = firstAndLastFit(pagesOfTransactions)
const once = recordsStandOnce(pagesOfTransactions)

/** The softer branch of UAE-PAG-004: links that need not be there, and are to be right where they are. */
export const firstAndLastAreTheEnds = rule({
  id: 'UAE-PAG-004/should',
  requirements: ['UAE-PAG-004'],
  level: 'SHOULD',
  about: 'bank',
  title: 'Links.First and Links.Last lead to the ends of the list',
  cites: [cite.accountInformation('Links')],
  defects: ['first-leads-elsewhere'],
  on: [walkTransactions],
  operation: transactions,
  check: ({ first, again }) => firstAndLast({ pages: first.pages, again }),
  example: {
    breaks: `page 2  GET /transactions?page=2
{"Links":{"Self":"https://…","First":"https://rs1.bank.example/transactions?page=2","Prev":"https://…"}, …}`,
    findings: [{ at: 'page 2 /Links/First', expected: 'the address of page 1', got: 'that of page 2' }],
  },
})

/** UAE-PAG-007: undecided where the first page changed meanwhile. The order of two walks is not compared. */
export const transactionsStandOnce = rule({
  id: 'UAE-PAG-007',
  requirements: ['UAE-PAG-007'],
  level: 'SHOULD',
  about: 'bank',
  title: 'No transaction stands on two pages',
  cites: [cite.web('pagination: deterministic order')],
  defects: ['transaction-on-two-pages'],
  on: [walkTransactions],
  operation: transactions,
  check: ({ first, again }) => once({ pages: first.pages, again }),
  example: {
    breaks: `page 1  {"Data":{"Transaction":[{"TransactionId":"t1", …},{"TransactionId":"t2", …}]}, …}
page 2  {"Data":{"Transaction":[{"TransactionId":"t2", …},{"TransactionId":"t3", …}]}, …}`,
    findings: [
      { at: 'page 2 /Data/Transaction/0/TransactionId', expected: 'another id than those of page 1', got: 't2' },
    ],
  },
})
