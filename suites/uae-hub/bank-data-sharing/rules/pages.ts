import { endsAreMarked, shapeOfWalk, walkEnds } from '../../../../checks/pagination.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
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
