import type { Exchange } from '../engine/exchange.ts'
import { json } from '../engine/exchange.ts'

/** The JSON that an answer carries: its body, or the claim `message` of a body that is a JWS. */
export interface Carried {
  readonly value: unknown
  /** JSON Pointer from the body, or from the claims, to `value`. */
  readonly at: '' | '/message'
}

/** What an answer carries; undefined when its body is neither JSON nor a compact JWS. */
export const carried = ({ response, facts }: Exchange): Carried | undefined => {
  if (facts.jws !== undefined) return { value: facts.jws.claims.message, at: '/message' }
  const value = json(response)
  return value === undefined ? undefined : { value, at: '' }
}

/** A JSON object with its members, or undefined for any other value. */
export const object = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined

/** The value at a path of members and indices; undefined when a step leads nowhere. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (here, name) => (typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[name] : undefined),
    value,
  )
