import type { Body, Facts, Json, JsonObject, Media, Named, Operation, Parameter, Response } from '../openapi.ts'
import { isObject, isReference, methods, type PathItem, type Reference, type Schema } from '../openapi.ts'
import { mapDocument } from '../walk.ts'
import { referenced } from './referenced.ts'
import { sorted } from './sorted.ts'

const prose = ['$comment', 'description', 'example', 'examples', 'externalDocs', 'title', 'xml']

/** A schema without its prose. Names of properties are facts, whatever they are called. */
const withoutProse = (schema: JsonObject): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !prose.includes(key) && !key.startsWith('x-')))

const pick = (from: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])))

const each = <T>(value: Json | undefined, make: (one: JsonObject) => T): Named<T> | undefined =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (isObject(one) ? [[name, make(one)]] : [])))
    : undefined

/** Extensions stand beside paths and statuses; beside headers and components an `x-` is part of a name. */
const withoutExtensions = (value: Json | undefined): Json | undefined =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('x-'))) : value

const given = <K extends string, T>(key: K, value: T | undefined): { readonly [key in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: T }

const reference = (one: JsonObject): Reference => ({ $ref: String(one.$ref) })
const media = (one: JsonObject): Media => pick(one, ['schema']) as Media
const parameter = (one: JsonObject): Parameter | Reference =>
  isReference(one)
    ? reference(one)
    : {
        ...(pick(one, ['name', 'in', 'required', 'schema', 'style', 'explode']) as Parameter),
        ...given('content', each(one.content, media)),
      }
const body = (one: JsonObject): Body | Reference =>
  isReference(one)
    ? reference(one)
    : { ...(pick(one, ['required']) as Body), ...given('content', each(one.content, media)) }
const response = (one: JsonObject): Response | Reference =>
  isReference(one)
    ? reference(one)
    : { ...given('headers', each(one.headers, parameter)), ...given('content', each(one.content, media)) }
const parameters = (value: Json | undefined) =>
  Array.isArray(value) ? value.filter(isObject).map(parameter) : undefined
const operation = (one: JsonObject, everywhere: Json | undefined): Operation => ({
  ...given('operationId', one.operationId as string | undefined),
  ...given('parameters', parameters(one.parameters)),
  ...given('requestBody', isObject(one.requestBody) ? body(one.requestBody) : undefined),
  responses: each(withoutExtensions(one.responses), response) ?? {},
  ...given('security', (one.security ?? everywhere) as Operation['security'] | undefined),
})

/**
 * The facts of a bundled OpenAPI 3 document: names, types, limits and structure in their places, without prose, examples
 * and extensions, and without components that nothing refers to. The same document always gives the same text.
 */
export const factsOf = (document: JsonObject): Facts => {
  const pathItem = (one: JsonObject): PathItem => ({
    ...given('parameters', parameters(one.parameters)),
    ...Object.fromEntries(
      methods.flatMap((method) => {
        const found = one[method]
        return isObject(found) ? [[method, operation(found, document.security)]] : []
      }),
    ),
  })
  const components = isObject(document.components) ? document.components : {}
  const info = isObject(document.info) ? document.info : {}
  const servers = Array.isArray(document.servers) ? document.servers.filter(isObject) : []
  const facts: Facts = {
    openapi: String(document.openapi),
    info: { version: String(info.version) },
    servers: servers.map(({ url }) => ({ url: String(url).replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') || '/' })),
    paths: each(withoutExtensions(document.paths), pathItem) ?? {},
    components: {
      ...given('schemas', isObject(components.schemas) ? (components.schemas as Named<Schema>) : undefined),
      ...given('parameters', each(components.parameters, parameter)),
      ...given('responses', each(components.responses, response)),
      ...given('headers', each(components.headers, parameter)),
      ...given('requestBodies', each(components.requestBodies, body)),
    },
  }
  return sorted(referenced(mapDocument(facts, withoutProse)))
}
