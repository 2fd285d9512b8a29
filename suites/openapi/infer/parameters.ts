import type { ParameterFacts } from '../../../engine/contract.ts'
import type { LoadedContract } from '../../../schemas/make-contract.ts'
import type { Json, JsonObject } from '../../../schemas/openapi.ts'
import { namedBy } from '../../../schemas/values/examples.ts'
import { makeValue } from '../../../schemas/values/make-value.ts'
import { member } from '../../../schemas/values/resolved.ts'
import { asText, inQuery, type Written } from '../../../schemas/values/serialise.ts'
import type { Row, Taken } from '../../baseline/row.ts'
import type { Described } from './described.ts'
import { isIdentity } from './names.ts'
import { keysInQuery } from './security.ts'

/** Parameters that OpenAPI says to ignore among headers (3.0 §4.7.12.1), for they are said elsewhere. */
const notHeaders = ['accept', 'content-type', 'authorization']

/** What is known about values before anything is asked. */
export interface Known {
  readonly contract: LoadedContract
  readonly document: JsonObject
  readonly params: Readonly<Record<string, string>>
  /** Names of headers that every request has, in lower case. */
  readonly headers: readonly string[]
}

/** The parts of a good call that its parameters make. */
export type Parameters = Pick<Row, 'path' | 'query' | 'search' | 'headers'>

/** How a parameter is written. */
export const writtenAs = ({ name, in: place, style, explode, mediaType }: ParameterFacts): Written => ({
  name,
  in: place,
  style,
  explode,
  ...(mediaType === undefined ? {} : { asJson: true as const }),
})

/** The schema of a parameter, as the document has it. */
export const schemaOf = (document: JsonObject, parameter: JsonObject | undefined): JsonObject | undefined =>
  member(document, parameter, 'schema') ??
  member(document, member(document, member(document, parameter, 'content'), 'application/json'), 'schema')

const given = ({ params }: Known, name: string): string | undefined =>
  params[name] ?? Object.entries(params).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]

/** A value that no answer has to give: from the user, else one of a fixed list, else, where any will do, one that is made. */
const settled = (known: Known, operation: string, facts: ParameterFacts, parameter: JsonObject): Json | undefined => {
  const named = namedBy(known.document, parameter)?.value
  if (named !== undefined) return named
  const schema = schemaOf(known.document, parameter)
  const free = schema?.type === 'string' && schema.format === undefined
  const identity = facts.in === 'path' || isIdentity(facts.name) || schema?.format === 'uuid'
  if (
    schema === undefined ||
    (identity && schema.type !== 'boolean' && !isDay(schema)) ||
    (free && facts.in === 'path')
  )
    return undefined
  // An empty list would leave the parameter out.
  const some = schema.type === 'array' && schema.minItems === undefined ? { ...schema, minItems: 1 } : schema
  const made = makeValue(known.document, some)
  const faults = made === undefined ? undefined : known.contract.parameterFaults(operation, facts.in, facts.name, made)
  return (faults ?? []).length === 0 ? made : undefined
}

const isDay = ({ format }: JsonObject): boolean => format === 'date' || format === 'date-time'

/** Whether a parameter takes one of a fixed list of values, which names nothing of anybody's. */
export const isFixed = (document: JsonObject, parameter: JsonObject): boolean => {
  const schema = schemaOf(document, parameter)
  return schema?.enum !== undefined || schema?.const !== undefined
}

const lacking = ({ in: place, name }: ParameterFacts): string =>
  `nothing gives a value for the ${place} parameter ${name}: give one with --param ${name}=VALUE, or an example`

/**
 * The values of a good call of an operation, or why it cannot be made. `sources`: what answers of other operations give,
 * best first. For a part of a path they come before examples, which seldom are names of things that the target has.
 */
export const parametersOf = (
  known: Known,
  { facts, parameters }: Described,
  sources: (facts: ParameterFacts) => Taken | undefined,
): Parameters | { readonly lacking: string } => {
  const path: Record<string, string | Taken> = {}
  const query: Record<string, Taken> = {}
  const headers: Record<string, string> = {}
  const search: string[] = []
  const cookies: string[] = []
  for (const one of facts.parameters) {
    const parameter = parameters.get(`${one.in} ${one.name}`) ?? {}
    const own = given(known, one.name)
    if (own === undefined && !one.required) continue
    if (one.in === 'header' && [...notHeaders, ...known.headers].includes(one.name.toLowerCase())) continue
    if (one.in === 'cookie' && known.headers.includes('cookie')) continue
    const settledValue = own ?? settled(known, facts.id, one, parameter)
    const fixed = own !== undefined || isFixed(known.document, parameter)
    const source = fixed || (one.in !== 'path' && settledValue !== undefined) ? undefined : sources(one)
    const text =
      settledValue === undefined
        ? undefined
        : asText({ ...writtenAs(one), ...(one.in === 'query' ? { style: 'simple' } : {}) }, settledValue)
    if (source !== undefined && one.in === 'path') {
      path[one.name] = text === undefined || source.fresh ? source : { ...source, otherwise: text }
    } else if (source !== undefined && one.in === 'query') query[one.name] = source
    else if (settledValue === undefined) return { lacking: lacking(one) }
    else if (one.in === 'query') {
      const part = inQuery(writtenAs(one), settledValue)
      if (part === undefined) return { lacking: `no query is written in the style of the parameter ${one.name}` }
      if (part !== '') search.push(part)
    } else if (text === undefined) return { lacking: `the style of the ${one.in} parameter ${one.name} is not spoken` }
    else if (one.in === 'path') path[one.name] = text
    else if (one.in === 'header') headers[one.name] = text
    else if (one.in === 'cookie') cookies.push(`${one.name}=${text}`)
  }
  for (const name of keysInQuery(known.document, facts)) {
    const key = facts.parameters.some((one) => one.in === 'query' && one.name === name) ? undefined : given(known, name)
    if (key !== undefined) search.push(`${encodeURIComponent(name)}=${encodeURIComponent(key)}`)
  }
  if (cookies.length > 0) headers.cookie = cookies.join('; ')
  return {
    ...(Object.keys(path).length === 0 ? {} : { path }),
    ...(Object.keys(query).length === 0 ? {} : { query }),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(search.length === 0 ? {} : { search: search.join('&') }),
  }
}
