import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { OperationFacts, ParameterFacts } from '../../../engine/contract.ts'
import type { CallOptions } from '../../../engine/session.ts'
import type { LoadedContract } from '../../../schemas/make-contract.ts'
import type { Json, JsonObject } from '../../../schemas/openapi.ts'
import { inQuery } from '../../../schemas/values/serialise.ts'
import type { Filled } from '../../baseline/reach.ts'
import type { Difference } from '../../baseline/scenarios.ts'
import { isJsonType, requestKeeps } from './body.ts'
import { schemaOf, writtenAs } from './parameters.ts'
import type { Inferred } from './rows.ts'

/** Most parameters of one operation that are spoiled. */
const most = 3

const noType = 'not-a-value'

const typesOf = ({ type }: JsonObject): readonly Json[] =>
  Array.isArray(type) ? type : type === undefined ? [] : [type]

const formats = ['date', 'date-time', 'uuid']

/** A text that breaks a schema for certain, and that no reader could take for a value of it; undefined where none does. */
const spoiled = (schema: JsonObject | undefined): string | undefined => {
  if (schema === undefined) return undefined
  const types = typesOf(schema)
  const plain = types.length > 0 && types.every((one) => ['integer', 'number', 'boolean'].includes(String(one)))
  const formed = types.length === 1 && types[0] === 'string' && formats.includes(String(schema.format))
  const listed = Array.isArray(schema.enum) && !schema.enum.includes(noType)
  return plain || formed || listed ? noType : undefined
}

/** Requests with one parameter of the path or query that breaks its schema; the rest is that of the good call. */
export const spoiledParameters = (document: JsonObject, { facts, parameters, row }: Inferred): readonly Difference[] =>
  facts.parameters
    .flatMap((one): readonly Difference[] => {
      const value = spoiled(schemaOf(document, parameters.get(`${one.in} ${one.name}`)))
      if (value === undefined) return []
      const name = `${one.name}=${value}`
      if (one.in === 'path') return [{ name, change: ({ path }) => ({ path: { ...path, [one.name]: value } }) }]
      return one.in === 'query' ? [{ name, change: inSearch(one, value, row.search) }] : []
    })
    .slice(0, most)

const inSearch =
  (one: ParameterFacts, value: string, search = ''): ((filled: Filled) => CallOptions) =>
  ({ query }) => {
    const { [one.name]: _, ...others } = query
    const kept = search
      .split('&')
      .filter((part) => part !== '' && decodeURIComponent(part.split('=')[0] ?? '') !== one.name)
    return { query: others, search: [...kept, inQuery(writtenAs({ ...one, style: 'form' }), value) ?? ''].join('&') }
  }

const unknownLike = (good: string): string => {
  if (/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(good)) return randomUUID()
  // Below the largest int32, and larger than ids that count from 1.
  if (/^\d+$/.test(good))
    return good.length > 10
      ? String(randomInt(1, 10)).padEnd(good.length, String(randomInt(10 ** 8, 10 ** 9)))
      : String(randomInt(1_900_000_000, 2_100_000_000))
  return randomBytes(Math.max(8, Math.ceil(good.length / 2)))
    .toString('hex')
    .slice(0, Math.max(16, good.length))
}

const declares404 = ({ responses }: OperationFacts): boolean =>
  '404' in responses || '4XX' in responses || '4xx' in responses

/**
 * The good call with a name that nobody has where its path ends in a name. Only where that is surely one: a collection
 * gave the good one, or the contract declares that it may be not found. Else undefined.
 */
export const unknownName = (contract: LoadedContract, { facts, row }: Inferred): readonly Difference[] | undefined => {
  const [, parameter] = /\{([^}/]+)\}$/.exec(facts.path) ?? []
  const value = parameter === undefined ? undefined : row.path?.[parameter]
  if (parameter === undefined || value === undefined || (typeof value === 'string' && !declares404(facts)))
    return undefined
  const change: Difference['change'] = ({ path }) => {
    const unknown = unknownLike(path[parameter] ?? '')
    return { path: { ...path, [parameter]: unknown } }
  }
  const keeps = (value: string | number): boolean =>
    (contract.parameterFaults(facts.id, 'path', parameter, value) ?? []).length === 0
  const sound = (name: string): boolean => keeps(name) || (/^\d+$/.test(name) && keeps(Number(name)))
  const voided: Difference['void'] = ({ request }) => {
    const sent = decodeURIComponent(new URL(request.url).pathname.split('/').at(-1) ?? '')
    return sound(sent) ? undefined : 'no name that nobody has keeps the schema of the parameter'
  }
  return [{ name: 'unknown name', change, void: voided }]
}

const foreignTypes = ['application/xml', 'text/csv', 'image/png']

/** A media type that an operation has for none of its answers; undefined where it has none at all, or any. */
export const foreignType = ({ responses }: OperationFacts): string | undefined => {
  const all = Object.values(responses).flatMap(({ mediaTypes }) => mediaTypes)
  const goods = Object.entries(responses).flatMap(([status, { mediaTypes }]) => (/^2/.test(status) ? mediaTypes : []))
  if (goods.length === 0 || all.some((one) => one.includes('*'))) return undefined
  return foreignTypes.find(
    (one) => !all.includes(one) && !(one.endsWith('xml') && all.some((type) => /xml$/.test(type))),
  )
}

/** Bodies that are no JSON, or lack a member that the contract requires. Undefined where the operation has no JSON body. */
export const spoiledBodies = (
  contract: LoadedContract,
  document: JsonObject,
  inferred: Inferred,
): readonly Difference[] | undefined => {
  const { body } = inferred.row
  if (body === undefined || !isJsonType(body.mediaType)) return undefined
  const value: unknown = JSON.parse(body.text)
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  const lacking = members.flatMap((name) => {
    const { [name]: _, ...rest } = value as Record<string, unknown>
    const keeps = requestKeeps(contract, document, inferred, body.mediaType, rest)
    return keeps ? [] : [{ name: `without ${name}`, change: { body: { ...body, text: JSON.stringify(rest) } } }]
  })
  return [{ name: 'no JSON', change: { body: { ...body, text: '{' } } }, ...lacking.slice(0, 1)]
}

/** The good body under a media type that the operation does not take. Undefined where it takes no body, or any. */
export const foreignBody = ({ facts, row }: Inferred): readonly Difference[] | undefined => {
  const types = facts.request?.mediaTypes ?? []
  if (row.body === undefined || types.some((one) => one.includes('*'))) return undefined
  const mediaType = foreignTypes.find((one) => !types.includes(one))
  return mediaType === undefined
    ? undefined
    : [{ name: mediaType, change: { body: { text: row.body.text, mediaType } } }]
}
