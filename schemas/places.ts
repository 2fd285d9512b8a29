import type { Contract } from '../engine/contract.ts'
import { memory } from '../engine/memory.ts'
import type { EachApplicable } from './applicable.ts'
import type { JsonObject } from './openapi.ts'
import { reaches } from './reach.ts'
import { partOf, sizeOf } from './size.ts'
import { componentOf } from './validators.ts'

type Governs = Parameters<Contract['places']>[4]
type Place = ReturnType<Contract['places']>[number]

const components = new Map<string, string | undefined>()

const component = (pointer: string): string | undefined => {
  if (!pointer.startsWith('/components/schemas/')) return undefined
  const known = components.get(pointer)
  if (known !== undefined || components.has(pointer)) return known
  const found = pointer.split('/').length === 4 ? componentOf(pointer) : undefined
  components.set(pointer, found)
  return found
}

interface Ordered extends Place {
  /** How many were found before it. */
  readonly order: number
}

/** Places of one body: by the name of a format or of a named schema, and there by where they stand. */
interface Placed {
  readonly pointer: string
  readonly asked: number
  readonly large: boolean
  readonly formats: Map<string, Map<string, Ordered>>
  readonly components: Map<string, Map<string, Ordered>>
}

/** Places of bodies that formats and named schemas govern. */
export interface Places {
  /** Each once, in the order in which they are met; and whether the body is too large for all of it to be looked at. */
  readonly find: (
    pointer: string,
    body: unknown,
    governs: Governs,
  ) => { readonly places: readonly Place[]; readonly large: boolean }
}

/**
 * Finds places in bodies by the schemas of a document. Several rules ask for places of one body, one after the other: it
 * is walked once, and only where something leads to what was ever asked for.
 */
export const placesIn = (eachApplicable: EachApplicable, schemaAt: (pointer: string) => unknown): Places => {
  const asked = { formats: new Set<string>(), components: new Set<string>() }
  const known = memory<object, Placed>()
  const wanted = ({ format }: JsonObject, pointer: string): boolean =>
    (typeof format === 'string' && asked.formats.has(format)) || asked.components.has(component(pointer) ?? '')
  let leads = reaches(schemaAt, wanted)

  const askedFor = (): number => asked.formats.size + asked.components.size

  const ask = (governs: Governs): void => {
    const before = askedFor()
    for (const one of governs.formats ?? []) asked.formats.add(one)
    for (const one of governs.components ?? []) asked.components.add(one)
    if (askedFor() > before) leads = reaches(schemaAt, wanted)
  }

  const walk = (pointer: string, body: unknown): Placed => {
    const size = sizeOf(body)
    const placed: Placed = {
      pointer,
      asked: askedFor(),
      large: size === 'large',
      formats: new Map(),
      components: new Map(),
    }
    let order = 0
    const note = (kind: 'formats' | 'components', by: string, at: string, value: unknown): void => {
      let group = placed[kind].get(by)
      if (group === undefined) {
        group = new Map()
        placed[kind].set(by, group)
      }
      order += 1
      group.set(at, { at, value, by, order })
    }
    const part = partOf(body, size)
    if (part === undefined) return placed
    eachApplicable(
      pointer,
      part.value,
      ({ schema: { format }, pointer: here, at, value }) => {
        const name = component(here)
        if (name !== undefined && asked.components.has(name)) note('components', name, at, value)
        if (typeof format === 'string' && asked.formats.has(format)) note('formats', format, at, value)
      },
      leads,
    )
    return placed
  }

  const placedIn = (pointer: string, body: unknown): Placed => {
    if (typeof body !== 'object' || body === null) return walk(pointer, body)
    const before = known.get(body)
    if (before?.pointer === pointer && before.asked === askedFor()) return before
    const placed = walk(pointer, body)
    known.set(body, placed)
    return placed
  }

  return {
    find(pointer, body, governs) {
      ask(governs)
      const placed = placedIn(pointer, body)
      const groups = (['formats', 'components'] as const).flatMap((kind) =>
        (governs[kind] ?? []).flatMap((by) => placed[kind].get(by) ?? []),
      )
      const found = groups.flatMap((group) => [...group.values()])
      if (groups.length > 1) found.sort((one, other) => one.order - other.order)
      return { places: found.map(({ at, value, by }) => ({ at, value, by })), large: placed.large }
    },
  }
}
