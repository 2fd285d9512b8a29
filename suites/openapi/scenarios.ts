import type { Limited } from '../../checks/retry-after.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { Inconclusive } from '../../engine/session.ts'
import { reachOf } from '../baseline/reach.ts'
import { type Called, goodCall, type Refused, refusal } from '../baseline/scenarios.ts'
import type { Asking } from './asking.ts'
import { pageShapeOf } from './infer/pages.ts'
import { type Inferred, inferRows } from './infer/rows.ts'
import { kindsOf } from './kinds.ts'
import { burstOf, walkOf } from './lists.ts'
import type { Paged } from './rules/good-calls.ts'
import type { Kinds, Scenarios } from './rules/refusal-rule.ts'

/** All scenarios of a run, by what they are for. */
export interface Asked extends Kinds {
  readonly calls: Scenarios<Called>
  readonly walks: Scenarios<Paged>
  readonly bursts: Scenarios<Limited>
}

/** Stands where an API gives no occasion, so that the rule says why it was not asked. */
const nowhere = <Evidence>(id: string, title: string, reason: string): Scenario<Evidence> => ({
  id,
  title,
  needs: [],
  operations: [],
  effect: 'reads',
  unreachable: reason,
  run: () => Promise.reject(new Inconclusive(reason)),
})

const someOf = <Evidence>(
  scenarios: readonly Scenario<Evidence>[],
  id: string,
  title: string,
  reason: string,
): Scenarios<Evidence> => {
  const [first, ...others] = scenarios
  return first === undefined ? [nowhere(id, title, reason)] : [first, ...others]
}

const calls = 'good-calls'
const refusals = 'refusals'

/** One scenario of a foreign method for each path is enough: of its reading operation where there is one. */
const onePerPath = (inferred: readonly Inferred[]): ReadonlySet<Inferred> => {
  const byPath = new Map<string, Inferred>()
  for (const one of inferred) {
    const known = byPath.get(one.facts.path)
    if (known === undefined || (known.row.unreachable !== undefined && one.row.unreachable === undefined))
      byPath.set(one.facts.path, one)
  }
  return new Set(byPath.values())
}

/** The scenarios of a document's operations. What cannot be asked says so. */
export const scenariosOf = (asking: Asking): Asked => {
  const { contract, document, params, write, positive } = asking
  const headers = (asking.headers ?? []).map((one) => one.toLowerCase())
  const inferred = inferRows({ contract, document, params, write, headers })
  const reach = reachOf(inferred.map(({ row }) => row))
  const perPath = onePerPath(inferred)
  const kinds = kindsOf(asking)

  const ofKind = (name: keyof Kinds): Scenarios<Refused> => {
    const { kind, making } = kinds[name]
    const found = (positive ? [] : inferred).flatMap((one) => {
      if (name === 'foreignMethod' && !perPath.has(one)) return []
      const differences = making(one)
      return differences === undefined ? [] : [refusal(refusals, reach, one.row, kind, differences)]
    })
    const reason = positive ? 'good calls only (--positive)' : 'no operation of the contract gives the occasion'
    return someOf(found, `${refusals}/*: ${kind.name}`, `any operation ${kind.title}`, reason)
  }
  const reached = inferred.find(({ row, facts }) => facts.method === 'GET' && row.unreachable === undefined)
  const lists = inferred.flatMap((one) => {
    const shape = pageShapeOf(document, one)
    return shape === undefined ? [] : [walkOf(reach, one, shape)]
  })
  return {
    calls: someOf(
      inferred.map(({ row }) => goodCall(calls, reach, row)),
      `${calls}/*`,
      'any operation',
      'the contract has no operation',
    ),
    walks: someOf(
      lists,
      `${calls}/*: pages`,
      'any list from page to page',
      'no list of the contract has a link to a next page',
    ),
    bursts: someOf(
      reached === undefined || positive ? [] : [burstOf(reach, reached)],
      `${calls}/*: burst`,
      'any operation at once until it is limited',
      positive ? 'good calls only (--positive)' : 'no operation is reached',
    ),
    noToken: ofKind('noToken'),
    badTokens: ofKind('badTokens'),
    foreignType: ofKind('foreignType'),
    foreignMethod: ofKind('foreignMethod'),
    spoiledParameter: ofKind('spoiledParameter'),
    unknownName: ofKind('unknownName'),
    spoiledBody: ofKind('spoiledBody'),
    foreignBody: ofKind('foreignBody'),
  }
}
