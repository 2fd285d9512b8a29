import { isObject, type Json, type JsonObject } from '../openapi.ts'
import { patternOf } from '../patterns.ts'
import { allows, type Resolve, refuses, type Told } from './suspicion.ts'

const properties = (schema: JsonObject): JsonObject => (isObject(schema.properties) ? schema.properties : {})
const required = (schema: JsonObject): readonly string[] =>
  Array.isArray(schema.required) ? schema.required.map(String) : []

/** All schema objects that apply to a value at once: the schema, what it refers to, and the branches of its allOf. */
const together = (schema: Json | undefined, resolve: Resolve, seen = new Set<Json>()): readonly JsonObject[] => {
  const target = resolve(schema)
  if (!isObject(target) || seen.has(target)) return []
  seen.add(target)
  const branches = Array.isArray(target.allOf) ? target.allOf : []
  return [target, ...branches.flatMap((each: Json) => together(each, resolve, seen))]
}

const forbids = (schema: JsonObject, name: string): boolean =>
  schema.additionalProperties === false &&
  !Object.hasOwn(properties(schema), name) &&
  !Object.keys(isObject(schema.patternProperties) ? schema.patternProperties : {}).some((source) =>
    patternOf(source)?.test(name),
  )

/** Branches of an allOf of which one is closed and forbids what another has. */
const exclusive = (schema: JsonObject, resolve: Resolve): readonly Told[] => {
  if (!Array.isArray(schema.allOf)) return []
  const all = together(schema, resolve)
  const wanted = new Set(all.flatMap(required))
  const known = new Set(all.flatMap((each) => Object.keys(properties(each))))
  const forbidden = (names: Iterable<string>) =>
    [...names].filter((name) => all.some((each) => forbids(each, name) && !required(each).includes(name)))
  const never = forbidden(wanted)
  if (never.length > 0)
    return [refuses(`no value fits: one branch of allOf requires ${never.join(', ')}, another is closed`)]
  const useless = forbidden(known)
  return useless.length > 0 ? [refuses(`one branch of allOf has ${useless.join(', ')}, another is closed`)] : []
}

const typesOf = (all: readonly JsonObject[]): readonly string[] | undefined => {
  const found = all.find(({ type }) => type !== undefined)
  return found && [found.type ?? []].flat().map(String)
}

const valuesOf = (schema: Json | undefined, resolve: Resolve): readonly Json[] | undefined => {
  const found = together(schema, resolve).find((each) => Array.isArray(each.enum) || 'const' in each)
  return found && ('const' in found ? [found.const as Json] : (found.enum as readonly Json[]))
}

const member = (all: readonly JsonObject[], name: string): Json | undefined =>
  all.map((each) => properties(each)[name]).find((each) => each !== undefined)

const disjoint = (one: readonly Json[] | undefined, other: readonly Json[] | undefined): boolean =>
  one !== undefined && other !== undefined && !one.some((value) => other.includes(value))

/** Whether no value can fit both: proven by types, by values, by a member that one requires and the other forbids. */
const apart = (one: Json, other: Json, resolve: Resolve, depth = 0): boolean => {
  const sides = [together(one, resolve), together(other, resolve)] as const
  const [left, right] = sides
  const [types, others] = [typesOf(left), typesOf(right)]
  if (types && others && !types.some((type) => others.includes(type))) return true
  if (disjoint(valuesOf(one, resolve), valuesOf(other, resolve))) return true
  const wanted = [...new Set([...left.flatMap(required), ...right.flatMap(required)])]
  return wanted.some((name) => {
    if (sides.some((side) => side.some((each) => forbids(each, name)))) return true
    const [a, b] = [member(left, name), member(right, name)]
    return a !== undefined && b !== undefined && depth < 3 && apart(a, b, resolve, depth + 1)
  })
}

/** Alternatives of oneOf of which a value can fit two, which oneOf refuses. */
const ambiguous = (schema: JsonObject, resolve: Resolve): readonly Told[] => {
  const branches: readonly Json[] = Array.isArray(schema.oneOf) ? schema.oneOf : []
  const pairs = branches.flatMap((one, index) =>
    branches.slice(index + 1).map((other, more) => ({ one, other, names: `${index} and ${index + 1 + more}` })),
  )
  const both = pairs.filter(({ one, other }) => !apart(one, other, resolve)).map(({ names }) => names)
  return both.length === 0 ? [] : [refuses(`a value can fit two alternatives of oneOf: ${both.slice(0, 3).join('; ')}`)]
}

const undeclared = (schema: JsonObject, resolve: Resolve): readonly Told[] => {
  if (schema.additionalProperties === false || schema.properties === undefined || schema.allOf !== undefined) return []
  const all = together(schema, resolve)
  const names = required(schema).filter((name) => member(all, name) === undefined)
  return names.length === 0 ? [] : [allows(`requires ${names.join(', ')}, which it does not declare`)]
}

/** Claims of a JWT in a closed schema, an audience of one kind and instants without fractions: RFC 7519 §2, §4, §4.1.3. */
const claims = (schema: JsonObject, resolve: Resolve): readonly Told[] => {
  const { iss, exp, aud, ...others } = properties(schema)
  if (iss === undefined || (exp === undefined && others.nbf === undefined && others.iat === undefined)) return []
  const typeOf = (claim: Json | undefined) => typesOf(together(claim, resolve)) ?? []
  const audience = typeOf(aud)
  const whole = Object.entries({ exp, nbf: others.nbf, iat: others.iat }).filter(([, claim]) =>
    typeOf(claim).includes('integer'),
  )
  return [
    ...(schema.additionalProperties === false
      ? [refuses('the closed schema of a JWT refuses claims that it does not know')]
      : []),
    ...(audience.length === 1 ? [refuses(`aud is ${audience[0]} only, where RFC 7519 has a string or a list`)] : []),
    ...whole.map(([name]) => refuses(`${name} is an integer, where RFC 7519 has a number`)),
  ]
}

/** What is suspicious in how schema objects are combined. */
export const inCombination = (schema: JsonObject, resolve: Resolve): readonly Told[] => [
  ...exclusive(schema, resolve),
  ...ambiguous(schema, resolve),
  ...undeclared(schema, resolve),
  ...claims(schema, resolve),
]
