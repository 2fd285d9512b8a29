import { at, below } from '../../engine/pointer.ts'
import { rewrite } from '../grammar.ts'
import { type Facts, isObject, type Json } from '../openapi.ts'
import { inCombination } from './combined.ts'
import { inOneSchema } from './keywords.ts'
import { type Resolve, refuses, type Suspicion, type Told } from './suspicion.ts'

const resolveIn =
  (document: Json): Resolve =>
  (value) => {
    let current = value
    for (let steps = 0; steps < 50; steps += 1) {
      if (!isObject(current) || typeof current.$ref !== 'string') return current
      current = current.$ref.startsWith('#/') ? (at(document, current.$ref) as Json | undefined) : undefined
    }
    return undefined
  }

const registered = ['iss', 'exp', 'aud', 'iat', 'nbf', 'jti']

const holdsClaims = (schema: Json | undefined, resolve: Resolve, depth = 0): boolean => {
  const target = resolve(schema)
  if (!isObject(target) || depth > 5) return false
  const of = (name: string): readonly Json[] => (Array.isArray(target[name]) ? target[name] : [])
  const inner = (each: Json) => holdsClaims(each, resolve, depth + 1)
  const own = isObject(target.properties) ? Object.keys(target.properties) : []
  const either = ['anyOf', 'oneOf'].some((name) => of(name).length > 0 && of(name).every(inner))
  return own.some((name) => registered.includes(name)) || of('allOf').some(inner) || either
}

/** A JSON body with the claims of a JWT, and a JWT without any: the schema of one stands at the other. */
const ofMedia = (name: string, media: Json, resolve: Resolve): readonly Told[] => {
  if (!isObject(media) || !isObject(media.schema)) return []
  const signed = holdsClaims(media.schema, resolve)
  const type = name.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json' && signed) return [refuses('the body is JSON and its schema that of a JWT')]
  const target = resolve(media.schema)
  // As text a JWT has no claims.
  const asText = !isObject(target) || target.type === 'string'
  const choice = isObject(target) && ['anyOf', 'oneOf'].some((each) => each in target)
  if (type !== 'application/jwt' || signed || asText || choice) return []
  return [refuses('the body is a JWT and its schema has no claim of one')]
}

/** Everything suspicious in a document, by place. */
export const lint = (facts: Facts): readonly Suspicion[] => {
  const found: Suspicion[] = []
  const document = facts as unknown as Json
  const resolve = resolveIn(document)
  const add = (pointer: string, told: readonly Told[]) => found.push(...told.map((one) => ({ pointer, ...one })))
  rewrite('document', document, (kind, object, pointer) => {
    if (kind === 'schema') add(pointer, [...inOneSchema(object), ...inCombination(object, resolve)])
    else if ((kind === 'body' || kind === 'response') && isObject(object.content))
      for (const [name, media] of Object.entries(object.content))
        add(below(`${pointer}/content`, name), ofMedia(name, media, resolve))
    return object
  })
  return found
}
