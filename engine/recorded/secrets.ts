import type { Headers, Request } from '../exchange.ts'
import { mediaType } from '../exchange.ts'
import { secretsOfHeader } from '../profile/credential-parts.ts'
import { type Kept, secretsIn } from '../redact/learn.ts'
import { credentialNames, personHeader, personNames } from '../redact/patterns.ts'
import type { Body } from './content.ts'

/** Names of headers and parameters that hold a credential: what a run of ours sends is known, what others sent is not. */
const credential =
  /authorization|cookie|key|token|secret|credential|password|passwd|session|assertion|signature|\bpin\b|\botp\b/i
const address = /customer-ip|forwarded-for|real-ip|client-ip/i

/** Parameters that are called so and no more: `state` is a credential, `bookingState` is none. */
const credentialParameter = new RegExp(`^(?:${credentialNames}|code|nonce|state)$`)
const personParameter = new RegExp(`^(?:${personNames})$`)

/** What a gateway tells of the device and the certificate, masked as a whole. */
const wholeHeader = /^dpop$|device-id$|client-?cert/

/** Shorter values would hit by chance. */
const shortest = 8

/** Words in the case in which words are written: `Active`, `Current Account`. */
const words = /^[A-Za-z][a-z]+(?:[ _-][A-Za-z][a-z]*|[A-Z][a-z]+)*$/

const mostNames = 10_000

type Kinds = (name: string, more: readonly string[]) => string | undefined

/** What the lower-case form of a name tells, remembered by the name. */
const remembered = (kindOf: Kinds): Kinds => {
  const kinds = new Map<string, string | undefined>()
  return (name, more) => {
    if (kinds.has(name)) return kinds.get(name)
    const kind = kindOf(name.toLowerCase(), more)
    if (kinds.size < mostNames) kinds.set(name, kind)
    return kind
  }
}

const told = (name: string): string => name.replace(/[^a-z0-9]+/g, ' ').trim()

const kindOf = remembered((name, more) => {
  if (address.test(name)) return 'ip address'
  return credential.test(name) || more.includes(name) ? told(name) : undefined
})

const kindOfWhole = remembered((name) => {
  if (personHeader.test(name)) return 'person'
  return wholeHeader.test(name) ? told(name) : undefined
})

const kindOfParameter = remembered((name) => {
  if (personParameter.test(name)) return 'person'
  return credentialParameter.test(name) ? told(name) : undefined
})

/** Attributes of a cookie (RFC 6265 §4.1.1): they say where it goes, and several cookies may stand in one line. */
const attributes =
  /;\s*(?:expires=(?:\w{3,9},\s)?[^;,]*|(?:path|domain|max-age|samesite|priority)=[^;,]*|secure|httponly|partitioned)(?=\s*(?:[;,]|$))/gi

const credentialsOf = (name: string, value: string): readonly string[] =>
  secretsOfHeader(name, /^set-cookie$/i.test(name) ? value.replace(attributes, '') : value)

const ofHeaders = (headers: Headers, more: readonly string[]): readonly Kept[] =>
  headers.flatMap(([name, value]) => {
    const whole = kindOfWhole(name, more)
    // A name such as `Ali Noor` has short parts; those of a certificate are the name of the bank and the like.
    if (whole !== undefined) return value.length >= shortest ? { value, kind: whole } : []
    const kind = kindOf(name, more)
    if (kind === undefined) return []
    if (kind === 'ip address') return { value, kind }
    return credentialsOf(name, value).flatMap((part) => (part.length >= shortest ? { value: part, kind } : []))
  })

const ofRequest = (request: Request, more: readonly string[]): readonly Kept[] => {
  const isForm = mediaType(request) === 'application/x-www-form-urlencoded'
  const fields = [...new URL(request.url).searchParams, ...(isForm ? new URLSearchParams(request.body) : [])]
  return fields.flatMap(([name, value]) => {
    const kind = kindOf(name, more)
    if (kind !== undefined) return value.length >= shortest ? { value, kind } : []
    const plain = kindOfParameter(name, more)
    // A `+` before a telephone number is read as a blank. Words are masked in their place alone, by the patterns of the
    // redactor: a `state` of `AwaitingAuthorisation` or a `name` of `Current Account` masked everywhere makes reports unreadable.
    const trimmed = value.trim()
    return plain !== undefined && trimmed.length >= shortest && !words.test(trimmed)
      ? { value: trimmed, kind: plain }
      : []
  })
}

/** The secrets of a recorded request and its answer, by the names of headers and parameters. `more`: names of the standard's, in lower case. */
export const secretsByName = (
  { request, response }: { readonly request: Request; readonly response?: { readonly headers: Headers } },
  more: readonly string[] = [],
): readonly Kept[] => [
  ...ofHeaders(request.headers, more),
  ...ofRequest(request, more),
  ...(response === undefined ? [] : ofHeaders(response.headers, more)),
]

/** Members that hold a secret by their name, in a JSON body. */
const telling = /"(?:\w+_token|client_secret|client_assertion|password|code|code_verifier|request|request_uri)"/

/** The secrets of the bodies of an exchange, and of its credentials. */
export const secretsInBodies = (
  request: Request,
  { status, headers, body }: { readonly status: number; readonly headers: Headers; readonly body: Body },
): readonly Kept[] =>
  telling.test(body.text) || telling.test(request.body ?? '')
    ? secretsIn({ request, response: { status, headers, body: body.text } })
    : []
