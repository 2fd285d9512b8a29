import { formats } from './formats.ts'
import type { JsonObject } from './openapi.ts'

// Not among them: unevaluatedItems and unevaluatedProperties, $dynamicRef, $id and $anchor. Alternatives are validated
// apart (see validators.ts), so that what they evaluated is not known beside them; references are plain JSON Pointers.
const keywords = new Set([
  ...['$ref', '$defs', 'definitions', '$schema', 'type', 'enum', 'const', 'format', 'default'],
  ...['deprecated', 'readOnly', 'writeOnly', 'contentEncoding', 'contentMediaType', 'contentSchema'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
  ...['minLength', 'maxLength', 'pattern'],
  ...['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains', 'minContains', 'maxContains'],
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'required'],
  ...['minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas'],
])

const badPattern = (pattern: unknown): string | undefined => {
  try {
    new RegExp(String(pattern), 'u')
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** What in one schema object (JSON Schema 2020-12) could not be judged: unknown keywords and formats, bad patterns. */
export const unknownTo = (schema: JsonObject): readonly string[] => {
  const problems = Object.keys(schema)
    .filter((key) => !keywords.has(key))
    .map((key) => `unknown keyword ${key}`)
  const { format, pattern } = schema
  if (typeof format === 'string' && !Object.hasOwn(formats, format)) problems.push(`unknown format ${format}`)
  const bad = pattern === undefined ? undefined : badPattern(pattern)
  return bad === undefined ? problems : [...problems, bad]
}
