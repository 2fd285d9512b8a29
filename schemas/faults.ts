import type { ErrorObject } from 'ajv'
import type { SchemaFault } from '../engine/contract.ts'
import { type Branches, branchName, closest } from './branches.ts'
import { causes, identityOf, kindOf } from './causes.ts'
import { describe } from './describe.ts'
import { componentOf, type Validators } from './validators.ts'

/** Places that are told of one kind of fault; of the others their number. */
const told = 20

const key = ({ at, keyword, expected, got }: SchemaFault): string => [at, keyword, expected, got].join('\n')

const isChoice = ({ keyword }: ErrorObject): boolean => keyword === 'oneOf' || keyword === 'anyOf'

/** The errors of each alternative by itself, of an error that says that none fits or that two do. */
const branchesOf = (error: ErrorObject, validators: Validators): Branches => {
  const list = error.schema as readonly unknown[]
  const pointer = validators.pointerOf(error.parentSchema as object)
  const pointers = list.map((_, index) => `${pointer}/${error.keyword}/${index}`)
  return {
    names: list.map((branch, index) => branchName(branch, pointers[index] ?? '', index)),
    errors: pointers.map((each) => validators.errors(each, error.data, { under: error.instancePath })),
  }
}

interface Sorted {
  /** Without those that an alternative of a choice gave. */
  readonly errors: readonly ErrorObject[]
  readonly choices: ReadonlyMap<ErrorObject, Branches>
  /** How many more of a kind there are than `errors` has. */
  readonly more: ReadonlyMap<ErrorObject, number>
}

/** Takes the errors of alternatives out of the list, outer choices first, and no more than `told` errors of each kind. */
const sort = (errors: readonly ErrorObject[], validators: Validators): Sorted => {
  const choices = new Map<ErrorObject, Branches>()
  const inside = new Set<string>()
  const counts = new Map<string, number>()
  // ajv reports a choice after all that its alternatives gave, right behind them.
  let skip: string | undefined
  const left: ErrorObject[] = []
  for (const error of errors.toReversed()) {
    if (skip !== undefined && error.instancePath.startsWith(skip)) continue
    skip = undefined
    if (inside.has(identityOf(error))) continue
    if (isChoice(error)) {
      const seen = (counts.get(kindOf(error)) ?? 0) + 1
      counts.set(kindOf(error), seen)
      if (seen > told) skip = error.instancePath
      else {
        const branches = branchesOf(error, validators)
        choices.set(error, branches)
        for (const each of branches.errors.flat()) inside.add(identityOf(each))
      }
    }
    left.push(error)
  }
  const kept = new Map<string, ErrorObject[]>()
  for (const error of causes(left.reverse())) {
    const known = kept.get(kindOf(error))
    if (known) known.push(error)
    else kept.set(kindOf(error), [error])
  }
  const more = new Map<ErrorObject, number>()
  const listed = [...kept.values()].flatMap((alike) => {
    const shown = isChoice(alike[0] as ErrorObject) ? alike.filter((each) => choices.has(each)) : alike.slice(0, told)
    const last = shown.at(-1)
    if (last && alike.length > shown.length) more.set(last, alike.length - shown.length)
    return shown
  })
  return { errors: listed, choices, more }
}

/** One fault per cause, each once; those of one kind together. Of a kind that has many places the last says how many more. */
export const faultsFrom = (errors: readonly ErrorObject[], validators: Validators): readonly SchemaFault[] => {
  if (errors.length === 0) return []
  const { errors: listed, choices, more } = sort(errors, validators)
  const faults = new Map<string, SchemaFault>()
  const add = (fault: SchemaFault) => !faults.has(key(fault)) && faults.set(key(fault), fault)
  for (const error of listed) {
    const component = componentOf(error.parentSchema && validators.pointerOf(error.parentSchema))
    const named = (fault: SchemaFault): SchemaFault =>
      fault.component !== undefined || component === undefined ? fault : { ...fault, component }
    const branches = choices.get(error)
    const { keyword, instancePath: at, params } = error
    const found = branches
      ? closest(at, branches, (inner) => faultsFrom(inner, validators))
      : [{ at, keyword, ...(keyword === 'format' && { format: params.format as string }), ...describe(error) }]
    for (const fault of found) add(named(fault))
    const [first] = found
    const number = more.get(error)
    if (first && number) add(named({ ...first, got: `${first.got}; ${number} more places like it` }))
  }
  return [...faults.values()]
}
