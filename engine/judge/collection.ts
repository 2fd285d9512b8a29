import type { Exchange } from '../exchange.ts'
import type { Ending } from '../execute.ts'
import type { Plan, PlannedRule } from '../plan/make-plan.ts'
import type { RunRule } from '../rule.ts'
import type { Scenario } from '../scenario.ts'
import type { LiveGiven } from './given.ts'
import { grouped } from './grouped.ts'
import { broke, type Conclusion, idsOf, type Tally, type Teller, tellerOf } from './tally.ts'

/** Why a scenario that was asked gave no evidence. */
export interface Missed {
  readonly outcome: 'inconclusive' | 'broken'
  readonly reason: string
}

/** What comes together for verdicts while a run goes on. Nothing of the evidence is kept: only what was concluded. */
export interface Collection {
  readonly exchange: (exchange: Exchange) => void
  readonly ending: (scenario: Scenario<unknown>, ending: Ending) => void
  /** What a rule on every exchange made of each operation that was called. */
  readonly byOperation: (planned: PlannedRule) => ReadonlyMap<string, Conclusion>
  readonly ofScenario: (planned: PlannedRule, scenario: Scenario<unknown>) => Conclusion
  readonly ofRun: (planned: PlannedRule) => Conclusion
  readonly missed: (scenario: Scenario<unknown>) => Missed | undefined
  /** Milliseconds; 0 for a scenario that was not run. */
  readonly durationOf: (scenario: Scenario<unknown>) => number
}

/** Opens the collection for the rules of a plan. `judged`: whether exchanges of an operation count. */
export const openCollection = (
  plan: Plan,
  live: Pick<LiveGiven, 'given' | 'ask' | 'succeeded'>,
  judged: (operation: string) => boolean,
): Collection => {
  const wanted = plan.rules.filter(({ left }) => left === undefined)
  const onExchange = wanted.filter(({ rule }) => rule.on === 'exchange')
  const onRun = wanted.filter(({ rule }) => rule.on === 'run')
  const standingOn = grouped(
    wanted.flatMap((planned) =>
      typeof planned.rule.on === 'string'
        ? []
        : planned.rule.on.map((scenario) => [scenario as Scenario<unknown>, planned] as const),
    ),
  )
  const tellers = new Map<PlannedRule, Teller>(
    wanted.map((planned) => [planned, tellerOf(planned.rule, planned.level, live)]),
  )
  const tellerFor = (planned: PlannedRule): Teller => {
    const teller = tellers.get(planned)
    if (teller === undefined) throw new Error(`rule ${planned.rule.id} is left out, and nothing was gathered for it`)
    return teller
  }
  /** Tallies in the order of `onExchange`. */
  const operations = new Map<string, Tally[]>()
  /** Tallies in the order of `standingOn`. */
  const scenarios = new Map<Scenario<unknown>, readonly Tally[]>()
  const pieces = new Map<PlannedRule, unknown[]>(onRun.map((planned) => [planned, []]))
  const broken = new Map<PlannedRule, Conclusion>()
  const endings = new Map<Scenario<unknown>, { readonly durationMs: number; readonly missed?: Missed }>()

  const gather = (planned: PlannedRule, exchange: Exchange): void => {
    try {
      const piece = (planned.rule as RunRule<unknown>).gather(exchange, live.given)
      if (piece !== undefined) pieces.get(planned)?.push(piece)
    } catch (error) {
      broken.set(planned, broke(error, [exchange.id]))
    }
  }

  return {
    exchange(exchange) {
      if (exchange.inbound) return
      for (const planned of onRun) gather(planned, exchange)
      const operation = exchange.operation ?? '*'
      if (!judged(operation)) return
      let tallies = operations.get(operation)
      if (tallies === undefined) {
        tallies = onExchange.map(() => undefined)
        operations.set(operation, tallies)
      }
      const ids = [exchange.id]
      for (const [index, planned] of onExchange.entries())
        tallies[index] = tellerFor(planned).add(tallies[index], exchange, ids)
    },
    ending(scenario, ending) {
      const { durationMs } = ending
      if ('inconclusive' in ending)
        endings.set(scenario, { durationMs, missed: { outcome: 'inconclusive', reason: ending.inconclusive } })
      else if ('broken' in ending)
        endings.set(scenario, { durationMs, missed: { outcome: 'broken', reason: ending.broken } })
      else {
        endings.set(scenario, { durationMs })
        const ids = idsOf(ending.evidence)
        const standing = standingOn.get(scenario) ?? []
        scenarios.set(
          scenario,
          standing.map((planned) => tellerFor(planned).add(undefined, ending.evidence, ids)),
        )
      }
    },
    byOperation(planned) {
      const index = onExchange.indexOf(planned)
      return new Map(
        [...operations].map(([operation, tallies]) => [operation, tellerFor(planned).conclude(tallies[index])]),
      )
    },
    ofScenario: (planned, scenario) =>
      tellerFor(planned).conclude(scenarios.get(scenario)?.[standingOn.get(scenario)?.indexOf(planned) ?? -1]),
    ofRun(planned) {
      const tally = tellerFor(planned).add(undefined, pieces.get(planned) ?? [], [])
      return broken.get(planned) ?? tellerFor(planned).conclude(tally)
    },
    missed(scenario) {
      const ending = endings.get(scenario)
      return ending === undefined
        ? { outcome: 'inconclusive', reason: 'the run ended before it was asked' }
        : ending.missed
    },
    durationOf: (scenario) => endings.get(scenario)?.durationMs ?? 0,
  }
}
