import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, silent, undecided } from '../engine/rule.ts'
import { object } from './body.ts'
import { finding } from './findings.ts'
import { bodyOf, placeOn } from './pages.ts'
import { placesAt, valueAt } from './places.ts'
import { settled } from './signed-body.ts'

/** One resource read three times in a row, with nothing of it asked to change. */
export interface Thrice {
  readonly first: Exchange
  readonly second: Exchange
  readonly third: Exchange
}

const recordsOf = (exchange: Exchange, list: string): readonly string[] =>
  placesAt(bodyOf(exchange), `${list}/*`).map(({ value }) => settled(value))

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort())

/** The lists directly in `at` of the first read. Records that changed, came or went meanwhile decide nothing; their order does. */
export const orderLasts =
  (at: string) =>
  ({ first, second, third }: Thrice): Answer => {
    const lists = Object.entries(object(valueAt(bodyOf(first), at)) ?? {}).flatMap(([name, value]) =>
      Array.isArray(value) && value.length > 1 ? [`${at}/${name}`] : [],
    )
    if (lists.length === 0) return silent('no list of several records')
    const findings: Finding[] = []
    for (const list of lists) {
      const [before, between, after] = [first, second, third].map((one) => recordsOf(one, list))
      if (before === undefined || between === undefined || after === undefined) continue
      if (!sameSet(before, after) || !sameSet(before, between)) return undecided('the data changed between the reads')
      if (JSON.stringify(before) !== JSON.stringify(after))
        findings.push(
          finding(placeOn(third, list), `the order of ${first.id}`, 'the same records in another order', third),
        )
    }
    return findings
  }

/** What names a record for good, and which records are meant to last. */
export interface Lasting {
  readonly list: string
  readonly id: string
  /** Another name of the record, which lasts as long. */
  readonly reference: string
  readonly lasts: (record: unknown) => boolean
  /** The state of a record, one that it does not leave again, and one that comes before. */
  readonly state: { readonly at: string; readonly reached: string; readonly before: string }
}

const without = (record: unknown, ...names: readonly string[]): string =>
  settled(Object.fromEntries(Object.entries(object(record) ?? {}).filter(([name]) => !names.includes(name))))

/** Records that last keep their id and reference from one read to the next, and do not go back to an earlier state. */
export const namesLast =
  ({ list, id, reference, lasts, state }: Lasting) =>
  ({ first, third }: Pick<Thrice, 'first' | 'third'>): Answer => {
    const names = [id, reference].map((pointer) => pointer.slice(1))
    const [before, after] = [first, third].map((one) => placesAt(bodyOf(one), `${list}/*`))
    const idsBefore = new Set(before?.map(({ value }) => valueAt(value, id)))
    const known = new Map(after?.map((one) => [valueAt(one.value, id), one]))
    const judged = (before ?? []).filter(({ value }) => lasts(value))
    if (judged.length === 0) return silent('no record that is said to last')
    // New bookings may look like old ones that they push from the page. A record has been renamed only where the list
    // stands still: whoever is new stands in the place of one that is gone and else the same.
    const replaced = new Map(before?.map((one) => [one.at, one.value]))
    const newcomers = (after ?? []).filter((one) => !idsBefore.has(valueAt(one.value, id)))
    const inPlace = (one: { readonly at: string; readonly value: unknown }): boolean => {
      const was = replaced.get(one.at)
      return !known.has(valueAt(was, id)) && without(one.value, ...names) === without(was, ...names)
    }
    const renamedAt = new Map(newcomers.every(inPlace) ? newcomers.map((one) => [one.at, one]) : [])
    return judged.flatMap(({ at, value }): readonly Finding[] => {
      const [before, known_] = [valueAt(value, id), known.get(valueAt(value, id))]
      if (known_ === undefined) {
        // What is gone may have been pushed to another page.
        const renamed = renamedAt.get(at)
        return renamed === undefined
          ? []
          : [
              finding(
                placeOn(third, `${renamed.at}${id}`),
                `${before} as at ${at} of ${first.id}`,
                valueAt(renamed.value, id),
                third,
              ),
            ]
      }
      const [wasCalled, isCalled] = [valueAt(value, reference), valueAt(known_.value, reference)]
      const renamed = wasCalled !== undefined && isCalled !== wasCalled
      const back = valueAt(value, state.at) === state.reached && valueAt(known_.value, state.at) === state.before
      return [
        ...(renamed
          ? [finding(placeOn(third, `${known_.at}${reference}`), `the same as in ${first.id}`, 'another text', third)]
          : []),
        ...(back ? [finding(placeOn(third, `${known_.at}${state.at}`), state.reached, state.before, third)] : []),
      ]
    })
  }
