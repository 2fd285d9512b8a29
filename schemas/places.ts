import type { Contract } from '../engine/contract.ts'
import type { Applied } from './applicable.ts'
import { componentOf } from './validators.ts'

type Governs = Parameters<Contract['places']>[4]
type Place = ReturnType<Contract['places']>[number]

const component = (pointer: string): string | undefined =>
  pointer.split('/').length === 4 ? componentOf(pointer) : undefined

/** Collects the places that one of the formats or named schemas governs, each once. */
export const collectPlaces = (
  governs: Governs,
): { readonly visit: (applied: Applied) => void; readonly places: () => readonly Place[] } => {
  const { formats = [], components = [] } = governs
  const found = new Map<string, Place>()
  const note = ({ at, value }: Applied, by: string) => found.set(`${at}\n${by}`, { at, value, by })
  return {
    visit: (applied) => {
      const name = component(applied.pointer)
      const { format } = applied.schema
      if (name !== undefined && components.includes(name)) note(applied, name)
      if (typeof format === 'string' && formats.includes(format)) note(applied, format)
    },
    places: () => [...found.values()],
  }
}
