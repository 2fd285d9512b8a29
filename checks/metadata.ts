import { type Exchange, header, json, mediaType } from '../engine/exchange.ts'
import { type Answer, type Check, type Observed, undecided } from '../engine/rule.ts'
import { object } from './body.ts'
import { finding, noObject } from './findings.ts'
import { unavailable } from './status.ts'

const suffix = '/.well-known/openid-configuration'

/** A metadata document of a server, or the answer that stands for its absence. */
const documentOf = ({ response }: Exchange): Readonly<Record<string, unknown>> | Answer => {
  if (response.status !== 200) return undecided(`the discovery document was answered with ${response.status}`)
  return object(json(response)) ?? [noObject(response)]
}

const isAnswer = (value: Readonly<Record<string, unknown>> | Answer): value is Answer =>
  Array.isArray(value) || 'undecided' in value

const over =
  (judge: (document: Readonly<Record<string, unknown>>, exchange: Exchange) => Answer): Check =>
  (exchange) => {
    const document = documentOf(exchange)
    return isAnswer(document) ? document : judge(document, exchange)
  }

/** The document comes with 200 as `application/json` and is an object (OpenID Connect Discovery 1.0 §4.2). */
export const metadataIsServed: Check = (exchange) => {
  const { response } = exchange
  if (unavailable(exchange)) return undecided(`the discovery document was answered with ${response.status}`)
  if (response.status !== 200) return [finding('status', '200', response.status)]
  return [
    ...(mediaType(response) === 'application/json'
      ? []
      : [finding('header content-type', 'application/json', header(response, 'content-type'))]),
    ...(object(json(response)) === undefined ? [noObject(response)] : []),
  ]
}

/**
 * The member `issuer` is the address of the document without its well-known end. A slash at the end of the issuer is
 * taken away before that end is put on (OpenID Connect Discovery 1.0 §4.1), so it decides nothing.
 */
export const issuerIsTheAddress: Check = over(({ issuer }, { request }) => {
  const expected = request.url.endsWith(suffix) ? request.url.slice(0, -suffix.length) : request.url
  return issuer === expected || issuer === `${expected}/` ? [] : [finding('/issuer', expected, issuer)]
})

/** Members that are lists: each holds these values, where the document has the member at all. */
export const listsHold = (wanted: Readonly<Record<string, readonly string[]>>): Check =>
  over((document) =>
    Object.entries(wanted).flatMap(([name, values]) => {
      const listed = document[name]
      if (listed === undefined) return []
      const missing = values.filter((value) => !(Array.isArray(listed) && listed.includes(value)))
      return missing.length === 0 ? [] : [finding(`/${name}`, `a list with ${missing.join(', ')}`, listed)]
    }),
  )

/** Switches that the document leaves out or turns off, by name. */
export const switchesOff =
  (...names: readonly string[]) =>
  ({ response }: Exchange): Observed => {
    const document = object(json(response)) ?? {}
    return Object.fromEntries(
      names.flatMap((name) => (document[name] === true ? [] : [[name, String(document[name] ?? 'not there')]])),
    )
  }

/**
 * Tokens are bound to certificates unless the document says otherwise, and aliases for mutual TLS are https addresses
 * (RFC 8705 §3.3, §5). An endpoint without an alias has its usual address.
 */
export const mutualTlsIsNamed: Check = over((document) => {
  const bound = document.tls_client_certificate_bound_access_tokens
  const aliases = document.mtls_endpoint_aliases
  const isHttps = (value: unknown): boolean => typeof value === 'string' && /^https:\/\//i.test(value)
  return [
    ...(bound === undefined || bound === true
      ? []
      : [finding('/tls_client_certificate_bound_access_tokens', 'true', bound)]),
    ...(aliases === undefined || object(aliases) !== undefined
      ? Object.entries(object(aliases) ?? {}).flatMap(([name, value]) =>
          isHttps(value) ? [] : [finding(`/mtls_endpoint_aliases/${name}`, 'an https URL', value)],
        )
      : [finding('/mtls_endpoint_aliases', 'an object', aliases)]),
  ]
})
