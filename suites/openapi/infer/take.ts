import { carried, object } from '../../../checks/body.ts'
import { type Exchange, header } from '../../../engine/exchange.ts'
import type { Taken } from '../../baseline/row.ts'
import { candidates, plainName, singular } from './names.ts'

/** Levels of an answer in which a list or a member is looked for. */
const deepest = 4

const text = (value: unknown): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined

const namedIn = (thing: unknown, names: readonly string[]): string | undefined => {
  const members = Object.entries(object(thing) ?? {})
  for (const name of names) {
    const found = members.find(([key, value]) => plainName(key) === name && text(value) !== undefined)
    if (found !== undefined) return text(found[1])
  }
  return undefined
}

/** Values level by level, the nearest first. Lists are not entered. */
const levels = (value: unknown): readonly (readonly unknown[])[] => {
  const found: (readonly unknown[])[] = [[value]]
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = (found.at(-1) ?? []).flatMap((one) => Object.values(object(one) ?? {}))
    if (next.length === 0) break
    found.push(next)
  }
  return found
}

/** The name of a thing in an answer: of the first item of its nearest list that has one, else of the nearest object. */
export const nameIn = (value: unknown, parameter: string, collection: string): string | undefined => {
  const names = candidates(parameter, collection)
  const all = levels(value).flat()
  for (const list of all) {
    if (!Array.isArray(list)) continue
    for (const item of list) {
      const plain = candidates(parameter, collection).includes(singular(collection)) ? text(item) : undefined
      const found = namedIn(item, names) ?? plain
      if (found !== undefined) return found
    }
  }
  for (const thing of all) {
    const found = namedIn(thing, names)
    if (found !== undefined) return found
  }
  return undefined
}

const lastSegment = (location: string | undefined): string | undefined => {
  const segment = location?.split(/[?#]/)[0]?.split('/').at(-1)
  try {
    return segment === undefined || segment === '' ? undefined : decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** What an answer names as the thing that a parameter stands for. Of something made, `Location` may say it (RFC 9110 §10.2.2). */
export const takeName =
  (parameter: string, collection: string): Taken['take'] =>
  (exchange: Exchange) =>
    nameIn(carried(exchange)?.value, parameter, collection) ??
    (exchange.response.status === 201 ? lastSegment(header(exchange.response, 'location')) : undefined)
