import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, type Observed, undecided } from '../engine/rule.ts'
import { isDateTime } from '../schemas/formats.ts'
import { at, carried, object } from './body.ts'
import { finding } from './findings.ts'
import { succeeded } from './status.ts'

/** Something that a client lodged, and every answer that shows it. */
export interface Lodged {
  readonly lodged: unknown
  readonly shown: readonly Exchange[]
}

interface Place {
  /** Path of the object that was lodged, in an answer that shows it. */
  readonly path: readonly string[]
}

const scalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** Milliseconds by which two date-times of one moment differ when fractions of a second are dropped. */
const fraction = 1000

const sameMoment = (lodged: string, shown: string): boolean =>
  isDateTime(lodged) && isDateTime(shown) && Math.abs(Date.parse(lodged) - Date.parse(shown)) < fraction

const asSet = (list: readonly unknown[]): string => JSON.stringify([...new Set(list.map(String))].sort())

/** Whether two values mean the same; true as well of two that the schema tells apart. */
const same = (lodged: unknown, shown: unknown): boolean => {
  if (Array.isArray(lodged) && Array.isArray(shown)) {
    return ![...lodged, ...shown].every(scalar) || asSet(lodged) === asSet(shown)
  }
  if (typeof lodged !== typeof shown || !scalar(lodged)) return true
  if (typeof lodged !== 'string' || typeof shown !== 'string') return lodged === shown
  return lodged === shown || sameMoment(lodged, shown)
}

const differences = (place: string, lodged: unknown, shown: unknown, from: Exchange): readonly Finding[] => {
  const [before, after] = [object(lodged), object(shown)]
  if (before !== undefined && after !== undefined) {
    return Object.entries(before).flatMap(([name, value]) =>
      name in after ? differences(`${place}/${name}`, value, after[name], from) : [],
    )
  }
  return same(lodged, shown) ? [] : [finding(place, String(JSON.stringify(lodged)), JSON.stringify(shown), from)]
}

/**
 * Members that were lodged and are shown keep their value: date-times as instants, to the second, lists of words as sets. A member that is
 * not shown, and one of another JSON type, are the schema's business.
 */
export const membersKept =
  ({ path }: Place) =>
  ({ lodged, shown }: Lodged): Answer => {
    const answers = shown.filter(succeeded)
    if (answers.length === 0 || object(lodged) === undefined) return undecided('nothing that was lodged was shown')
    return answers.flatMap((answer) => {
      const content = carried(answer)
      return differences(`${content?.at ?? ''}/${path.join('/')}`, lodged, at(content?.value, ...path), answer)
    })
  }

/** Members that were lodged and that an answer does not show. */
export const membersNotShown =
  ({ path }: Place) =>
  ({ lodged, shown }: Lodged): Observed => {
    const last = shown.filter(succeeded).at(-1)
    const after = last && object(at(carried(last)?.value, ...path))
    const missing = after === undefined ? [] : Object.keys(object(lodged) ?? {}).filter((name) => !(name in after))
    return missing.length === 0 ? {} : { 'pushed and not shown': missing.join(', ') }
  }
