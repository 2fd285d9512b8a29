import { AssertionError } from 'node:assert'
import * as allure from 'allure-js-commons'
import { inject, test } from 'vitest'
import { stepStatusOf } from './status.ts'
import type { StepView } from './steps.ts'
import { type RowView, rowLabel, type View } from './view.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly mizan: View
  }
}

const showStep = async ({ name, outcome, findings, attachments }: StepView): Promise<void> => {
  const status = stepStatusOf(outcome)
  if (findings.length === 0) return allure.logStep(name, status)
  await allure.step(name, async () => {
    for (const finding of findings) await allure.logStep(finding, status)
    for (const { name, text } of attachments) await allure.attachment(name, text, 'text/plain')
  })
}

const show = async (row: RowView): Promise<void> => {
  await allure.labels({ name: rowLabel, value: row.fullName })
  await allure.epic(row.epic)
  await allure.feature(row.feature)
  await allure.story(row.story)
  await allure.severity(row.severity)
  await allure.tags(...row.tags)
  await allure.links(...row.links.map(({ url, name }) => ({ url, name, type: 'link' })))
  await allure.descriptionHtml(row.description)
  for (const one of row.steps) await showStep(one)
}

/** Without a stack: the place where a verdict is shown says nothing about it. */
const bare = (error: Error): Error => {
  error.stack = ''
  return error
}

const skipped = new Set(['waived', 'inconclusive', 'not-asked', 'not-applicable'])

/**
 * The vitest window on one suite: a test for each rule that the run judged in it, which shows the verdict and ends as
 * it did. Sends nothing and decides nothing.
 */
export const window = (suite: string): void => {
  const all = inject('mizan')[suite] ?? []
  if (all.length === 0) test.skip(`${suite}: nothing of it was selected`)
  for (const row of all) {
    test(row.name, async ({ skip }) => {
      await show(row)
      if (skipped.has(row.outcome)) skip(row.message)
      if (row.outcome === 'fail') throw bare(new AssertionError({ message: row.message ?? '' }))
      if (row.outcome === 'broken') throw bare(new Error(row.message))
    })
  }
}
