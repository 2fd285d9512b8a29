import type {
  Body,
  Components,
  Facts,
  Json,
  JsonObject,
  Media,
  Named,
  Operation,
  Parameter,
  PathItem,
} from './openapi.ts'
import { isObject, isReference, methods, type Reference, type Response, type Schema } from './openapi.ts'
import { below } from './pointer.ts'

const single = [
  'additionalItems',
  'additionalProperties',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const named = ['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties']

/** Called with each schema object, innermost first, and its JSON Pointer; answers what to put in its place. */
export type Change = (schema: JsonObject, pointer: string) => Schema

/** Applies a change to a schema and to every schema inside it. */
const mapSchema = (schema: Schema, change: Change, pointer = ''): Schema => {
  if (!isObject(schema)) return schema
  const inner = (value: Json, where: string): Json =>
    isObject(value) || typeof value === 'boolean' ? mapSchema(value, change, where) : value
  const mapped = Object.entries(schema).map(([key, value]): [string, Json] => {
    const here = below(pointer, key)
    if (single.includes(key)) return [key, inner(value, here)]
    if (listed.includes(key) && Array.isArray(value))
      return [key, value.map((each: Json, index) => inner(each, below(here, index)))]
    if (named.includes(key) && isObject(value))
      return [
        key,
        Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inner(each, below(here, name))])),
      ]
    return [key, value]
  })
  return change(Object.fromEntries(mapped), pointer)
}

const over = <T>(many: Named<T>, pointer: string, each: (one: T, pointer: string) => T): Named<T> =>
  Object.fromEntries(Object.entries(many).map(([name, one]) => [name, each(one, below(pointer, name))]))

/** Applies a change to every schema of a document, wherever OpenAPI allows one. Pointers are those of the document. */
export const mapDocument = (facts: Facts, change: Change): Facts => {
  const media = <T extends Media>(one: T, pointer: string): T =>
    one.schema === undefined ? one : { ...one, schema: mapSchema(one.schema, change, below(pointer, 'schema')) }
  const holder = <T extends Parameter | Body>(one: T | Reference, pointer: string): T | Reference =>
    isReference(one)
      ? one
      : {
          ...media(one as T & Media, pointer),
          ...(one.content && { content: over(one.content, below(pointer, 'content'), media) }),
        }
  const response = (one: Response | Reference, pointer: string): Response | Reference =>
    isReference(one)
      ? one
      : {
          ...one,
          ...(one.headers && { headers: over(one.headers, below(pointer, 'headers'), holder<Parameter>) }),
          ...(one.content && { content: over(one.content, below(pointer, 'content'), media) }),
        }
  const parameters = (many: readonly (Parameter | Reference)[], pointer: string) =>
    many.map((one, index) => holder<Parameter>(one, below(pointer, index)))
  const operation = (one: Operation, pointer: string): Operation => ({
    ...one,
    ...(one.parameters && { parameters: parameters(one.parameters, below(pointer, 'parameters')) }),
    ...(one.requestBody && { requestBody: holder<Body>(one.requestBody, below(pointer, 'requestBody')) }),
    responses: over(one.responses, below(pointer, 'responses'), response),
  })
  const pathItem = (one: PathItem, pointer: string): PathItem => ({
    ...one,
    ...(one.parameters && { parameters: parameters(one.parameters, below(pointer, 'parameters')) }),
    ...Object.fromEntries(
      methods.flatMap((method) => {
        const found = one[method]
        return found ? [[method, operation(found, below(pointer, method))]] : []
      }),
    ),
  })
  const { schemas, parameters: shared, responses, headers, requestBodies } = facts.components
  const components: Components = {
    ...(schemas && { schemas: over(schemas, '/components/schemas', (one, where) => mapSchema(one, change, where)) }),
    ...(shared && { parameters: over(shared, '/components/parameters', holder<Parameter>) }),
    ...(responses && { responses: over(responses, '/components/responses', response) }),
    ...(headers && { headers: over(headers, '/components/headers', holder<Parameter>) }),
    ...(requestBodies && { requestBodies: over(requestBodies, '/components/requestBodies', holder<Body>) }),
  }
  return { ...facts, paths: over(facts.paths, '/paths', pathItem), components }
}
