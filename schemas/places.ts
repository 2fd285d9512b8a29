import type { Contract } from '../engine/contract.ts'
import { type Facts, isObject, type Json, type JsonObject } from './openapi.ts'
import { below, at as lookUp } from './pointer.ts'

type Governs = Parameters<Contract['places']>[4]
export type Place = ReturnType<Contract['places']>[number]

const own = '#/components/schemas/'

/**
 * Every place of a value that one of the formats or named schemas governs: along references, members, items and all
 * that applies at once. Of alternatives those count that hold; where none does, all.
 */
export const placesIn = (
  facts: Facts,
  governs: Governs,
  holds: (pointer: string, value: unknown) => boolean,
): ((pointer: string, body: unknown) => readonly Place[]) => {
  const formats = governs.formats ?? []
  const components = governs.components ?? []
  const schemas = new Map<string, unknown>()
  return (start, body) => {
    const found = new Map<string, Place>()
    const seen = new Set<string>()
    const note = (at: string, value: unknown, by: string) => found.set(`${at}\n${by}`, { at, value, by })

    const members = (schema: JsonObject, pointer: string, value: object, at: string): void => {
      const properties = isObject(schema.properties) ? schema.properties : {}
      const patterns = Object.keys(isObject(schema.patternProperties) ? schema.patternProperties : {})
      for (const [name, member] of Object.entries(value)) {
        const matching = patterns.filter((pattern) => new RegExp(pattern, 'u').test(name))
        const known = Object.hasOwn(properties, name)
        const here = below(at, name)
        if (known) visit(below(below(pointer, 'properties'), name), member, here)
        for (const pattern of matching) visit(below(below(pointer, 'patternProperties'), pattern), member, here)
        if (!known && matching.length === 0) visit(below(pointer, 'additionalProperties'), member, here)
      }
    }

    const items = (schema: JsonObject, pointer: string, value: readonly unknown[], at: string): void => {
      const first = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0
      for (const [index, item] of value.entries())
        visit(index < first ? below(`${pointer}/prefixItems`, index) : `${pointer}/items`, item, below(at, index))
    }

    const visit = (pointer: string, value: unknown, at: string): void => {
      const schema = schemas.get(pointer) ?? lookUp(facts, pointer)
      schemas.set(pointer, schema)
      if (!isObject(schema) || seen.has(`${pointer}\n${at}`)) return
      seen.add(`${pointer}\n${at}`)
      const component = pointer.startsWith(own.slice(1)) ? lookUpName(pointer) : undefined
      if (component !== undefined && components.includes(component)) note(at, value, component)
      if (typeof schema.format === 'string' && formats.includes(schema.format)) note(at, value, schema.format)
      if (typeof schema.$ref === 'string') visit(decodeURIComponent(schema.$ref.slice(1)), value, at)
      for (const each of pointers(schema, pointer, 'allOf')) visit(each, value, at)
      for (const keyword of ['oneOf', 'anyOf']) {
        const branches = pointers(schema, pointer, keyword)
        const holding = branches.filter((branch) => holds(branch, value))
        for (const branch of holding.length > 0 ? holding : branches) visit(branch, value, at)
      }
      if (schema.if !== undefined) visit(`${pointer}/${holds(`${pointer}/if`, value) ? 'then' : 'else'}`, value, at)
      if (Array.isArray(value)) items(schema, pointer, value, at)
      else if (typeof value === 'object' && value !== null) members(schema, pointer, value, at)
    }

    visit(start, body, '')
    return [...found.values()]
  }
}

const pointers = (schema: JsonObject, pointer: string, keyword: string): readonly string[] =>
  Array.isArray(schema[keyword])
    ? schema[keyword].map((_: Json, index: number) => below(`${pointer}/${keyword}`, index))
    : []

const lookUpName = (pointer: string): string | undefined => {
  const name = pointer.slice(own.length - 1)
  return name.includes('/') ? undefined : name.replaceAll('~1', '/').replaceAll('~0', '~')
}
