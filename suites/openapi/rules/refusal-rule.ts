import { eachRefused, otherStatuses, type Refusal } from '../../../checks/refusals.ts'
import { type Answer, rule, type ScenarioRule } from '../../../engine/rule.ts'
import type { Scenario } from '../../../engine/scenario.ts'
import type { Refused } from '../../baseline/scenarios.ts'

/** Scenarios of one kind, one for each operation. */
export type Scenarios<Evidence> = readonly [Scenario<Evidence>, ...Scenario<Evidence>[]]

/** The kinds of request that are to be refused, with the scenarios of each. */
export interface Kinds {
  readonly noToken: Scenarios<Refused>
  readonly badTokens: Scenarios<Refused>
  readonly foreignType: Scenarios<Refused>
  readonly foreignMethod: Scenarios<Refused>
  readonly spoiledParameter: Scenarios<Refused>
  readonly unknownName: Scenarios<Refused>
  readonly spoiledBody: Scenarios<Refused>
  readonly foreignBody: Scenarios<Refused>
}

/** A verdict of the rule is about one operation, which its scenario names. */
type Row = Pick<ScenarioRule<Refused>, 'id' | 'level' | 'title' | 'cites' | 'on' | 'check' | 'observe' | 'example'>

/** A rule over requests of one kind, from what tells it from the others. */
export const made = ({ observe, example, ...row }: Row): ScenarioRule<Refused> =>
  rule({
    ...row,
    requirements: [row.id],
    about: 'bank',
    defects: [],
    ...(observe === undefined ? {} : { observe }),
    ...(example === undefined ? {} : { example }),
  })

/** The check of a refusal by status, which observes the others. */
export const refusedWith = (refusal: Refusal) => ({
  check: ({ probes }: Refused): Answer => eachRefused(refusal)(probes),
  observe: ({ probes }: Refused) => otherStatuses(...refusal.statuses)(probes),
})
