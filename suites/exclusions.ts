import type { Rule } from '../engine/rule.ts'
import type { Exclusion, Requirement } from '../engine/standard.ts'

const state =
  (name: Exclusion['state']) =>
  (requirement: string, reason: string): Exclusion => ({ requirement, state: name, reason })

/** The tool itself keeps a requirement: the reason ends with the test that shows it. */
export const kept = state('kept')
/** Nothing can break a requirement: the reason names what is reported instead. */
export const observed = state('observed')
/** A requirement that is still to come. */
export const planned = state('planned')
/** A requirement that is never asked. */
export const excluded = state('excluded')

/**
 * Every requirement that none of the rules serves, with its state: one of the settled ones, else planned. `titles` says
 * what each area is about.
 */
export const exclusionsFrom =
  (settled: readonly Exclusion[]) =>
  (
    requirements: readonly Requirement[],
    rules: readonly Rule[],
    titles: Readonly<Record<string, string>>,
  ): readonly Exclusion[] => {
    const served = new Set(rules.flatMap((rule) => rule.requirements))
    return requirements
      .filter(({ id }) => !served.has(id))
      .map(
        ({ id, area }) =>
          settled.find(({ requirement }) => requirement === id) ??
          planned(id, `not asked yet: ${titles[area] ?? area}`),
      )
  }
