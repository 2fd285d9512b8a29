import { eachAccepted } from '../../../../checks/acceptance.ts'
import { together } from '../../../../checks/answers.ts'
import { recordsKeepFilter } from '../../../../checks/kept-filter.ts'
import { succeeded } from '../../../../checks/status.ts'
import { type Observed, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { statements } from '../../operations.ts'
import { byOpening, byStatementDate, openings } from '../filtered.ts'
import { type AtAStatement, filterAtAStatement } from '../scenarios/filter-at-a-statement.ts'
import { asked, filterStatementsByDays } from '../scenarios/filter-by-days.ts'

/** Statements that lie outside the filter by their first day, and those that lie outside by their date as well. */
const strays = ({ day, probes }: AtAStatement) =>
  probes.flatMap((one) => {
    if ('inconclusive' in one || !succeeded(one.exchange)) return []
    const days = one.name.startsWith(openings.from) ? { from: day } : { to: day }
    const byDate = recordsKeepFilter(byStatementDate, days)(one.exchange, one.name).length > 0
    return recordsKeepFilter(byOpening, days)(one.exchange, one.name).map((finding) => ({ finding, byDate }))
  })

/** UAE-DAT-010 */
export const statementFiltersTakeDays = rule({
  id: 'UAE-DAT-010',
  requirements: ['UAE-DAT-010'],
  level: 'MUST',
  about: 'bank',
  title: 'A filter of statements takes days',
  cites: [cite.accountInformation('FromStatementDateParam, ToStatementDateParam')],
  defects: ['statement-filter-refused'],
  on: [filterStatementsByDays],
  operation: statements,
  check: ({ probes }) => eachAccepted()(probes.filter(({ name }) => name === asked.days)),
  example: {
    breaks: 'GET /accounts/{AccountId}/statements?fromStatementDate=2025-04-27&toStatementDate=2026-05-02\n\n400',
    findings: [{ at: 'from and to as dates: status', expected: 'a success', got: '400' }],
  },
})

/** UAE-PAG-011: the parameters are called after another date. An answer that is right by that one is observed. */
export const statementFiltersLookAtOpenings = rule({
  id: 'UAE-PAG-011',
  requirements: ['UAE-PAG-011'],
  level: 'MUST',
  about: 'bank',
  title: 'A filter of statements is about the first day of their periods',
  cites: [cite.accountInformation('fromStatementDate and toStatementDate of …/statements')],
  defects: ['statements-of-other-periods'],
  on: [filterAtAStatement],
  operation: statements,
  check(evidence) {
    const answered = evidence.probes.filter((one) => 'exchange' in one && succeeded(one.exchange))
    return together(
      strays(evidence).flatMap(({ finding, byDate }) => (byDate ? [finding] : [])),
      ...(answered.length === evidence.probes.length ? [] : [undecided('a filter by one day was not answered')]),
    )
  },
  observe: (evidence): Observed =>
    strays(evidence).some(({ byDate }) => !byDate) ? { 'fromStatementDate is about': 'StatementDate' } : {},
  example: {
    breaks: `GET /accounts/{AccountId}/statements?fromStatementDate=2026-02-01\n\n200
{"Data":{"Statements":[{"StatementId":"s1","OpeningDate":"2025-11-01","StatementDate":"2025-12-01", …}]}, …}`,
    findings: [
      {
        at: 'fromStatementDate=2026-02-01 /Data/Statements/0/OpeningDate',
        expected: 'from 2026-02-01',
        got: '2025-11-01',
      },
    ],
  },
})
