import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Check, silent, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { bodyOf, idsOn, placeOn } from './pages.ts'
import { placesAt } from './places.ts'
import { succeeded } from './status.ts'
import { pathValue } from './target.ts'

/** Which member of an answer repeats which parameter of the operation's path. */
export interface Repeats {
  readonly parameter: string
  /** JSON Pointers of the members; `*` is every item of a list. Places without a text are a matter of the schema. */
  readonly members: readonly string[]
}

/** A success is about the resource that was asked for, and so is everything in it that names one. */
export const answerIsOfItsPath =
  ({ parameter, members }: Repeats): Check =>
  (exchange) => {
    const asked = pathValue(exchange, parameter)
    if (asked === undefined) return silent(`the path has no ${parameter}`)
    const places = members
      .flatMap((pointer) => placesAt(bodyOf(exchange), pointer))
      .filter(({ value }) => typeof value === 'string' || typeof value === 'number')
    if (places.length === 0) return silent('the answer names no resource')
    return places.flatMap(({ at, value }) =>
      String(value) === asked ? [] : [finding(placeOn(exchange, at), asked, value)],
    )
  }

/** A list, reads of resources that it named, and the list read once more afterwards. */
export interface ListedReads {
  readonly list: Exchange
  readonly reads: readonly Exchange[]
  readonly again?: Exchange
}

/** What tells which resource a read was about, and which answers mean that there is no such resource. */
export interface Listing {
  readonly list: string
  readonly id: string
  readonly parameter: string
  readonly notFound: readonly [number, ...number[]]
}

/** What a list names is there when it is read. Undecided when the list itself no longer names it afterwards. */
export const listedIsFound =
  (options: Listing) =>
  ({ list, reads, again }: ListedReads): Answer => {
    const idsOf = (page: Exchange): readonly string[] => idsOn(page, options).map(({ value }) => String(value))
    const listed = idsOf(list)
    const asked = reads.flatMap((read) => {
      const id = pathValue(read, options.parameter)
      return id !== undefined && listed.includes(id) ? [{ id, read }] : []
    })
    const missing = asked.filter(({ read }) => options.notFound.includes(read.response.status))
    if (missing.length > 0) {
      if (again === undefined || bodyOf(again) === undefined) return undecided('the list was not read again')
      const still = idsOf(again)
      const lasting = missing.filter(({ id }) => still.includes(id))
      return lasting.length > 0
        ? lasting.map(({ id, read }) => finding(`${id}: status`, '200', read.response.status, read))
        : undecided('what was not found is no longer in the list')
    }
    return asked.some(({ read }) => succeeded(read)) ? [] : undecided('no resource of the list was read')
  }
