import type { Exchange } from '../exchange.ts'
import type { Ending } from '../execute.ts'
import type { Plan, PlannedRule, PlannedScenario } from '../plan/make-plan.ts'
import type { Verdict } from '../report.ts'
import type { ExchangeRule, Given, RunRule, ScenarioRule } from '../rule.ts'
import type { Standard } from '../standard.ts'
import { byOperation, type Conclusion, conclude } from './evidence.ts'

/** What a run brought home: pure data, can be judged again. */
export interface Recording {
  readonly exchanges: readonly Exchange[]
  readonly endings: ReadonlyMap<string, Ending>
}

type Where = Pick<Verdict, 'suite' | 'scenario' | 'operation'>

const nothing = { findings: [], observed: {}, exchanges: [], held: 0 }

/** Judges a recording: every rule of the plan gets at least one verdict. */
export const judge = (standard: Standard, plan: Plan, recording: Recording, given: Given): readonly Verdict[] => {
  const suiteOf = (operation: string): string | undefined =>
    standard.suites.find(({ operations }) => operations.includes(operation))?.id
  const home = (planned: PlannedRule): string =>
    standard.suites.find(({ rules }) => rules.includes(planned.rule))?.id ?? standard.suites.at(-1)?.id ?? standard.id
  const groups = byOperation(recording.exchanges)

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
    ...where,
    ...conclusion,
    cites: rule.cites,
    durationMs,
  })

  /** Scenarios that were asked and came home without evidence, with why. */
  const lost = plan.scenarios.flatMap((planned) => {
    const missed = planned.left === undefined ? missedBecause(recording, planned) : undefined
    return missed === undefined ? [] : [{ planned, missed }]
  })

  /** Scenarios that were to call an operation and get a good answer. */
  const callersOf = (operation: string): readonly PlannedScenario[] =>
    plan.scenarios.filter(
      ({ scenario }) => scenario.operations.includes(operation) && scenario.uses?.only === undefined,
    )

  const onScenarios = (planned: PlannedRule, rule: ScenarioRule<unknown>): readonly Verdict[] =>
    rule.on.map((scenario) => {
      const place = plan.scenarios.find((one) => one.scenario === scenario)
      if (place === undefined) throw new Error(`rule ${rule.id} stands on ${scenario.id}, which no suite has`)
      const where = { suite: place.suite, scenario: scenario.id, operation: rule.operation ?? '*' }
      const ending = recording.endings.get(scenario.id)
      const durationMs = ending?.durationMs ?? 0
      const left = planned.left ?? place.left
      if (left !== undefined) return verdict(planned, where, { ...nothing, ...left }, 0)
      const missed = missedBecause(recording, place)
      if (missed !== undefined) return verdict(planned, where, { ...nothing, ...missed }, durationMs)
      const evidence = ending !== undefined && 'evidence' in ending ? [ending.evidence] : []
      return verdict(planned, where, conclude(rule, planned.level, evidence, given), durationMs)
    })

  const onExchanges = (planned: PlannedRule, rule: ExchangeRule): readonly Verdict[] => {
    const everywhere = { suite: home(planned), scenario: '*', operation: '*' }
    if (planned.left !== undefined) return [verdict(planned, everywhere, { ...nothing, ...planned.left }, 0)]
    const at = (operation: string): Where => ({ suite: suiteOf(operation) ?? home(planned), scenario: '*', operation })
    const conclusions = [...groups]
      .filter(([operation]) => plan.operations.includes(operation) || suiteOf(operation) === undefined)
      .map(([operation, exchanges]) => ({ operation, made: conclude(rule, planned.level, exchanges, given) }))
    const telling = conclusions.filter(({ made }) => made.outcome !== 'not-asked')
    const verdicts = telling.map(({ operation, made }) => verdict(planned, at(operation), made, 0))
    // What the rule is about has to say something, or nobody would notice that it did not.
    const missing = (rule.operations ?? [])
      .filter((operation) => plan.operations.includes(operation) && !telling.some((one) => one.operation === operation))
      .flatMap((operation) => {
        const callers = callersOf(operation)
        const leaves = callers.every(({ left }) => left !== undefined) ? callers[0]?.left : undefined
        if (callers.length === 0) return []
        if (leaves !== undefined) return [verdict(planned, at(operation), { ...nothing, ...leaves }, 0)]
        const why = lost.find(({ planned: { scenario } }) => scenario.operations.includes(operation))?.missed.reason
        const said = conclusions.find((one) => one.operation === operation)?.made.reason
        const reason = why ?? said ?? `no call of ${operation} came to an answer`
        return [verdict(planned, at(operation), { ...nothing, outcome: 'inconclusive', reason }, 0)]
      })
    const all = [...verdicts, ...missing]
    if (all.length > 0) return all
    const [first] = lost
    const empty = first
      ? ({ outcome: 'inconclusive', reason: first.missed.reason } as const)
      : ({ outcome: 'not-asked', reason: 'no exchange of this run gave the occasion' } as const)
    return [verdict(planned, everywhere, { ...nothing, ...empty }, 0)]
  }

  const onRun = (planned: PlannedRule, rule: RunRule): Verdict => {
    const where = { suite: rule.suite, scenario: '*', operation: '*' }
    if (planned.left !== undefined) return verdict(planned, where, { ...nothing, ...planned.left }, 0)
    return verdict(planned, where, conclude(rule, planned.level, [recording.exchanges], given), 0)
  }

  return plan.rules.flatMap((planned) => {
    const { rule } = planned
    if (rule.on === 'exchange') return onExchanges(planned, rule)
    return rule.on === 'run' ? [onRun(planned, rule)] : onScenarios(planned, rule)
  })
}

const missedBecause = (
  { endings }: Recording,
  { scenario }: PlannedScenario,
): { outcome: 'inconclusive' | 'broken'; reason: string } | undefined => {
  const ending = endings.get(scenario.id)
  if (ending === undefined) return { outcome: 'inconclusive', reason: 'the run ended before it was asked' }
  if ('inconclusive' in ending) return { outcome: 'inconclusive', reason: ending.inconclusive }
  if ('broken' in ending) return { outcome: 'broken', reason: ending.broken }
  return undefined
}
