import type { Contract } from '../engine/contract.ts'
import type { Applied } from './applicable.ts'
import { componentOf } from './validators.ts'

type Governs = Parameters<Contract['places']>[4]
type Place = ReturnType<Contract['places']>[number]

/** A place of a body that a format or a named schema governs. */
interface Governed extends Place {
  readonly kind: keyof Governs
}

const component = (pointer: string): string | undefined =>
  pointer.split('/').length === 4 ? componentOf(pointer) : undefined

/** Collects every place that any format or named schema governs, each once. */
export const collectPlaces = (): {
  readonly visit: (applied: Applied) => void
  readonly places: () => readonly Governed[]
} => {
  const found = new Map<string, Governed>()
  const note = ({ at, value }: Applied, kind: keyof Governs, by: string) =>
    found.set(`${kind}\n${at}\n${by}`, { at, value, by, kind })
  return {
    visit: (applied) => {
      const name = component(applied.pointer)
      const { format } = applied.schema
      if (name !== undefined) note(applied, 'components', name)
      if (typeof format === 'string') note(applied, 'formats', format)
    },
    places: () => [...found.values()],
  }
}

/** Those of the places that one of these formats or named schemas governs, each once. */
export const governedBy = (places: readonly Governed[], governs: Governs): readonly Place[] => {
  const found = new Map<string, Place>()
  for (const { kind, at, value, by } of places)
    if (governs[kind]?.includes(by)) found.set(`${at}\n${by}`, { at, value, by })
  return [...found.values()]
}
