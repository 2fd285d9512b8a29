import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, type Observed, undecided } from '../engine/rule.ts'
import { finding, show } from './findings.ts'
import { bodyOf, placeOn } from './pages.ts'
import { valueAt } from './places.ts'
import { sameMeaning } from './same.ts'
import { failed, refused, succeeded, unauthorised, unavailable } from './status.ts'

/** A request, and another one with the same idempotency key. */
export interface Replay {
  readonly first: Exchange
  readonly again: Exchange
}

/** Where an answer names the thing that was made, and what else of it does not change. */
export interface Made {
  /** JSON Pointer of the id. */
  readonly id: string
  /** JSON Pointers of what a replay repeats as it was; what may go on meanwhile, such as a status, is none of them. */
  readonly unchanged?: readonly string[]
}

/** Why a replay decides nothing; undefined when it does. */
const open = ({ first, again }: Replay, { id }: Made): string | undefined => {
  if (!succeeded(first)) return `the first request was answered with ${first.response.status}`
  if (valueAt(bodyOf(first), id) === undefined) return `the first answer names nothing at ${id}`
  if (unavailable(again) || unauthorised(again) || failed(again) || (!succeeded(again) && !refused(again)))
    return `the second request was answered with ${again.response.status}`
  return undefined
}

const differs = ({ first, again }: Replay, pointer: string, same: (one: unknown, other: unknown) => boolean) => {
  const [before, after] = [first, again].map((answer) => valueAt(bodyOf(answer), pointer))
  return same(before, after) ? [] : [finding(placeOn(again, pointer), show(before), after, again)]
}

/** The answer with the same key names the thing that the first one made. */
const sameThing = (replay: Replay, { id, unchanged = [] }: Made): readonly Finding[] => [
  ...differs(replay, id, Object.is),
  ...unchanged.flatMap((pointer) => differs(replay, pointer, sameMeaning)),
]

/**
 * The same request with the same key has the same result and makes nothing new. `refusals`: statuses that a replay may be
 * answered with instead, such as 409; another refusal is a finding. What the server could not answer decides nothing.
 */
export const replayMakesNothingNew =
  (made: Made & { readonly refusals: readonly number[] }) =>
  (replay: Replay): Answer => {
    const why = open(replay, made)
    if (why !== undefined) return undecided(why)
    const { status } = replay.again.response
    if (succeeded(replay.again)) return sameThing(replay, made)
    const expected = [...new Set([replay.first.response.status, 200, ...made.refusals])].join(' or ')
    return made.refusals.includes(status) ? [] : [finding('status', expected, status, replay.again)]
  }

/**
 * Another request with the same key makes nothing new. `refused`: it is refused; `refused or repeated`: the first result may
 * be given once more. `statuses`: the only refusals that count, where the standard names them.
 */
export const keyIsNotReused =
  (
    made: Made & {
      readonly demand: 'refused' | 'refused or repeated'
      readonly statuses?: readonly [number, ...number[]]
    },
  ) =>
  (replay: Replay): Answer => {
    const why = open(replay, made)
    if (why !== undefined) return undecided(why)
    const { again } = replay
    const { status } = again.response
    if (refused(again)) {
      const { statuses } = made
      return statuses === undefined || statuses.includes(status)
        ? []
        : [finding('status', statuses.join(' or '), status, again)]
    }
    if (made.demand === 'refused') return [finding('status', made.statuses?.join(' or ') ?? 'a refusal', status, again)]
    return sameThing(replay, { id: made.id })
  }

/** How a replay was answered. */
export const statusOfReplay = ({ first, again }: Replay): Observed =>
  again.response.status === first.response.status ? {} : { 'status of the replay': String(again.response.status) }
