import type { Exchange } from '../exchange.ts'
import type { Ending } from '../execute.ts'
import type { Plan, PlannedRule } from '../plan/make-plan.ts'
import type { Verdict } from '../report.ts'
import type { ExchangeRule, Given, RunRule, ScenarioRule } from '../rule.ts'
import type { Scenario } from '../scenario.ts'
import { everyExchange, type Standard } from '../standard.ts'
import { openCollection } from './collection.ts'
import { type LiveGiven, settled } from './given.ts'
import { grouped } from './grouped.ts'
import type { Conclusion } from './tally.ts'

/** Judges a run while it goes on. Nothing of the evidence is kept: only what was concluded. */
export interface Judge {
  readonly exchange: (exchange: Exchange) => void
  readonly ending: (scenario: Scenario<unknown>, ending: Ending) => void
  /** Every rule of the plan gets at least one verdict. */
  readonly verdicts: () => readonly Verdict[]
}

type Where = Pick<Verdict, 'suite' | 'scenario' | 'operation'>

const nothing = { findings: [], observed: {}, exchanges: [], held: 0 } as const

/** Opens the judge of a run. */
export const openJudge = (
  standard: Standard,
  plan: Plan,
  live: Pick<LiveGiven, 'given' | 'ask' | 'succeeded'>,
): Judge => {
  const suites = new Map(
    standard.suites.toReversed().flatMap(({ id, operations }) => operations.map((one) => [one, id] as const)),
  )
  const homes = new Map(standard.suites.flatMap(({ id, rules }) => rules.map((rule) => [rule, id] as const)))
  const everywhereElse = everyExchange(standard.id)
  const operations = new Set(plan.operations)
  const places = new Map(plan.scenarios.map((one) => [one.scenario, one]))
  /** Scenarios that were to call an operation and get a good answer. */
  const callers = grouped(
    plan.scenarios
      .filter(({ scenario }) => scenario.uses?.only === undefined)
      .flatMap((one) => one.scenario.operations.map((operation) => [operation, one] as const)),
  )
  // What the selection left out is not judged; what belongs to no suite always is.
  const collection = openCollection(plan, live, (operation) => operations.has(operation) || !suites.has(operation))

  const verdict = (
    { rule, level }: PlannedRule,
    where: Where,
    conclusion: Conclusion,
    durationMs: number,
  ): Verdict => ({
    rule: rule.id,
    requirements: rule.requirements,
    level,
    about: rule.about,
    title: rule.title,
    ...(rule.own && { own: true as const }),
    ...where,
    ...conclusion,
    cites: rule.cites,
    durationMs,
  })

  const onScenarios = (planned: PlannedRule, rule: ScenarioRule<unknown>): readonly Verdict[] =>
    rule.on.flatMap((scenario) => {
      const place = places.get(scenario)
      if (place === undefined) {
        // One of another variant is no business of this run.
        if (scenario.variants !== undefined) return []
        throw new Error(`rule ${rule.id} stands on ${scenario.id}, which no suite has`)
      }
      const where = { suite: place.suite, scenario: scenario.id, operation: rule.operation ?? '*' }
      const left = planned.left ?? place.left
      if (left !== undefined) return verdict(planned, where, { ...nothing, ...left }, 0)
      const missed = collection.missed(scenario)
      const conclusion = missed === undefined ? collection.ofScenario(planned, scenario) : { ...nothing, ...missed }
      return verdict(planned, where, conclusion, collection.durationOf(scenario))
    })

  /** Scenarios that were asked and came home without evidence, with why. */
  const lost = (): readonly { readonly scenario: Scenario<unknown>; readonly reason: string }[] =>
    plan.scenarios.flatMap(({ scenario, left }) => {
      const missed = left === undefined ? collection.missed(scenario) : undefined
      return missed === undefined ? [] : [{ scenario, reason: missed.reason }]
    })

  const onExchanges = (
    planned: PlannedRule,
    rule: ExchangeRule,
    lostFirst: string | undefined,
    lostOn: ReadonlyMap<string, readonly string[]>,
  ): readonly Verdict[] => {
    const home = homes.get(rule) ?? everywhereElse
    const everywhere = { suite: home, scenario: '*', operation: '*' }
    if (planned.left !== undefined) return [verdict(planned, everywhere, { ...nothing, ...planned.left }, 0)]
    const at = (operation: string): Where => ({ suite: suites.get(operation) ?? home, scenario: '*', operation })
    const conclusions = collection.byOperation(planned)
    const verdicts = [...conclusions].flatMap(([operation, made]) =>
      made.outcome === 'not-asked' ? [] : [verdict(planned, at(operation), made, 0)],
    )
    const silentOn = (operation: string): boolean =>
      (conclusions.get(operation)?.outcome ?? 'not-asked') === 'not-asked'
    // What the rule is about has to say something, or nobody would notice that it did not.
    const missing = (rule.operations ?? [])
      .filter((operation) => operations.has(operation) && silentOn(operation))
      .flatMap((operation) => {
        const asking = callers.get(operation) ?? []
        if (asking.length === 0) return []
        const leaves = asking.every(({ left }) => left !== undefined) ? asking[0]?.left : undefined
        if (leaves !== undefined) return [verdict(planned, at(operation), { ...nothing, ...leaves }, 0)]
        const said = conclusions.get(operation)?.reason
        const reason = lostOn.get(operation)?.[0] ?? said ?? `no call of ${operation} came to an answer`
        return [verdict(planned, at(operation), { ...nothing, outcome: 'inconclusive', reason }, 0)]
      })
    const all = [...verdicts, ...missing]
    if (all.length > 0) return all
    // Where only unclaimed capabilities would call what a rule, or its suite, is about, it is as inapplicable as they are.
    const asking =
      rule.operations === undefined
        ? plan.scenarios.filter(({ suite }) => suite === homes.get(rule))
        : rule.operations.flatMap((operation) => callers.get(operation) ?? [])
    const [unclaimed] = asking.every(({ left }) => left?.outcome === 'not-applicable') ? asking : []
    if (unclaimed?.left !== undefined) return [verdict(planned, everywhere, { ...nothing, ...unclaimed.left }, 0)]
    // What was lost is no loss for a rule that is about other operations.
    const first =
      rule.operations === undefined ? lostFirst : rule.operations.flatMap((one) => lostOn.get(one) ?? []).at(0)
    const [said] = conclusions.values()
    const empty =
      first === undefined
        ? ({ outcome: 'not-asked', reason: said?.reason ?? 'no exchange of this run gave the occasion' } as const)
        : ({ outcome: 'inconclusive', reason: first } as const)
    return [verdict(planned, everywhere, { ...nothing, ...empty }, 0)]
  }

  const onWholeRun = (planned: PlannedRule, rule: RunRule<unknown>): Verdict => {
    const where = { suite: rule.suite, scenario: '*', operation: '*' }
    if (planned.left !== undefined) return verdict(planned, where, { ...nothing, ...planned.left }, 0)
    return verdict(planned, where, collection.ofRun(planned), 0)
  }

  return {
    exchange: collection.exchange,
    ending: collection.ending,
    verdicts() {
      const missed = lost()
      const lostOn = grouped(
        missed.flatMap(({ scenario, reason }) => scenario.operations.map((operation) => [operation, reason] as const)),
      )
      return plan.rules.flatMap((planned) => {
        const { rule } = planned
        if (rule.on === 'exchange') return onExchanges(planned, rule, missed[0]?.reason, lostOn)
        return rule.on === 'run' ? [onWholeRun(planned, rule)] : onScenarios(planned, rule)
      })
    },
  }
}

/** What a run brought home: pure data, can be judged again. */
export interface Recording {
  readonly exchanges: readonly Exchange[]
  /** By the id of the scenario. */
  readonly endings: ReadonlyMap<string, Ending>
}

/** Judges a whole recording. */
export const judge = (standard: Standard, plan: Plan, recording: Recording, given: Given): readonly Verdict[] => {
  const judging = openJudge(standard, plan, settled(given))
  for (const exchange of recording.exchanges) judging.exchange(exchange)
  for (const { scenario, left } of plan.scenarios) {
    const ending = recording.endings.get(scenario.id)
    if (ending !== undefined && left === undefined) judging.ending(scenario, ending)
  }
  return judging.verdicts()
}
