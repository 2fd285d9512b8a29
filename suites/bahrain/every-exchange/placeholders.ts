import type { Place } from '../../../checks/places.ts'
import type { SchemaFault } from '../../../engine/contract.ts'
import { below } from '../../../engine/pointer.ts'
import { lastOwner, ownerOf } from '../schema-routing.ts'

/** Members that may be empty by right, with all that they hold: open parts, and the envelope, which has rules of its own. */
const free: ReadonlySet<string> = new Set(['Meta', 'Links', 'Risk', 'SupplementaryData'])

/** A bank that keeps beneficiaries per customer has no account to name. */
const isOpen = (at: string, name: string): boolean => name === 'AccountId' && at.startsWith('/Data/Beneficiary/')

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null

const isEmpty = (value: unknown): boolean =>
  value === '' || (isNested(value) && !Array.isArray(value) && Object.keys(value).length === 0)

/** Empty texts and objects that stand below `/Data` for what is not set. */
export const placeholdersIn = (body: unknown): readonly Place[] => {
  const found: Place[] = []
  const visit = (value: unknown, at: string): void => {
    if (!isNested(value)) return
    for (const name of Object.keys(value)) {
      const member = (value as Readonly<Record<string, unknown>>)[name]
      if (!isNested(member) && member !== '') continue
      const here = below(at, name)
      if (free.has(name) || isOpen(here, name)) continue
      if (isEmpty(member) && at !== '') found.push({ at: here, value: member })
      else visit(member, here)
    }
  }
  visit(body, '')
  return found
}

/** Whether a fault of an empty value says only that it is empty: any other one belongs to the rule that owns it. */
export const isPlaceholder = (fault: SchemaFault): boolean => ownerOf(fault) === lastOwner
