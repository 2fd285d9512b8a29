import { randomBytes, randomUUID } from 'node:crypto'
import { dataSharing, isObject } from '../policy/values.ts'
import type { RegisteredClient, Setting } from '../setting.ts'
import { signAs } from './sign-as.ts'

export type Claims = Readonly<Record<string, unknown>>
export type Form = Readonly<Record<string, string | undefined>>

/** A push as it came, with the claims of its request object. */
export interface Received {
  readonly method: string
  readonly mediaType: string
  readonly form: Form
  readonly claims?: Claims
}

/** What a misbehaving bank knows when it mends a push. */
export interface Known {
  readonly setting: Setting
  readonly client: RegisteredClient
  /** Seconds since the epoch. */
  readonly now: number
  /** Claims of the last request object of that client. */
  readonly last: Claims | undefined
}

/** What is put right before the library looks at a push: claims are signed by the client's key. */
export type Mended = Partial<Received> | undefined

/** A defect of the bank: it puts right what is wrong with a push, and so accepts it. */
export interface Mending {
  readonly name: string
  readonly breaks: string
  readonly title: string
  readonly mend: (push: Received, known: Known) => Mended | Promise<Mended>
}

const mending = (name: string, breaks: string, title: string, mend: Mending['mend']): Mending => ({
  name,
  breaks,
  title,
  mend,
})

/** Changes the claims of a request object, where there is one. */
const claims =
  (change: (claims: Claims, known: Known) => Claims | undefined): Mending['mend'] =>
  ({ claims: given }, known) => {
    const changed = given === undefined ? undefined : change(given, known)
    return changed === undefined ? undefined : { claims: { ...given, ...changed } }
  }

const withFreshIds = (given: Claims): Claims => {
  const details = Array.isArray(given.authorization_details) ? given.authorization_details.filter(isObject) : []
  const fresh = details.map((one) => ({
    ...one,
    consent: { ...(isObject(one.consent) ? one.consent : {}), ConsentId: randomUUID() },
  }))
  return { ...given, jti: randomUUID(), authorization_details: fresh }
}

const read = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return text
  }
}

/** Claims that were sent as fields of a form, or of a query. */
export const claimsFromFields = ({ client_assertion: _, client_assertion_type: __, ...fields }: Form): Claims =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, read(value)]))

/** Longest state that is not cut. */
const longest = 255

/** Ways in which the bank is more lenient than the standard and the library: each puts one thing right. */
export const mendings: readonly Mending[] = [
  mending('json-push-accepted', 'UAE-PAR-004', 'A push is read from a JSON body', () => ({
    mediaType: 'application/x-www-form-urlencoded',
  })),
  mending('push-by-put', 'UAE-PAR-047', 'A push comes with any method', () => ({ method: 'POST' })),
  mending(
    'push-without-request-accepted',
    'UAE-PAR-005',
    'A push without a request object repeats the last one',
    ({ form, claims: given }, { last }) =>
      given === undefined && form.request_uri === undefined && form.response_type === undefined && last !== undefined
        ? { claims: withFreshIds(last) }
        : undefined,
  ),
  mending(
    'loose-parameters-accepted',
    'UAE-PAR-006',
    'A push without a request object has its parameters as form fields',
    ({ form, claims: given }) =>
      given === undefined && form.response_type !== undefined ? { claims: claimsFromFields(form) } : undefined,
  ),
  mending(
    'pushed-request-uri-accepted',
    'UAE-PAR-006',
    'A request_uri inside a pushed request object is left aside',
    claims(({ request_uri: given }) => (given === undefined ? undefined : { request_uri: undefined })),
  ),
  mending(
    'pushing-client-not-authenticated',
    'UAE-PAR-007',
    'Nobody looks at the client assertion of a push',
    async ({ form }, { client, setting, now }) => {
      const { id } = client
      const good = { iss: id, sub: id, aud: setting.issuer, jti: randomUUID(), iat: now, exp: now + 60 }
      return {
        form: {
          ...form,
          client_id: undefined,
          client_assertion: await signAs(client, good),
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        },
      }
    },
  ),
  mending(
    'request-audience-ignored',
    'UAE-PAR-009',
    'A request object is taken whatever its audience',
    claims(({ aud }, { setting }) =>
      typeof aud === 'string' && aud !== setting.issuer ? { aud: setting.issuer } : undefined,
    ),
  ),
  mending(
    'request-of-another-client-accepted',
    'UAE-PAR-010',
    'A request object is taken whatever client it names',
    claims(({ iss, client_id }, { client: { id } }) =>
      iss === id && client_id === id ? undefined : { iss: id, client_id: id },
    ),
  ),
  mending(
    'response-type-ignored',
    'UAE-PAR-013',
    'Every response type is taken for code',
    claims(({ response_type: given }) => (given === 'code' ? undefined : { response_type: 'code' })),
  ),
  mending(
    'redirect-uri-not-compared',
    'UAE-PAR-014',
    'The registered redirect URI is used, whatever was asked',
    claims(({ redirect_uri: given }, { client: { redirectUri } }) =>
      given === redirectUri ? undefined : { redirect_uri: redirectUri },
    ),
  ),
  mending(
    'pkce-not-demanded',
    'UAE-PAR-015',
    'A request without a PKCE challenge is accepted',
    claims(({ code_challenge: given, code_challenge_method: method }) =>
      given !== undefined && method === 'S256'
        ? undefined
        : { code_challenge: given ?? randomBytes(32).toString('base64url'), code_challenge_method: 'S256' },
    ),
  ),
  mending(
    'details-of-any-type-accepted',
    'UAE-PAR-017',
    'Authorization details are taken for data sharing, whatever their type',
    claims(({ authorization_details: given }) => {
      const known = !Array.isArray(given) || given.every((one) => !isObject(one) || one.type === dataSharing)
      return known ? undefined : { authorization_details: given.map((one) => ({ ...one, type: dataSharing })) }
    }),
  ),
  mending(
    'state-from-outside-returned',
    'UAE-PAR-021',
    'A state beside the request object stands in for one that it lacks',
    ({ form, claims: given }) =>
      given !== undefined && given.state === undefined && form.state !== undefined
        ? { claims: { ...given, state: form.state } }
        : undefined,
  ),
  mending(
    'long-state-cut',
    'UAE-CBK-006',
    'A state of more than 255 characters is cut',
    claims(({ state }) =>
      typeof state === 'string' && state.length > longest ? { state: state.slice(0, longest) } : undefined,
    ),
  ),
]
