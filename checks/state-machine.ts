import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Observed, undecided } from '../engine/rule.ts'
import { at, carried } from './body.ts'
import { finding } from './findings.ts'
import { succeeded } from './status.ts'

/** The states of a thing, and which of them may follow at once. One that follows nothing and is followed by nothing is not judged. */
export interface StateMachine {
  /** Path of the state in an answer. */
  readonly path: readonly string[]
  /** The state in which the thing is made. */
  readonly first: string
  readonly next: Readonly<Record<string, readonly string[]>>
}

/** A state and all that may ever follow it. */
const from = ({ next }: StateMachine, state: string): readonly string[] => {
  const found = new Set([state])
  for (const one of found) for (const following of next[one] ?? []) found.add(following)
  return [...found]
}

/**
 * Each state is reachable from the one that was seen before, by whatever was not seen in between. The reads are in order,
 * and each was repeated until it settled: an answer of a copy that lags behind is no evidence.
 */
export const statesAreReachable =
  (machine: StateMachine) =>
  (reads: readonly Exchange[]): Answer => {
    const seen = reads.filter(succeeded).flatMap((exchange) => {
      const state = at(carried(exchange)?.value, ...machine.path)
      return typeof state === 'string' && state in machine.next ? [{ exchange, state }] : []
    })
    if (seen.length === 0) return undecided('no answer shows a state')
    return seen.flatMap(({ exchange, state }, index) => {
      const before = seen[index - 1]?.state ?? machine.first
      const [, ...following] = from(machine, before)
      if (state === before || following.includes(state)) return []
      const expected =
        following.length === 0
          ? `${before}, which nothing follows`
          : `${before}, or what follows it: ${following.join(', ')}`
      return [finding(`${carried(exchange)?.at ?? ''}/${machine.path.join('/')}`, expected, state, exchange)]
    })
  }

/** The states in the order in which they were seen. */
export const statesSeen =
  ({ path }: Pick<StateMachine, 'path'>) =>
  (reads: readonly Exchange[]): Observed => {
    const seen = reads.flatMap((one) => at(carried(one)?.value, ...path) ?? [])
    const changes = seen.filter((state, index) => state !== seen[index - 1])
    return changes.length === 0 ? {} : { states: changes.join(', then ') }
  }
