import { Status } from 'allure-js-commons'
import type { Outcome } from '../../engine/report.ts'

const statuses: Readonly<Record<Outcome, Status>> = {
  pass: Status.PASSED,
  fail: Status.FAILED,
  warn: Status.PASSED,
  note: Status.PASSED,
  waived: Status.SKIPPED,
  broken: Status.BROKEN,
  // Neither a pass nor the fault of anybody: Allure counts `unknown` on its own.
  inconclusive: 'unknown' as Status,
  'not-asked': Status.SKIPPED,
  'not-applicable': Status.SKIPPED,
}

/** How Allure shows an outcome. As many results are `failed` as rows have the outcome `fail`. */
export const statusOf = (outcome: Outcome): Status => statuses[outcome]

/** How Allure shows a step. Steps are not counted, so a warning may have the colour of one. */
export const stepStatusOf = (outcome: Outcome): Status =>
  outcome === 'warn' ? Status.BROKEN : outcome === 'note' ? Status.SKIPPED : statuses[outcome]
