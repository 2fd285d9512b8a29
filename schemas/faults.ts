import type { ErrorObject } from 'ajv'
import type { SchemaFault } from '../engine/contract.ts'
import { type BranchErrors, closest } from './branches.ts'
import { describe } from './describe.ts'
import { componentOf } from './validators.ts'

const deciding = ['type', 'enum', 'const']

/** Without errors that follow from another of the same schema and value: of a wrong type or enum only that is said. */
const causes = (errors: readonly ErrorObject[]): readonly ErrorObject[] =>
  errors.filter((error) => {
    if (error.keyword === 'if' || ('propertyName' in error && error.propertyName !== undefined)) return false
    const rank = (keyword: string): number => (deciding.includes(keyword) ? deciding.indexOf(keyword) : deciding.length)
    return !errors.some(
      (other) =>
        other.instancePath === error.instancePath &&
        other.parentSchema === error.parentSchema &&
        rank(other.keyword) < rank(error.keyword),
    )
  })

const key = ({ at, keyword, expected, got }: SchemaFault): string => [at, keyword, expected, got].join('\n')

/** One fault per cause, each once, in the order of the errors. */
export const faultsFrom = (
  errors: readonly ErrorObject[],
  pointerOf: (schema: object) => string | undefined,
): readonly SchemaFault[] => {
  const one = (error: ErrorObject): readonly SchemaFault[] => {
    const component = componentOf(error.parentSchema && pointerOf(error.parentSchema))
    const named = (fault: SchemaFault): SchemaFault =>
      fault.component !== undefined || component === undefined ? fault : { ...fault, component }
    const { keyword, instancePath: at, params } = error
    if (keyword === 'oneOf' || keyword === 'anyOf')
      return closest(error, params as unknown as BranchErrors, (inner) => faultsFrom(inner, pointerOf)).map(named)
    return [
      named({ at, keyword, ...(keyword === 'format' && { format: params.format as string }), ...describe(error) }),
    ]
  }
  const faults = new Map<string, SchemaFault>()
  for (const fault of causes(errors).flatMap(one)) if (!faults.has(key(fault))) faults.set(key(fault), fault)
  return [...faults.values()]
}
