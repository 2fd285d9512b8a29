import { below } from '../engine/pointer.ts'
import { isObject, type Json, type JsonObject, methods, type Schema } from './openapi.ts'

/** What an object of an OpenAPI document is. Headers are parameters without a name. */
export type Kind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'callback'
  | 'parameter'
  | 'body'
  | 'response'
  | 'media'
  | 'schema'

interface Holds {
  /** One object, a list of them, or an object with one under every name. */
  readonly how: 'one' | 'list' | 'each'
  readonly kind: Kind
}

type Members = ReadonlyMap<string, Holds>

const members = (how: Holds['how'], kind: Kind, ...names: readonly string[]): readonly (readonly [string, Holds])[] =>
  names.map((name) => [name, { how, kind }])

const subschema = ['additionalItems', 'additionalProperties', 'contains', 'contentSchema', 'else', 'if', 'items', 'not']
const conditions = ['propertyNames', 'then', 'unevaluatedItems', 'unevaluatedProperties']

/** Members that hold further objects, by the kind of their holder. */
const grammar: Readonly<Record<Kind, Members>> = {
  document: new Map([
    ...members('each', 'pathItem', 'paths', 'webhooks'),
    ...members('one', 'components', 'components'),
  ]),
  components: new Map([
    ...members('each', 'schema', 'schemas'),
    ...members('each', 'parameter', 'parameters', 'headers'),
    ...members('each', 'response', 'responses'),
    ...members('each', 'body', 'requestBodies'),
    ...members('each', 'callback', 'callbacks'),
    ...members('each', 'pathItem', 'pathItems'),
  ]),
  pathItem: new Map([...members('list', 'parameter', 'parameters'), ...members('one', 'operation', ...methods)]),
  operation: new Map([
    ...members('list', 'parameter', 'parameters'),
    ...members('one', 'body', 'requestBody'),
    ...members('each', 'response', 'responses'),
    ...members('each', 'callback', 'callbacks'),
  ]),
  callback: new Map(),
  parameter: new Map([...members('one', 'schema', 'schema'), ...members('each', 'media', 'content')]),
  body: new Map(members('each', 'media', 'content')),
  response: new Map([...members('each', 'parameter', 'headers'), ...members('each', 'media', 'content')]),
  media: new Map(members('one', 'schema', 'schema')),
  schema: new Map([
    ...members('one', 'schema', ...subschema, ...conditions),
    ...members('list', 'schema', 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
    ...members('each', 'schema', '$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties'),
  ]),
}

/** What a member of an object holds; undefined when it holds no further objects. Every member of a callback is a path. */
export const holds = (kind: Kind, name: string): Holds | undefined =>
  kind === 'callback' ? { how: 'one', kind: 'pathItem' } : grammar[kind].get(name)

/** Called with each object, innermost first, and its JSON Pointer; answers what to put in its place. */
type Change = (kind: Kind, object: JsonObject, pointer: string) => Json

/** Applies a change to an object and all that it holds. What does not change is shared with the original, not copied. */
export const rewrite = (kind: Kind, value: Json, change: Change, pointer = ''): Json => {
  if (!isObject(value)) return value
  const held = (how: Holds['how'], inner: Kind, member: Json, where: string): Json => {
    if (how === 'one') return rewrite(inner, member, change, where)
    if (how === 'list' && Array.isArray(member)) {
      const list = member.map((each: Json, index) => rewrite(inner, each, change, below(where, index)))
      return list.every((each, index) => each === member[index]) ? member : list
    }
    if (how !== 'each' || !isObject(member)) return member
    return replaced(member, (name, each) => rewrite(inner, each, change, below(where, name)))
  }
  const inside = replaced(value, (name, member) => {
    const found = holds(kind, name)
    return found === undefined ? member : held(found.how, found.kind, member, below(pointer, name))
  })
  return change(kind, inside, pointer)
}

/**
 * V8 gives an object that gets the keys 200 and 404 one by one a list of 600 places, 5 KB of them; one that is parsed gets
 * a table of two. A document has many such objects.
 */
const compact = (object: JsonObject): JsonObject =>
  Object.keys(object).some((name) => /^\d+$/.test(name)) ? JSON.parse(JSON.stringify(object)) : object

const replaced = (object: JsonObject, make: (name: string, member: Json) => Json): JsonObject => {
  let copy: Record<string, Json> | undefined
  for (const name of Object.keys(object)) {
    const before = object[name] as Json
    const after = make(name, before)
    if (after === before) continue
    copy ??= { ...object }
    copy[name] = after
  }
  return copy === undefined ? object : compact(copy)
}

/** Applies a change to every schema object of a document, wherever OpenAPI allows one. Pointers are the document's. */
export const mapSchemas = <T extends object>(document: T, change: (schema: JsonObject, pointer: string) => Schema): T =>
  rewrite('document', document as Json as JsonObject, (kind, object, pointer) =>
    kind === 'schema' ? change(object, pointer) : object,
  ) as unknown as T

/** Calls with every schema object of a document, innermost first. */
export const eachSchema = (document: object, visit: (schema: JsonObject, pointer: string) => void): void => {
  mapSchemas(document, (schema, pointer) => {
    visit(schema, pointer)
    return schema
  })
}

/** The JSON Pointers that the references inside a schema lead to. Those that are no pointers are left out. */
export const targetsIn = (schema: Json): ReadonlySet<string> => {
  const found = new Set<string>()
  rewrite('schema', schema, (_, object) => {
    if (typeof object.$ref === 'string' && object.$ref.startsWith('#/'))
      found.add(decodeURIComponent(object.$ref.slice(1)))
    return object
  })
  return found
}
