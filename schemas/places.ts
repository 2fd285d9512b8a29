import type { Contract } from '../engine/contract.ts'
import type { EachApplicable, Leads } from './applicable.ts'
import { reaches } from './reach.ts'
import { partOf, sizeOf } from './size.ts'
import { componentOf } from './validators.ts'

type Governs = Parameters<Contract['places']>[4]
type Place = ReturnType<Contract['places']>[number]

/** Places of bodies that formats and named schemas govern. */
export interface Places {
  /** Each once, in the order in which they are met; and whether the body is too large for all of it to be looked at. */
  readonly find: (
    pointer: string,
    body: unknown,
    governs: Governs,
  ) => { readonly places: readonly Place[]; readonly large: boolean }
  /** Whether there is one whose value `holds`. */
  readonly any: (pointer: string, body: unknown, governs: Governs, holds: (value: unknown) => boolean) => boolean
}

/** What is asked for, with the schemas that lead there. */
interface Asked {
  readonly formats: ReadonlySet<string>
  readonly components: ReadonlySet<string>
  readonly leads: Leads
}

const components = new Map<string, string | undefined>()

const component = (pointer: string): string | undefined => {
  if (!pointer.startsWith('/components/schemas/')) return undefined
  const known = components.get(pointer)
  if (known !== undefined || components.has(pointer)) return known
  const found = pointer.split('/').length === 4 ? componentOf(pointer) : undefined
  components.set(pointer, found)
  return found
}

/** Finds places in bodies by the schemas of a document: only what leads to what is asked for is walked. */
export const placesIn = (eachApplicable: EachApplicable, schemaAt: (pointer: string) => unknown): Places => {
  const known = new Map<string, Asked>()

  const askedFor = ({ formats = [], components: names = [] }: Governs): Asked => {
    const key = `${formats.join()} ${names.join()}`
    const before = known.get(key)
    if (before !== undefined) return before
    const it = { formats: new Set(formats), components: new Set(names) }
    const leads = reaches(
      schemaAt,
      ({ format }, pointer) =>
        (typeof format === 'string' && it.formats.has(format)) || it.components.has(component(pointer) ?? ''),
    )
    const asked = { ...it, leads }
    known.set(key, asked)
    return asked
  }

  /** Hands over each place until one is taken. */
  const walk = (pointer: string, part: unknown, governs: Governs, take: (place: Place) => boolean): void => {
    const asked = askedFor(governs)
    eachApplicable(
      pointer,
      part,
      ({ schema: { format }, pointer: here, at, value }) => {
        const name = component(here)
        if (name !== undefined && asked.components.has(name) && take({ at, value, by: name })) return 'enough'
        const ofFormat = typeof format === 'string' && asked.formats.has(format)
        return ofFormat && take({ at, value, by: format }) ? 'enough' : undefined
      },
      asked.leads,
    )
  }

  return {
    find(pointer, body, governs) {
      const size = sizeOf(body)
      const part = partOf(body, size)
      const found = new Map<string, Place>()
      if (part !== undefined)
        walk(pointer, part.value, governs, (place) => {
          found.set(`${place.by} ${place.at}`, place)
          return false
        })
      return { places: [...found.values()], large: size === 'large' }
    },
    any(pointer, body, governs, holds) {
      const part = partOf(body)
      let any = false
      if (part !== undefined)
        walk(pointer, part.value, governs, ({ value }) => {
          any = holds(value)
          return any
        })
      return any
    },
  }
}
