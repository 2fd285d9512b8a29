import type { StepResult, TestResult } from 'allure-js-commons'
import { statusOf, stepStatusOf } from './status.ts'
import { type RowView, rowLabel, type View } from './view.ts'

const kept = new Set(['epic', 'feature', 'story', 'severity', 'tag'])

/** Steps keep name, status and attachments: their traces and clocks tell of the machine that showed them. */
const finishStep = (step: StepResult, at: number): void => {
  step.statusDetails = {}
  step.start = at
  step.stop = at
  for (const inner of step.steps ?? []) finishStep(inner, at)
}

const finish = (result: TestResult, row: RowView): void => {
  result.name = row.name
  result.fullName = row.fullName
  result.testCaseId = row.id
  result.historyId = row.id
  result.titlePath = [row.epic, row.feature, row.story]
  result.status = statusOf(row.outcome)
  result.statusDetails = row.message === undefined ? {} : { message: row.message }
  result.labels = result.labels.filter(({ name }) => kept.has(name))
  result.parameters = []
  result.start = row.start
  result.stop = row.stop
  for (const [index, step] of result.steps.entries()) {
    finishStep(step, row.start)
    const shown = row.steps[index]
    if (shown !== undefined) step.status = stepStatusOf(shown.outcome)
  }
}

/**
 * A listener of allure-vitest that makes each result say what the row says: ids, status and message; and nothing about
 * the machine on which it was written. `written` tells which rows were seen so far, by full name.
 */
export const finisher = (
  view: View,
): {
  readonly listener: { readonly beforeTestResultWrite: (result: TestResult) => void }
  readonly written: ReadonlySet<string>
} => {
  const known = new Map(Object.values(view).flatMap((all) => all.map((row) => [row.fullName, row] as const)))
  const written = new Set<string>()
  const beforeTestResultWrite = (result: TestResult): void => {
    const row = known.get(result.labels.find(({ name }) => name === rowLabel)?.value ?? '')
    if (row === undefined) return
    finish(result, row)
    written.add(row.fullName)
  }
  return { listener: { beforeTestResultWrite }, written }
}
