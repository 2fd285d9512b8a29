import type { Json, JsonObject } from './openapi.ts'

/** The same object where none of the keys is in it. */
const without = (schema: JsonObject, ...keys: readonly string[]): JsonObject =>
  !keys.some((key) => key in schema)
    ? schema
    : Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)))

const bounds = (schema: JsonObject): JsonObject => {
  let changed = schema
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (typeof changed[exclusive] !== 'boolean') continue
    const limit = changed[bound]
    changed =
      changed[exclusive] && limit !== undefined
        ? { ...without(changed, bound), [exclusive]: limit }
        : without(changed, exclusive)
  }
  return changed
}

const orNull = (schema: JsonObject): JsonObject => {
  const plain = without(schema, 'nullable')
  if (schema.nullable !== true) return plain
  const listed: JsonObject =
    Array.isArray(plain.enum) && !plain.enum.includes(null) ? { enum: [...plain.enum, null] } : {}
  if (typeof plain.type === 'string' && !('allOf' in plain || 'anyOf' in plain || 'oneOf' in plain))
    return { ...plain, ...listed, type: [plain.type, 'null'] }
  if (Object.keys(plain).length === 0) return plain
  return { anyOf: [plain as Json, { type: 'null' }] }
}

const onlyReference = (schema: JsonObject): JsonObject =>
  Object.keys(schema).length === 1 ? schema : { $ref: schema.$ref as Json }

/**
 * Alternatives with a discriminator: one that fits is enough. Where several do, the document is to blame, which tells its
 * alternatives apart by a name and not by their form.
 */
const discriminated = (schema: JsonObject): JsonObject => {
  if (!('discriminator' in schema)) return schema
  const { oneOf, ...plain } = without(schema, 'discriminator')
  if (oneOf === undefined) return plain
  if (plain.anyOf === undefined) return { ...plain, anyOf: oneOf }
  return { ...plain, allOf: [...(Array.isArray(plain.allOf) ? plain.allOf : []), { anyOf: oneOf }] }
}

/**
 * One schema object of OpenAPI 3.0 as JSON Schema 2020-12. `nullable` lets null pass whatever stands beside it; members
 * beside `$ref` are dropped, as OpenAPI 3.0 ignores them; a discriminator constrains nothing that its branches do not.
 */
export const from30 = (schema: JsonObject): JsonObject =>
  '$ref' in schema ? onlyReference(schema) : orNull(bounds(discriminated(schema)))

/** The same for OpenAPI 3.1, whose schemas are JSON Schema 2020-12 with a discriminator added. */
export const from31 = (schema: JsonObject): JsonObject => discriminated(schema)
