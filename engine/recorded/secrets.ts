import type { Exchange, Headers, Request } from '../exchange.ts'
import { mediaType } from '../exchange.ts'
import { secretsOfHeader } from '../profile/credential-parts.ts'
import { secretsIn } from '../redact/learn.ts'
import type { Redactor } from '../redact/redactor.ts'

/** Names of headers and parameters that hold a credential: what a run of ours sends is known, what others sent is not. */
const credential =
  /authorization|cookie|key|token|secret|credential|password|passwd|session|assertion|signature|\bpin\b|\botp\b/i
const address = /customer-ip|forwarded-for|real-ip|client-ip/i

/** Shorter values would hit by chance. */
const shortest = 8

const kinds = new Map<string, string | undefined>()
const mostNames = 10_000

const kindOf = (name: string, more: readonly string[]): string | undefined => {
  if (kinds.has(name)) return kinds.get(name)
  const lower = name.toLowerCase()
  const kind = address.test(lower)
    ? 'ip address'
    : credential.test(lower) || more.includes(lower)
      ? lower.replace(/[^a-z0-9]+/g, ' ').trim()
      : undefined
  if (kinds.size < mostNames) kinds.set(name, kind)
  return kind
}

/** Attributes of a cookie (RFC 6265 §4.1.1): they say where it goes, and several cookies may stand in one line. */
const attributes =
  /;\s*(?:expires=(?:\w{3,9},\s)?[^;,]*|(?:path|domain|max-age|samesite|priority)=[^;,]*|secure|httponly|partitioned)(?=\s*(?:[;,]|$))/gi

const credentialsOf = (name: string, value: string): readonly string[] =>
  secretsOfHeader(name, /^set-cookie$/i.test(name) ? value.replace(attributes, '') : value)

const ofHeaders = (headers: Headers, redactor: Redactor, more: readonly string[]): void => {
  for (const [name, value] of headers) {
    const kind = kindOf(name, more)
    if (kind === undefined) continue
    if (kind === 'ip address') redactor.secret(value, kind)
    else for (const part of credentialsOf(name, value)) if (part.length >= shortest) redactor.secret(part, kind)
  }
}

const ofRequest = (request: Request, redactor: Redactor, more: readonly string[]): void => {
  const isForm = mediaType(request) === 'application/x-www-form-urlencoded'
  const fields = [...new URL(request.url).searchParams, ...(isForm ? new URLSearchParams(request.body) : [])]
  for (const [name, value] of fields) {
    const kind = kindOf(name, more)
    if (kind !== undefined && value.length >= shortest) redactor.secret(value, kind)
  }
}

/** Makes the secrets of a recorded request and its answer known, by the names of headers and parameters. `more`: names of the standard's, in lower case. */
export const learnByName = (
  { request, response }: { readonly request: Request; readonly response?: { readonly headers: Headers } },
  redactor: Redactor,
  more: readonly string[] = [],
): void => {
  ofHeaders(request.headers, redactor, more)
  ofRequest(request, redactor, more)
  if (response !== undefined) ofHeaders(response.headers, redactor, more)
}

/** Members that hold a secret by their name, in a JSON body. */
const telling = /"(?:\w+_token|client_secret|client_assertion|password|code|code_verifier|request|request_uri)"/

/** A part of each of these names: quicker to look for, and most bodies have none. */
const hints = ['_token"', '"client_', '"password"', '"code', '"request']

const isTelling = (body: string): boolean => hints.some((one) => body.includes(one)) && telling.test(body)

/** The same for an exchange that is judged, with the secrets of its bodies. */
export const learnSecrets = (exchange: Exchange, redactor: Redactor, more: readonly string[] = []): void => {
  learnByName(exchange, redactor, more)
  const { request, response } = exchange
  if (!isTelling(response.body) && !isTelling(request.body ?? '')) return
  for (const { value, kind } of secretsIn(exchange)) redactor.secret(value, kind)
}
