import type { ErrorObject } from 'ajv'
import type { SchemaFault } from '../engine/contract.ts'
import { oneOf } from './describe.ts'
import { componentOf } from './validators.ts'

/** The alternatives of oneOf or anyOf. */
export interface Branches {
  /** The errors of each, none for one that holds. */
  readonly errors: readonly (readonly ErrorObject[])[]
  /** Their components, or their numbers. */
  readonly names: readonly string[]
}

/** What an alternative is called. */
export const branchName = (branch: unknown, pointer: string, index: number): string => {
  const target =
    typeof branch === 'object' && branch !== null && '$ref' in branch ? String(branch.$ref).slice(1) : pointer
  const own = /^\/components\/schemas\/[^/]+$/.test(target) ? componentOf(target) : undefined
  return own ?? `alternative ${index + 1}`
}

const distance = (faults: readonly SchemaFault[], here: string): number =>
  faults.reduce((sum, { at, keyword }) => {
    // A wrong enum or const right below tells the kind of the object: it means another branch.
    const kind = keyword === 'enum' || keyword === 'const'
    return sum + (kind && at.startsWith(`${here}/`) && !at.slice(here.length + 1).includes('/') ? 100 : 1)
  }, 0)

const merged = (
  singles: readonly SchemaFault[],
  here: string,
  branches: readonly (readonly ErrorObject[])[],
): SchemaFault | undefined => {
  const [first] = singles
  if (!first || singles.some(({ at, got }) => at !== here || got !== first.got)) return undefined
  const alike = singles.every(({ keyword }) => keyword === first.keyword)
  const values = branches.flatMap(([error]) => (error?.keyword === 'enum' ? error.params.allowedValues : []))
  const { component: _, format: __, ...rest } = first
  return {
    ...rest,
    keyword: alike ? first.keyword : 'anyOf',
    expected:
      alike && values.length > 0
        ? oneOf([...new Set(values)])
        : [...new Set(singles.map(({ expected }) => expected))].join(' or '),
  }
}

/** The faults of the alternative that the value comes closest to; one fault where the alternatives differ in one thing. */
export const closest = (
  here: string,
  { errors, names }: Branches,
  faultsOf: (errors: readonly ErrorObject[]) => readonly SchemaFault[],
): readonly SchemaFault[] => {
  const passing = names.filter((_, index) => errors[index]?.length === 0)
  if (passing.length > 0)
    return [{ at: here, keyword: 'oneOf', expected: `exactly one of ${names.join(', ')}`, got: passing.join(' and ') }]
  const all = errors.map((each) => ({ errors: each, faults: faultsOf(each) }))
  const ofType = all.filter(({ faults }) => !faults.some(({ at, keyword }) => at === here && keyword === 'type'))
  const near = ofType.length > 0 ? ofType : all
  const [nearest] = near.toSorted((a, b) => distance(a.faults, here) - distance(b.faults, here))
  if (near.length === 1 || near.some(({ faults }) => faults.length !== 1)) return nearest?.faults ?? []
  const one = merged(
    near.flatMap(({ faults }) => faults),
    here,
    near.map(({ errors }) => errors),
  )
  return one ? [one] : (nearest?.faults ?? [])
}
