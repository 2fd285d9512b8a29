import { localOf } from '../ledger/time.ts'
import { badRequest, type Outcome, type UserCall } from './call.ts'
import type { Bound } from './window.ts'

/** The two bounds of a filter, each of them open where it is not given. */
export interface DateFilter {
  readonly from?: Bound
  readonly to?: Bound
}

interface Parameters {
  readonly from: string
  readonly to: string
  readonly read: (text: string) => Bound | undefined
  /** A value as it should be. */
  readonly example: string
}

/** The filter of a call, or what is wrong with it: no date, an end in the future, or an end before the beginning. */
export const dateFilter = (call: UserCall, parameters: Parameters): { readonly filter: DateFilter } | Outcome => {
  const filter: { from?: Bound; to?: Bound } = {}
  for (const key of ['from', 'to'] as const) {
    const name = parameters[key]
    const given = call.url.searchParams.get(name)
    if (given === null) continue
    const bound = parameters.read(given)
    if (bound !== undefined) filter[key] = bound
    else if (!call.setting.misbehaves('garbled-date-ignored')) {
      return badRequest('Resource.InvalidFormat', `${name} needs a value such as ${parameters.example}.`, name)
    }
  }
  // Whichever of the two clocks is ahead: a fixed ledger does not make the client's present the future.
  const now = localOf(new Date(Math.max(call.setting.ledger.now.getTime(), Date.now())))
  if (filter.to !== undefined && filter.to.first > now) {
    return badRequest('Resource.InvalidFormat', `${parameters.to} lies in the future.`, parameters.to)
  }
  if (filter.from !== undefined && filter.to !== undefined && filter.from.first > filter.to.last) {
    return badRequest('Resource.InvalidFormat', `${parameters.from} lies after ${parameters.to}.`, parameters.from)
  }
  return { filter }
}

/** Whether a wall-clock time lies between the bounds; on them too, unless they are `exclusive`. */
export const lets = ({ from, to }: DateFilter, exclusive = false): ((local: number) => boolean) => {
  const first = from?.first ?? Number.NEGATIVE_INFINITY
  const last = to?.last ?? Number.POSITIVE_INFINITY
  return (local) => (exclusive ? local > first && local < last : local >= first && local <= last)
}
