import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { DataValidationCxt, SchemaValidateFunction } from 'ajv/dist/types/index.js'
import type { BranchErrors } from './branches.ts'
import { formats } from './formats.ts'
import type { Facts } from './openapi.ts'

const root = 'contract'

/** Validates a value against the schema at a JSON Pointer of the document. Compiles it the first time. */
export type Validate = (pointer: string, value: unknown, context?: DataValidationCxt) => readonly ErrorObject[]

/** The name of the component in which a schema of the document stands. */
export const componentOf = (pointer: string | undefined): string | undefined =>
  /^\/components\/schemas\/([^/]+)/
    .exec(pointer ?? '')?.[1]
    ?.replaceAll('~1', '/')
    .replaceAll('~0', '~')

const branchName = (branch: unknown, pointer: string, index: number): string => {
  const target =
    typeof branch === 'object' && branch !== null && '$ref' in branch ? String(branch.$ref).slice(1) : pointer
  const own = /^\/components\/schemas\/[^/]+$/.test(target) ? componentOf(target) : undefined
  return own ?? `alternative ${index + 1}`
}

/**
 * Alternatives as ajv keywords of our own: each branch is a validator by itself, so that its errors come apart from those
 * of the others and of the schema around them.
 */
const alternatives = (
  keyword: 'oneOf' | 'anyOf',
  validate: Validate,
  pointerOf: (schema: object) => string | undefined,
): SchemaValidateFunction => {
  const check: SchemaValidateFunction = (list: readonly unknown[], data, parentSchema, context) => {
    const pointers = list.map((_, index) => `${pointerOf(parentSchema!)}/${keyword}/${index}`)
    const branches = pointers.map((pointer) => validate(pointer, data, context))
    const holding = branches.filter((errors) => errors.length === 0).length
    if (holding === 1 || (keyword === 'anyOf' && holding > 0)) return true
    const names = list.map((branch, index) => branchName(branch, pointers[index]!, index))
    const params: BranchErrors = { branches, names }
    check.errors = [{ keyword, params, parentSchema: parentSchema!, data }]
    return false
  }
  return check
}

/** The validators of one document, whose schemas are JSON Schema 2020-12. `pointerOf` knows every schema object of it. */
export const makeValidate = (facts: Facts, pointerOf: (schema: object) => string | undefined): Validate => {
  const compiled = new Map<string, ValidateFunction>()
  const start = () => {
    const ajv = new Ajv2020({
      strict: false,
      allErrors: true,
      verbose: true,
      messages: false,
      logger: false,
      validateSchema: false,
      formats,
    })
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      ajv.removeKeyword(keyword)
      const check = alternatives(keyword, validate, pointerOf)
      ajv.addKeyword({ keyword, schemaType: 'array', errors: true, validate: check })
    }
    return ajv.addSchema({ ...facts, $id: root }, undefined, false, false)
  }
  let ajv: Ajv2020 | undefined
  const validate: Validate = (pointer, value, context) => {
    let validator = compiled.get(pointer)
    if (!validator) {
      ajv ??= start()
      const found = ajv.getSchema(`${root}#${encodeURI(pointer)}`)
      if (!found) throw new Error(`the contract has no schema at ${pointer}`)
      validator = found as ValidateFunction
      compiled.set(pointer, validator)
    }
    return validator(value, context) ? [] : [...(validator.errors ?? [])]
  }
  return validate
}
