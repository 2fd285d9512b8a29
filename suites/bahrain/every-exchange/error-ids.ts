import { finding } from '../../../checks/findings.ts'
import { type RunRule, silent } from '../../../engine/rule.ts'
import { onRun } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { errorOf } from './error-body.ts'

interface Failure {
  readonly exchange: string
  readonly id: string
}

/** BH-ERR-025. An error without an Id says nothing. */
export const errorIdsDiffer: RunRule<Failure> = onRun({
  id: 'BH-ERR-025',
  level: levels('BH-ERR-025'),
  about: 'bank',
  title: 'Every error has an Id of its own',
  cites: [cite.schemas('description of Id')],
  defect: 'bh-error-ids-repeat',
  suite: 'bahrain/errors',
  gather: (exchange, given) => {
    const id = errorOf(exchange, given)?.value.Id
    return typeof id === 'string' && id !== '' ? { exchange: exchange.id, id } : undefined
  },
  check: (failures) => {
    if (failures.length < 2) return silent('fewer than two errors have an Id')
    const first = new Map<string, string>()
    return failures.flatMap(({ id, exchange }) => {
      const before = first.get(id)
      if (before === undefined) first.set(id, exchange)
      return before === undefined ? [] : [finding('/Id', `another id than in ${before}`, id, { id: exchange })]
    })
  },
  example: {
    breaks:
      'x1 GET /accounts\n403\n{"Code":"403","Id":"e1", … }\n\nx2 GET /balances\n403\n{"Code":"403","Id":"e1", … }',
    findings: [{ at: '/Id', expected: 'another id than in x1', got: 'e1' }],
  },
})
