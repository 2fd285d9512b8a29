import type { Exchange } from '../../engine/exchange.ts'
import type { Probe } from '../../engine/rule.ts'
import type { Scenario } from '../../engine/scenario.ts'
import type { CallOptions, Session } from '../../engine/session.ts'
import { probe } from './probe.ts'
import { demandGood, type Filled, type Good, goodOptions, type Reach } from './reach.ts'
import type { Row } from './row.ts'

/** The good call of an operation. Its answer is there for the scenario that happened to ask. */
export interface Called {
  readonly good: Good
  readonly exchange?: Exchange
}

/** Probes that each differ in one thing from a good call that succeeded. */
export interface Refused {
  readonly operation: string
  readonly probes: readonly Probe[]
}

/** In what one request differs from the good call. */
export interface Difference {
  readonly name: string
  readonly change: CallOptions | ((filled: Filled) => CallOptions)
  /** Why its answer says nothing, when it does not. */
  readonly void?: (probe: Exchange, good: Good) => string | undefined
}

/** A kind of request that is to be refused. */
export interface Kind extends Pick<Scenario<unknown>, 'means' | 'notInProduction'> {
  /** `no token`: the end of the id of its scenarios. */
  readonly name: string
  /** `without a token`: the end of their titles. */
  readonly title: string
}

const factsOf = ({ operation, effect, needs = [], uses, unreachable }: Row) => ({
  needs,
  effect,
  operations: [operation],
  ...(uses === undefined ? {} : { uses }),
  ...(unreachable === undefined ? {} : { unreachable }),
})

/** The scenario of an operation's good call. Inconclusive when it is refused. */
export const goodCall = (suite: string, reach: Reach, row: Row): Scenario<Called> => ({
  id: `${suite}/${row.operation}`,
  title: row.operation,
  ...factsOf(row),
  async run(session: Session): Promise<Called> {
    const called = await reach.good(session, row)
    if (called.good.status < 500) demandGood(called.good)
    return called
  },
})

/**
 * The scenario of requests of one kind: after the good call of the operation succeeded, the same with each difference.
 * `differences` may say instead why none can be made.
 */
export const refusal = (
  suite: string,
  reach: Reach,
  row: Row,
  kind: Kind,
  differences: readonly Difference[] | string,
): Scenario<Refused> => ({
  id: `${suite}/${row.operation}: ${kind.name}`,
  title: `${row.operation} ${kind.title}`,
  ...factsOf(row),
  ...(kind.means === undefined ? {} : { means: kind.means }),
  ...(kind.notInProduction === undefined ? {} : { notInProduction: kind.notInProduction }),
  ...(row.unreachable === undefined && typeof differences === 'string' ? { unreachable: differences } : {}),
  async run(session: Session): Promise<Refused> {
    const { good } = await reach.good(session, row)
    demandGood(good)
    return reach.within(session, row, async (filled) => {
      const probes: Probe[] = []
      for (const { name, change, void: says } of typeof differences === 'string' ? [] : differences) {
        const changed = typeof change === 'function' ? change(filled) : change
        const usual = goodOptions(row, filled)
        const headers = changed.headers && { ...usual.headers, ...changed.headers }
        const options = { ...usual, ...changed, ...(headers && { headers }), purpose: name }
        const asked = await probe(name, () => session.call(row.operation, options))
        const reason = 'exchange' in asked ? says?.(asked.exchange, good) : undefined
        probes.push(reason === undefined ? asked : { name, inconclusive: reason })
      }
      return { operation: row.operation, probes }
    })
  },
})
