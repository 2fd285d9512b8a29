import type { ErrorObject } from 'ajv'
import { formatName } from './formats.ts'

/** Longer values are counted and not quoted: a cut one could not be told from others, nor masked. */
const longestQuote = 80

/** A value in a finding: as JSON while it is short and has no parts, else what it is; `nothing` for undefined. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `an array of ${count(value.length, 'item')}`
  if (typeof value === 'object' && value !== null) return `an object of ${count(Object.keys(value).length, 'member')}`
  const text = JSON.stringify(value)
  return text.length <= longestQuote ? text : `a string of ${count(String(value).length, 'character')}`
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** `one of A, B, C`, at most ten of them. */
export const oneOf = (values: readonly unknown[]): string => {
  const names = values.slice(0, 10).map(plain).join(', ')
  if (values.length === 1) return names
  return values.length > 10 ? `one of ${names}, … (${values.length} values)` : `one of ${names}`
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'an array',
  boolean: 'a boolean',
  integer: 'an integer',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}

const count = (number: unknown, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`

const comparisons: Readonly<Record<string, string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
}

interface Texts {
  readonly expected: string
  readonly got: string
}

/** What a keyword expected and what came instead, without saying where. */
export const describe = ({ keyword, params, schema, data }: ErrorObject): Texts => {
  const got = shown(data)
  const size = (unit: string, length: number) => ({
    expected: `${keyword.startsWith('min') ? 'at least' : 'at most'} ${count(schema, unit)}`,
    got: count(length, unit),
  })
  switch (keyword) {
    case 'type': {
      const types = [schema].flat() as readonly string[]
      return { expected: types.map((type) => typeNames[type] ?? type).join(' or '), got }
    }
    case 'required':
    case 'dependentRequired':
      return { expected: `member ${params.missingProperty}`, got: 'nothing' }
    case 'additionalProperties':
      return { expected: 'no further member', got: `the member ${params.additionalProperty}` }
    case 'unevaluatedProperties':
      return { expected: 'no further member', got: `the member ${params.unevaluatedProperty}` }
    case 'unevaluatedItems':
      return { expected: `at most ${count(params.len, 'item')}`, got }
    case 'propertyNames':
      return { expected: 'a permitted member name', got: `the member ${params.propertyName}` }
    case 'enum':
      return { expected: oneOf(params.allowedValues), got }
    case 'const':
      return { expected: plain(params.allowedValue), got }
    case 'pattern':
      return { expected: `a string of the pattern ${params.pattern}`, got }
    case 'format':
      return { expected: formatName(params.format), got }
    case 'minLength':
    case 'maxLength':
      return {
        ...size('character', [...(data as string)].length),
        got: `${got} (${count([...(data as string)].length, 'character')})`,
      }
    case 'minItems':
    case 'maxItems':
      return size('item', (data as readonly unknown[]).length)
    case 'minProperties':
    case 'maxProperties':
      return size('member', Object.keys(data as object).length)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return { expected: `${comparisons[params.comparison]} ${params.limit}`, got }
    case 'multipleOf':
      return { expected: `a multiple of ${params.multipleOf}`, got }
    case 'uniqueItems':
      return { expected: 'distinct items', got: `items ${params.j} and ${params.i} alike` }
    case 'contains':
      return {
        expected: `at least ${count(params.minContains, 'item')} of the schema that the list has to contain`,
        got,
      }
    case 'false schema':
      return { expected: 'nothing', got }
    default:
      return { expected: `a value that the keyword ${keyword} allows`, got }
  }
}
