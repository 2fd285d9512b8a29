import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, silent, undecided } from '../engine/rule.ts'
import { object } from './body.ts'
import { finding } from './findings.ts'
import { bodyOf, placeOn } from './pages.ts'
import { type Place, placesAt, valueAt } from './places.ts'
import { sameMeaning } from './same.ts'
import { pathValue } from './target.ts'

/** Where a list and the read of one of its records keep the record, and which of its members are facts that last. */
export interface SameRecord {
  /** The records of the list, `/Data/Item`, and their id, `/ItemId`. */
  readonly list: string
  readonly id: string
  /** The parameter of the path that names the record, and the record in the read: `/Data/Item`. */
  readonly parameter: string
  readonly one: string
  /** Members of a record, by name. A member that only one of the two has is passed over. */
  readonly members: readonly [string, ...string[]]
}

/** A list, and reads of its records. */
export interface ListAndReads {
  readonly list: Exchange
  readonly reads: readonly Exchange[]
}

interface Pair {
  readonly id: string
  readonly read: Exchange
  readonly listed: Place
  readonly one: unknown
}

const pairsIn = ({ list, reads }: ListAndReads, shape: SameRecord): readonly Pair[] =>
  reads.flatMap((read) => {
    const id = pathValue(read, shape.parameter)
    const listed = placesAt(bodyOf(list), `${shape.list}/*`).find(({ value }) => valueAt(value, shape.id) === id)
    const one = valueAt(bodyOf(read), shape.one)
    return id === undefined || listed === undefined || object(one) === undefined ? [] : [{ id, read, listed, one }]
  })

/**
 * Whether two values can be said of one thing: what both say is the same, in any order, and each may say more than the other.
 */
const agree = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) {
    const [short, long] = one.length <= other.length ? [one, other] : [other, one]
    return short.every((item) => long.some((each) => agree(item, each)))
  }
  const [a, b] = [object(one), object(other)]
  if (a === undefined || b === undefined) return sameMeaning(one, other)
  return Object.keys(a).every((name) => !Object.hasOwn(b, name) || agree(a[name], b[name]))
}

/** Where a list and the reads of its records tell different facts; values are not repeated: some are personal. */
export const differences = (evidence: ListAndReads, shape: SameRecord): readonly Finding[] =>
  pairsIn(evidence, shape).flatMap(({ read, listed, one }) =>
    shape.members.flatMap((name) => {
      const [inList, alone] = [valueAt(listed.value, `/${name}`), valueAt(one, `/${name}`)]
      if (inList === undefined || alone === undefined || agree(inList, alone)) return []
      const expected = `the same as ${listed.at}/${name} of ${evidence.list.id}`
      return [finding(placeOn(read, `${shape.one}/${name}`), expected, 'another value', read)]
    }),
  )

/** A list and the reads of its records tell the same facts. Findings only where a second look shows a difference, too. */
export const listAndReadsAgree =
  (shape: SameRecord) =>
  (evidence: ListAndReads & { readonly again?: ListAndReads }): Answer => {
    if (pairsIn(evidence, shape).length === 0) return silent('no record of the list was read')
    const found = differences(evidence, shape)
    if (found.length === 0) return []
    if (evidence.again === undefined) return undecided('what differed was not looked at again')
    const lasting = differences(evidence.again, shape)
    return lasting.length > 0 ? lasting : undecided('what differed at first did not when it was looked at again')
  }
