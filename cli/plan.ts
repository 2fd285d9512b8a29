import type { Command } from 'commander'
import { makePlan, type Plan } from '../engine/plan/make-plan.ts'
import { profileOfFlags } from './openapi-target.ts'
import { defaultProfile, loadProfile } from './profile.ts'
import { addSelection, type SelectionFlags, selectionOf } from './selection.ts'

const byReason = (plan: Plan): ReadonlyMap<string, readonly string[]> => {
  const reasons = new Map<string, string[]>()
  for (const { scenario, left } of plan.scenarios) {
    if (left === undefined) continue
    const key = `${left.outcome}: ${left.reason}`
    reasons.set(key, [...(reasons.get(key) ?? []), scenario.id])
  }
  return reasons
}

/** The plan as a person reads it. */
export const planText = (plan: Plan, name: string): string => {
  const asked = plan.scenarios.filter(({ left }) => left === undefined)
  const suites = [...new Set(asked.map(({ suite }) => suite))]
  const lines = suites.flatMap((suite) => [
    '',
    suite,
    ...asked
      .filter((one) => one.suite === suite)
      .map(({ scenario }) => `  ${scenario.title}${scenario.slow ? ' (slow)' : ''}${scenario.alone ? ' (alone)' : ''}`),
  ])
  const left = [...byReason(plan)].flatMap(([reason, ids]) => ['', reason, ...ids.map((id) => `  ${id}`)])
  const rules = plan.rules.filter((one) => one.left === undefined).length
  const journeys = plan.journeys === 1 ? '1 journey' : `${plan.journeys} journeys`
  return [
    `${name}: ${asked.length} scenarios, ${rules} rules, ${plan.operations.length} operations, ${journeys} of a user. Nothing was sent.`,
    ...lines,
    ...left,
  ].join('\n')
}

/** `mizan plan`: what would run, what not and why, and how often a user would be asked. Sends nothing. */
export const addPlan = (program: Command): void => {
  addSelection(
    program.command('plan').description('say what a run would ask, and what not and why; send nothing'),
  ).action(async (flags: SelectionFlags) => {
    const { profile, standard } = await loadProfile(profileOfFlags(flags) ?? flags.profile ?? defaultProfile)
    console.log(planText(makePlan(standard, profile, selectionOf(flags)), profile.name))
  })
}
