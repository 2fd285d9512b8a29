import { isObject, type JsonObject } from '../openapi.ts'
import { itemsOf, resolved } from './resolved.ts'

/** Names of members that only answers have (`readOnly`), anywhere in a schema: where they are required, requests go without. */
export const readOnlyNames = (document: JsonObject, schema: unknown): ReadonlySet<string> => {
  const names = new Set<string>()
  const met = new Set<JsonObject>()
  const visit = (value: unknown): void => {
    const one = resolved(document, value)
    if (one === undefined || met.has(one)) return
    met.add(one)
    for (const [name, property] of Object.entries(isObject(one.properties) ? one.properties : {})) {
      if (resolved(document, property)?.readOnly === true) names.add(name)
      visit(property)
    }
    for (const keyword of ['allOf', 'oneOf', 'anyOf']) for (const part of itemsOf(document, one[keyword])) visit(part)
    visit(one.items)
  }
  visit(schema)
  return names
}
