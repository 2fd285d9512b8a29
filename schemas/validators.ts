import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { DataValidationCxt } from 'ajv/dist/types/index.js'
import { at } from '../engine/pointer.ts'
import { formats } from './formats.ts'
import { eachSchema, targetsIn } from './grammar.ts'
import { type Facts, isObject, isReference, type Json } from './openapi.ts'
import { patternOf } from './patterns.ts'

const root = 'contract'

/** The validators of one document. Each compiles when a value first comes to it. */
export interface Validators {
  /**
   * The errors of a value against the schema at a JSON Pointer of the document, their paths below `under`; only the first
   * under `first`.
   */
  readonly errors: (
    pointer: string,
    value: unknown,
    options?: { readonly under?: string; readonly first?: true },
  ) => readonly ErrorObject[]
  /** The JSON Pointer of a schema object of the document. */
  readonly pointerOf: (schema: object) => string | undefined
}

/** The name of the component in which a schema of the document stands. */
export const componentOf = (pointer: string | undefined): string | undefined =>
  /^\/components\/schemas\/([^/]+)/
    .exec(pointer ?? '')?.[1]
    ?.replaceAll('~1', '/')
    .replaceAll('~0', '~')

const regExp = Object.assign(
  (source: string) => {
    const pattern = patternOf(source)
    if (pattern === undefined) throw new Error(`expected a regular expression, got ${source}`)
    return { ...pattern, toString: () => source } as RegExp
  },
  { code: 'patternOf' },
)

const start = (facts: Facts, allErrors: boolean): Ajv2020 =>
  new Ajv2020({
    strict: false,
    allErrors,
    verbose: true,
    messages: false,
    logger: false,
    validateSchema: false,
    formats,
    code: { regExp },
  }).addSchema({ ...facts, $id: root }, undefined, false, false)

/** A pointer, or where it leads when nothing stands there but references: one target is compiled once. */
const target = (facts: Facts, pointer: string): string => {
  let where = pointer
  for (let steps = 0; steps < 50; steps += 1) {
    const schema = at(facts, where)
    if (!isObject(schema) || !isReference(schema) || Object.keys(schema).length > 1) return where
    if (!schema.$ref.startsWith('#/')) return where
    where = decodeURIComponent(schema.$ref.slice(1))
  }
  return where
}

/** The validators of a document whose schemas are JSON Schema 2020-12. `scopes`: some of them have an `$id`. */
export const makeValidators = (facts: Facts, scopes: boolean): Validators => {
  const compiler = (allErrors: boolean) => {
    const compiled = new Map<string, ValidateFunction | undefined>()
    let ajv: Ajv2020 | undefined
    const compile = (pointer: string): ValidateFunction | undefined => {
      const where = scopes ? pointer : target(facts, pointer)
      if (compiled.has(where)) return compiled.get(where)
      // What it refers to comes first: ajv shares what it was asked for by name, and compiles the rest once for each.
      compiled.set(where, undefined)
      const schema = at(facts, where) as Json | undefined
      if (!scopes && schema !== undefined) for (const each of targetsIn(schema)) compile(each)
      ajv ??= start(facts, allErrors)
      const validate = ajv.getSchema(`${root}#${encodeURI(where)}`) as ValidateFunction | undefined
      compiled.set(where, validate)
      return validate
    }
    return (pointer: string): ValidateFunction => {
      const validate = compile(pointer)
      if (validate === undefined) throw new Error(`the contract has no schema at ${pointer}`)
      return validate
    }
  }
  const [whole, first] = [compiler(true), compiler(false)]
  let pointers: WeakMap<object, string> | undefined
  return {
    errors: (pointer, value, { under = '', first: only } = {}) => {
      const validate = (only ? first : whole)(pointer)
      const context = { instancePath: under, rootData: value, dynamicAnchors: {} } as DataValidationCxt
      return validate(value, context) ? [] : [...(validate.errors ?? [])]
    },
    pointerOf: (schema) => {
      if (pointers === undefined) {
        const known = new WeakMap<object, string>()
        eachSchema(facts, (each, pointer) => known.set(each, pointer))
        pointers = known
      }
      return pointers.get(schema)
    },
  }
}
