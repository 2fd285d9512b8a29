import { isObject, type Json, type JsonObject } from './openapi.ts'
import { patternOf } from './patterns.ts'
import { below } from './pointer.ts'

/** A schema object that applies to a value inside a body. */
export interface Applied {
  readonly schema: JsonObject
  /** JSON Pointer of the schema in the document. */
  readonly pointer: string
  readonly value: unknown
  /** JSON Pointer of the value in the body. */
  readonly at: string
}

const branches = (schema: JsonObject, pointer: string, keyword: string): readonly string[] =>
  Array.isArray(schema[keyword])
    ? schema[keyword].map((_: Json, index: number) => below(`${pointer}/${keyword}`, index))
    : []

/** Names of the members that a schema object declares, and its patterns of such names. */
export const declares = (
  schema: JsonObject,
  name: string,
): { readonly own: boolean; readonly patterns: readonly string[] } => ({
  own: isObject(schema.properties) && Object.hasOwn(schema.properties, name),
  patterns: Object.keys(isObject(schema.patternProperties) ? schema.patternProperties : {}).filter((source) =>
    patternOf(source)?.test(name),
  ),
})

/**
 * Visits every schema object that applies to a value or to a part of it: along references, members, items and all that
 * applies at once. Of alternatives those count that hold; where none does, all.
 */
export const eachApplicable = (
  schemaAt: (pointer: string) => unknown,
  holds: (pointer: string, value: unknown) => boolean,
  start: string,
  body: unknown,
  visitor: (applied: Applied) => void,
): void => {
  const seen = new Set<string>()

  const members = (schema: JsonObject, pointer: string, value: object, at: string): void => {
    for (const [name, member] of Object.entries(value)) {
      const { own, patterns } = declares(schema, name)
      const here = below(at, name)
      if (own) visit(below(`${pointer}/properties`, name), member, here)
      for (const pattern of patterns) visit(below(`${pointer}/patternProperties`, pattern), member, here)
      if (!own && patterns.length === 0) visit(`${pointer}/additionalProperties`, member, here)
    }
  }

  const items = (schema: JsonObject, pointer: string, value: readonly unknown[], at: string): void => {
    const first = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0
    for (const [index, item] of value.entries())
      visit(index < first ? below(`${pointer}/prefixItems`, index) : `${pointer}/items`, item, below(at, index))
  }

  const visit = (pointer: string, value: unknown, at: string): void => {
    const schema = schemaAt(pointer)
    const key = `${pointer}\n${at}`
    if (!isObject(schema) || seen.has(key)) return
    seen.add(key)
    visitor({ schema, pointer, value, at })
    if (typeof schema.$ref === 'string' && schema.$ref.startsWith('#'))
      visit(decodeURIComponent(schema.$ref.slice(1)), value, at)
    for (const each of branches(schema, pointer, 'allOf')) visit(each, value, at)
    for (const keyword of ['oneOf', 'anyOf']) {
      const list = branches(schema, pointer, keyword)
      const holding = list.filter((branch) => holds(branch, value))
      for (const branch of holding.length > 0 ? holding : list) visit(branch, value, at)
    }
    if (schema.if !== undefined) visit(`${pointer}/${holds(`${pointer}/if`, value) ? 'then' : 'else'}`, value, at)
    if (isObject(schema.dependentSchemas) && isObject(value))
      for (const name of Object.keys(schema.dependentSchemas))
        if (Object.hasOwn(value, name)) visit(below(`${pointer}/dependentSchemas`, name), value, at)
    if (Array.isArray(value)) items(schema, pointer, value, at)
    else if (typeof value === 'object' && value !== null) members(schema, pointer, value, at)
  }

  visit(start, body, '')
}
