import { endOfString } from './end-of-string.ts'
import { memory } from './memory.ts'

/** Header fields in the order and letter case in which they crossed the wire; a name may stand more than once. */
export type Headers = readonly (readonly [name: string, value: string])[]

export interface Request {
  readonly method: string
  /** Absolute URL, with the query as it was sent. */
  readonly url: string
  readonly headers: Headers
  readonly body?: string
}

export interface Response {
  readonly status: number
  readonly headers: Headers
  /** Decoded as UTF-8, content coding undone; '' when there was none. */
  readonly body: string
}

/** What was found when a compact JWS was met while recording; `reason` says why it could not be verified. */
export interface JwsFacts {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly verified: boolean
  readonly reason?: string
}

/** An event as it was opened: `opened` is the JWS inside the JWE, or why there is none. */
export interface DeliveryFacts {
  /** Header of the JWE; undefined when the body is no compact JWE. */
  readonly jwe?: Readonly<Record<string, unknown>>
  /** The `kid` of the JWE is that of the client's encryption key. */
  readonly ownKid: boolean
  /** The JWE was decrypted, whatever was in it. */
  readonly decrypted: boolean
  /** A body that is a JWS without a JWE around it counts as opened, too. */
  readonly opened: JwsFacts | { readonly failed: string }
  /** The JWT in the `Authorization` header, if it is one. */
  readonly authorization?: JwsFacts
}

/** What only the raw bytes or the connection could tell. */
export interface Facts {
  /** Size of the body as it came, in bytes. */
  readonly bytes: number
  readonly bodySha256: string
  readonly validUtf8: boolean
  /** A byte order mark stood before the body, which decoding took away (RFC 8259 §8.1). */
  readonly byteOrderMark?: true
  readonly protocol?: string
  /** The body of the response, when it is a compact JWS. */
  readonly jws?: JwsFacts
  /** The detached JWS in the header `x-jws-signature` of the response; its claims are the body. */
  readonly detached?: JwsFacts
  /** Of an event that the target delivered: what its outer and inner envelopes hold. */
  readonly delivery?: DeliveryFacts
  /** The id_token of a token response. */
  readonly idToken?: JwsFacts
}

/** The credentials with which a request was made, by kind and never by value. */
export interface Credentials {
  /** `first`: the token with which the consent began, however old. `second`: the second client's own.
   * `basic`: a good token under the scheme `Basic`. `other`: one that the scenario got for itself. */
  readonly token: 'none' | 'user' | 'first' | 'client' | 'second' | 'unknown' | 'tampered' | 'basic' | 'other'
  readonly certificate: 'own' | 'second' | 'none'
}

/** One request and its response: frozen plain data, as it came. */
export interface Exchange {
  /** `x1`, `x2`, … in the order in which the requests were sent. */
  readonly id: string
  /** The operation of the contract that was called, such as `GET /accounts/{AccountId}`; none for what no contract names. */
  readonly operation?: string
  readonly suite: string
  readonly scenario: string
  /** The target was the client: it called us. Rules on every exchange do not see it. */
  readonly inbound?: true
  /** What the request was for, in a few words: `good call`, `no token`. */
  readonly purpose: string
  readonly credentials: Credentials
  readonly startedAt: string
  readonly durationMs: number
  readonly request: Request
  readonly response: Response
  readonly facts: Facts
}

/** All values of a header field, in order. Names ignore letter case (RFC 9110 §5.1). */
export const headerValues = (message: { readonly headers: Headers }, name: string): readonly string[] =>
  message.headers.filter(([n]) => n.toLowerCase() === name.toLowerCase()).map(([, value]) => value)

/** The value of a header field, repeated ones joined as RFC 9110 §5.3 says; undefined when it is missing. */
export const header = (message: { readonly headers: Headers }, name: string): string | undefined => {
  const values = headerValues(message, name)
  return values.length === 0 ? undefined : values.join(', ')
}

/** The media type of a message without its parameters, in lower case. */
export const mediaType = (message: { readonly headers: Headers }): string | undefined =>
  header(message, 'content-type')?.split(';')[0]?.trim().toLowerCase()

/** Levels of nesting beyond which a body is no honest answer, and a danger to whoever walks through it. */
const deepest = 100

const tooDeep = (text: string): boolean => {
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x22) index = endOfString(text, index)
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > deepest) return true
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return false
}

const parsed = memory<object, { readonly value: unknown }>()

/** The body as JSON, parsed once per message; undefined when it is not JSON, or nested deeper than any honest answer. */
export const json = (message: { readonly body?: string }): unknown => {
  const known = parsed.get(message)
  if (known !== undefined) return known.value
  let value: unknown
  try {
    value = tooDeep(message.body ?? '') ? undefined : JSON.parse(message.body ?? '')
  } catch {
    value = undefined
  }
  parsed.set(message, { value })
  return value
}

/** U+FEFF, with which a text in UTF-8 may begin. */
export const byteOrderMark = '\uFEFF'
