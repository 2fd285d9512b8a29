import type { OperationFacts } from '../../../engine/contract.ts'
import type { JsonObject } from '../../../schemas/openapi.ts'
import { member } from '../../../schemas/values/resolved.ts'

/** The header in which a security scheme presents its credential, in lower case; undefined for one that no header holds. */
const headerOf = (scheme: JsonObject | undefined): string | undefined => {
  if (scheme?.type === 'apiKey') {
    if (scheme.in === 'cookie') return 'cookie'
    return scheme.in === 'header' && typeof scheme.name === 'string' ? scheme.name.toLowerCase() : undefined
  }
  return ['http', 'oauth2', 'openIdConnect'].includes(String(scheme?.type)) ? 'authorization' : undefined
}

const schemesOf = (document: JsonObject): JsonObject | undefined =>
  member(document, member(document, document, 'components'), 'securitySchemes')

/** The query parameter in which a security scheme presents its credential; undefined for one that none holds. */
const parameterOf = (scheme: JsonObject | undefined): string | undefined =>
  scheme?.type === 'apiKey' && scheme.in === 'query' && typeof scheme.name === 'string' ? scheme.name : undefined

/** Names of the query parameters that a document's own security schemes speak of. */
export const credentialParameters = (document: JsonObject): readonly string[] =>
  Object.keys(schemesOf(document) ?? {}).flatMap(
    (name) => parameterOf(member(document, schemesOf(document), name)) ?? [],
  )

/** Names of the query parameters in which an operation takes credentials, in any of its alternatives. */
export const keysInQuery = (document: JsonObject, { security }: OperationFacts): readonly string[] => [
  ...new Set(
    security.flatMap((one) =>
      Object.keys(one).flatMap((name) => parameterOf(member(document, schemesOf(document), name)) ?? []),
    ),
  ),
]

/** Names of the headers that a document's own security schemes speak of, in lower case. */
export const credentialHeaders = (document: JsonObject): readonly string[] => [
  ...new Set(
    Object.keys(schemesOf(document) ?? {}).flatMap(
      (name) => headerOf(member(document, schemesOf(document), name)) ?? [],
    ),
  ),
]

/**
 * Whether an operation asks for a credential that the run presents in its headers: `undefined` when it asks for none,
 * else the answer, with the reason of a no. Headers that are not known count as presented.
 */
export const securedBy = (
  document: JsonObject,
  { security }: OperationFacts,
  headers: readonly string[] | undefined,
): true | { readonly lacking: string } | undefined => {
  if (security.length === 0 || security.some((one) => Object.keys(one).length === 0)) return undefined
  const ways = security.map((one) =>
    Object.keys(one).map((name) => headerOf(member(document, schemesOf(document), name))),
  )
  const presented = (name: string | undefined): boolean =>
    name !== undefined && (headers === undefined || headers.includes(name))
  if (ways.some((way) => way.every(presented))) return true
  const wanted = [...new Set(ways.flat().filter((name) => name !== undefined))]
  return {
    lacking:
      wanted.length === 0
        ? 'its credential is presented in no header'
        : `the run presents no credential of the operation (--header ${wanted[0]}=…)`,
  }
}
