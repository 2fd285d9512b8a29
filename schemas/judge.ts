import type { SchemaFault } from '../engine/contract.ts'
import { faultsFrom } from './faults.ts'
import { most, partOf, sizeOf } from './size.ts'
import type { Validators } from './validators.ts'

/** Keywords that a list breaks only because it was shortened. */
const counting = ['minItems', 'contains']

const same = (a: SchemaFault, b: SchemaFault): boolean => a.at === b.at && a.keyword === b.keyword

/** Of a body of very many values: the first fault, those of the first items of its lists, and that this is not all. */
const ofLarge = (validators: Validators, pointer: string, value: unknown): readonly SchemaFault[] => {
  const [first] = faultsFrom(validators.errors(pointer, value, { first: true }), validators)
  if (first === undefined) return []
  const part = partOf(value)
  const errors = part ? validators.errors(pointer, part.value) : []
  const found = faultsFrom(errors, validators).filter((each) => !counting.includes(each.keyword) && !same(each, first))
  return [
    { ...first, got: `${first.got}; the body has more than ${most} values, of which only the first are told` },
    ...found,
  ]
}

/** The faults of a value against the schema at a pointer, whatever its size. */
export const judge = (validators: Validators, pointer: string, value: unknown): readonly SchemaFault[] => {
  switch (sizeOf(value)) {
    case 'usual':
      return faultsFrom(validators.errors(pointer, value), validators)
    case 'large':
      return ofLarge(validators, pointer, value)
    case 'deep':
      return [{ at: '', keyword: 'depth', expected: 'at most 200 levels of nesting', got: 'more' }]
  }
}
