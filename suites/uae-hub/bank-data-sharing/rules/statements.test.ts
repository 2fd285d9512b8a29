import { expect, it } from 'vitest'
import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { uaeGiven } from '../../../../testing/uae-hub.ts'
import { byOpening } from '../filtered.ts'
import { asked } from '../scenarios/filter-by-days.ts'
import { statementFiltersLookAtOpenings, statementFiltersTakeDays } from './statements.ts'

const operation = 'GET /accounts/{AccountId}/statements'
const filtered = (sample: Sample) => ({
  baseline: exchange({ operation }),
  probes: [{ name: asked.days, exchange: exchange({ operation, ...sample }) }],
  filtered: byOpening,
})

proves(statementFiltersTakeDays, {
  holds: { taken: filtered({}) },
  breaks: {
    refused: [
      filtered({ status: 400 }),
      { at: 'from and to as dates: status', expected: 'a success', got: '400', exchange: 'x1' },
    ],
  },
  undecided: { 'a gateway': filtered({ status: 503 }) },
})

type Statement = readonly [opening: string, date: string]
const day = '2026-02-01'
const answer = (name: string, ...statements: readonly Statement[]) => ({
  name: `${name}=${day}`,
  exchange: exchange({
    operation,
    body: { Data: { Statements: statements.map(([OpeningDate, StatementDate]) => ({ OpeningDate, StatementDate })) } },
  }),
})
const good: Statement = ['2026-02-01', '2026-03-01']
const at = (from: readonly Statement[], to: readonly Statement[] = []) => ({
  baseline: exchange({ operation }),
  day,
  probes: [answer('fromStatementDate', ...from), answer('toStatementDate', ...to)],
})
const byStatementDate = at([['2026-01-01', '2026-02-01'], good])

proves(
  statementFiltersLookAtOpenings,
  {
    holds: {
      'from that day on, and up to it': at([good], [good, ['2026-01-01', '2026-02-01']]),
      'by the date of the statements': byStatementDate,
    },
    breaks: {
      'an older one': [
        at([['2025-11-01', '2025-12-01'], good]),
        {
          at: 'fromStatementDate=2026-02-01 /Data/Statements/0/OpeningDate',
          expected: 'from 2026-02-01',
          got: '2025-11-01',
          exchange: 'x1',
        },
      ],
      'a later one': [
        at([good], [['2026-03-01', '2026-04-01']]),
        'toStatementDate=2026-02-01 /Data/Statements/0/OpeningDate',
      ],
    },
    undecided: {
      refused: { ...at([]), probes: [{ name: 'fromStatementDate', exchange: exchange({ operation, status: 403 }) }] },
    },
  },
  uaeGiven,
)

it('observes a filter by the date of the statements', () => {
  expect(statementFiltersLookAtOpenings.observe?.(byStatementDate, uaeGiven)).toEqual({
    'fromStatementDate is about': 'StatementDate',
  })
  expect(statementFiltersLookAtOpenings.observe?.(at([good]), uaeGiven)).toEqual({})
})
