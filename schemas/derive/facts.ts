import { holds, type Kind, rewrite } from '../grammar.ts'
import { type Facts, isObject, isReference, type Json, type JsonObject, methods } from '../openapi.ts'
import { referenced } from './referenced.ts'
import { sorted } from './sorted.ts'

const prose = ['$comment', 'description', 'example', 'examples', 'externalDocs', 'title', 'xml']

/** The members that are facts, beside those that hold further objects. */
const plain: Readonly<Record<Exclude<Kind, 'schema'>, readonly string[]>> = {
  document: ['openapi'],
  components: [],
  pathItem: ['$ref'],
  operation: ['operationId', 'security'],
  callback: [],
  parameter: ['name', 'in', 'required', 'style', 'explode'],
  body: ['required'],
  response: [],
  media: [],
}

/** The same object where every member is wanted. */
const keep = (object: JsonObject, wanted: (name: string) => boolean): JsonObject =>
  Object.keys(object).every(wanted)
    ? object
    : Object.fromEntries(Object.entries(object).filter(([name]) => wanted(name)))

/** Extensions stand beside paths and statuses; beside headers and components an `x-` is part of a name. */
const mayBeExtended = ['paths', 'webhooks', 'responses', 'callbacks']

const factual = (kind: Kind, object: JsonObject): JsonObject => {
  // Names of properties are facts, whatever they are called; this sees only keywords.
  if (kind === 'schema') return keep(object, (name) => !prose.includes(name) && !name.startsWith('x-'))
  if (kind !== 'pathItem' && isReference(object)) return { $ref: object.$ref }
  const kept = keep(
    object,
    (name) =>
      plain[kind].includes(name) || (holds(kind, name) !== undefined && !(kind === 'callback' && /^x-/.test(name))),
  )
  if (kind === 'components') return kept
  const extended = mayBeExtended.filter((name) => isObject(kept[name]))
  if (extended.length === 0) return kept
  return {
    ...kept,
    ...Object.fromEntries(
      extended.map((name) => [name, keep(kept[name] as JsonObject, (each) => !each.startsWith('x-'))]),
    ),
  }
}

/** Only the path: which host serves it is no fact of the contract. */
const serverPath = ({ url }: JsonObject): JsonObject => ({
  url: String(url).replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') || '/',
})

const withSecurity = (object: Json, everywhere: Json | undefined): Json => {
  if (!isObject(object) || everywhere === undefined) return object
  const operations = methods.filter((method) => isObject(object[method]))
  return {
    ...object,
    ...Object.fromEntries(
      operations.map((method) => [method, { security: everywhere, ...(object[method] as JsonObject) }]),
    ),
  }
}

/**
 * The facts of a bundled OpenAPI 3 document: names, types, limits and structure in their places, without prose, examples
 * and extensions. The same document always gives the same text.
 */
export const factsOf = (document: JsonObject): Facts => {
  const info = isObject(document.info) ? document.info : {}
  const servers = Array.isArray(document.servers) ? document.servers.filter(isObject) : []
  const facts = rewrite('document', { paths: {}, components: {}, ...document }, (kind, object) => {
    const kept = factual(kind, object)
    return kind === 'pathItem' ? withSecurity(kept, document.security) : kept
  }) as unknown as Facts
  return {
    ...facts,
    openapi: String(document.openapi),
    info: { version: String(info.version) },
    servers: servers.map(serverPath) as unknown as Facts['servers'],
  }
}

/** The same without components that nothing reaches, in an order of its own: what is written to a file. */
export const derivedFrom = (document: JsonObject): Facts => sorted(referenced(factsOf(document)))
