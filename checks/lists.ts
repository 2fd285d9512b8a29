import type { Exchange } from '../engine/exchange.ts'
import { type Check, silent } from '../engine/rule.ts'
import { finding, show } from './findings.ts'
import { bodyOf, idsOn, placeOn } from './pages.ts'
import { placesAt, valueAt } from './places.ts'

interface Of {
  /** Operations whose successes are judged. */
  readonly operations: readonly string[]
  /** The list, as a JSON Pointer; `*` stands for every item of a list around it. */
  readonly list: string
}

const judged = ({ operations }: Of, exchange: Exchange): boolean =>
  exchange.operation !== undefined && operations.includes(exchange.operation) && bodyOf(exchange) !== undefined

/** A list without records is an empty list: neither null, nor left out, nor the only record without a list around it. */
export const listIsAList =
  (options: Of): Check =>
  (exchange) => {
    if (!judged(options, exchange)) return silent('no JSON of a success of these operations')
    const cut = options.list.lastIndexOf('/')
    const [around, name] = [options.list.slice(0, cut), options.list.slice(cut)]
    const places = placesAt(bodyOf(exchange), around)
    if (places.length === 0 && around.includes('*')) return silent('nothing that holds such a list')
    // Where even what holds the list is missing, the list is missing, too.
    const holders = places.length === 0 ? [around] : places.map(({ at }) => at)
    return holders.flatMap((holder) => {
      const value = placesAt(bodyOf(exchange), `${holder}${name}`)[0]?.value
      if (Array.isArray(value)) return []
      const got = typeof value === 'object' && value !== null ? 'an object' : value
      return [finding(placeOn(exchange, `${holder}${name}`), 'a list', got)]
    })
  }

/** No two records of a list have the same id. */
export const idsAreUnique =
  (options: Of & { readonly id: string }): Check =>
  (exchange) => {
    if (!judged(options, exchange)) return silent('no JSON of a success of these operations')
    const ids = idsOn(exchange, options)
    if (ids.length === 0) return silent('the list holds no ids')
    const first = new Map<unknown, string>()
    return ids.flatMap(({ at, value }) => {
      const before = first.get(value)
      if (before === undefined) first.set(value, at)
      return before === undefined
        ? []
        : [finding(placeOn(exchange, at), `another id than at ${placeOn(exchange, before)}`, value)]
    })
  }

/** No two records of a list have the same values of these members, a missing one counting as a value of its own. */
export const recordsDiffer =
  (options: Of & { readonly members: readonly [string, ...string[]] }): Check =>
  (exchange) => {
    if (!judged(options, exchange)) return silent('no JSON of a success of these operations')
    const first = new Map<string, string>()
    const records = placesAt(bodyOf(exchange), `${options.list}/*`)
    if (records.length === 0) return silent('the list holds no records')
    return records.flatMap(({ at, value }) => {
      const values = options.members.map((member) => valueAt(value, member))
      const key = JSON.stringify(values.map((one) => [one]))
      const before = first.get(key)
      if (before === undefined) first.set(key, at)
      return before === undefined
        ? []
        : [finding(placeOn(exchange, at), `not the same as ${placeOn(exchange, before)}`, values.map(show).join(', '))]
    })
  }
