import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { askAgain } from '../again.ts'
import type { Credentials, Exchange } from '../exchange.ts'
import { json } from '../exchange.ts'
import type { Signer } from '../jose.ts'
import type { Recorder } from '../recorder.ts'
import type { GrantOptions, Push, PushOptions } from '../session.ts'
import type { AuthorizationFacts } from '../standard.ts'
import type { Metadata } from './discovery.ts'
import { draftOf, type Form, type Letter } from './letter.ts'

/** For whom a request is made, as it is recorded. */
export interface Speaker {
  readonly suite: string
  readonly scenario: string
}

/** The client of a FAPI authorization server, over mutual TLS: with private_key_jwt (PS256), or by its certificate alone. */
export interface FapiClient {
  readonly id: string
  readonly signer: Signer
  /** Signs an authorization request that is handed over by value (OpenID Connect Core §6.1). */
  readonly request: (
    request: AuthorizationRequest,
    options: Pick<PushOptions, 'claims' | 'signing'>,
  ) => Promise<Omit<PushedRequest, 'par'>>
  readonly push: (request: AuthorizationRequest, options: PushOptions, speaker: Speaker) => Promise<PushedRequest>
  /** A grant at the token endpoint, with a fresh client assertion, spoiled as `options` say. */
  readonly grant: (
    form: Form,
    speaker: Speaker,
    purpose: string,
    options?: Omit<GrantOptions, 'as' | 'purpose'>,
  ) => Promise<Exchange>
}

export interface AuthorizationRequest extends AuthorizationFacts {
  readonly consentId: string
}

/** A push with the secret half of its PKCE challenge, and how it is taken to the authorization endpoint. */
export interface PushedRequest extends Push {
  readonly codeVerifier: string
  /** Parameters of the authorization request. */
  readonly query: Form
}

/** Seconds between `nbf` and `exp`: well below the 60 minutes of FAPI Message Signing §5.3.1, and the 10 of the UAE guide. */
const requestObjectSeconds = 300
const assertionSeconds = 60

/** Response type of FAPI 1.0 Advanced §5.2.2. */
const hybrid = 'code id_token'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const random = (): string => randomBytes(32).toString('base64url')

/** A lifetime as a number, or as digits in a string: whether that is right is for a rule to say. */
const secondsOf = (value: unknown): number | undefined =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : undefined

/** Makes a client for the endpoints of `metadata`. */
export const makeFapiClient = (given: {
  readonly clientId: string
  /** Where the user agent comes back; only a client that asks for consents needs it. */
  readonly redirectUri?: string
  readonly signer: Signer
  readonly certificate: Credentials['certificate']
  readonly recorder: Recorder
  readonly metadata: Metadata
  /** `private_key_jwt` unless said. */
  readonly authentication?: 'private_key_jwt' | 'tls_client_auth'
  readonly wait: (milliseconds: number) => Promise<void>
}): FapiClient => {
  const { clientId, signer, recorder, metadata } = given

  /** The letter is written when its turn comes: what it signs holds for a minute. */
  const send = (write: () => Promise<Letter>): Promise<Exchange> =>
    recorder.send(async () => {
      const letter = await write()
      return draftOf({ ...letter, certificate: letter.certificate ?? given.certificate })
    })

  const assertion = (options?: PushOptions['assertion']): Promise<string> => {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: clientId,
      sub: clientId,
      aud: metadata.issuer,
      jti: randomUUID(),
      iat: now,
      nbf: now,
      exp: now + assertionSeconds,
    }
    return signer.sign(options?.claims?.(claims) ?? claims, options?.signing)
  }

  const authenticated = async (options?: PushOptions['assertion']): Promise<Form> =>
    given.authentication === 'tls_client_auth'
      ? { client_id: clientId }
      : { client_assertion_type: assertionType, client_assertion: await assertion(options) }

  const requestClaims = (request: AuthorizationRequest, verifier: string, responseType: string) => {
    const now = Math.floor(Date.now() / 1000)
    return {
      iss: clientId,
      aud: metadata.issuer,
      client_id: clientId,
      response_type: responseType,
      redirect_uri: given.redirectUri,
      scope: request.scope,
      state: random(),
      nonce: random(),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      jti: randomUUID(),
      iat: now,
      nbf: now,
      exp: now + requestObjectSeconds,
      ...(request.authorizationDetails && { authorization_details: request.authorizationDetails }),
      ...(request.claims && { claims: request.claims }),
    }
  }

  return {
    id: clientId,
    signer,
    async request(request, options) {
      const codeVerifier = random()
      const usual = requestClaims(request, codeVerifier, hybrid)
      const claims = options.claims?.(usual) ?? usual
      const query = {
        client_id: clientId,
        response_type: hybrid,
        scope: request.scope,
        ...(given.redirectUri === undefined ? {} : { redirect_uri: given.redirectUri }),
        request: await signer.sign(claims, options.signing),
      }
      return { consentId: request.consentId, claims, codeVerifier, query }
    },
    async push(request, options, speaker) {
      const { par: endpoint } = metadata
      if (endpoint === undefined) throw new Error('the server has no endpoint for pushed authorization requests')
      let codeVerifier = ''
      let claims: Readonly<Record<string, unknown>> = {}
      const attempt = (purpose: string): Promise<Exchange> =>
        send(async () => {
          codeVerifier = random()
          const usual = requestClaims(request, codeVerifier, 'code')
          claims = options.claims?.(usual) ?? usual
          const form = {
            ...(await authenticated(options.assertion)),
            request: await signer.sign(claims, options.signing),
          }
          return {
            endpoint,
            operation: 'POST /par',
            form: options.form?.(form) ?? form,
            speaker,
            purpose,
            certificate: options.certificate,
            method: options.method,
            mediaType: options.mediaType,
          }
        })
      const par = await askAgain(attempt, { purpose: options.purpose, wait: given.wait, safe: false })
      const answer = json(par.response) as { request_uri?: unknown; expires_in?: unknown } | undefined
      const seconds = secondsOf(answer?.expires_in)
      const requestUri = typeof answer?.request_uri === 'string' ? answer.request_uri : undefined
      return {
        consentId: request.consentId,
        claims,
        par,
        codeVerifier,
        query: { client_id: clientId, request_uri: requestUri ?? '' },
        ...(requestUri === undefined ? {} : { requestUri }),
        ...(seconds === undefined ? {} : { expiresIn: seconds }),
      }
    },
    grant(grant, speaker, purpose, { assertion: spoiled, form: change, ...other } = {}) {
      const attempt = (why: string): Promise<Exchange> =>
        send(async () => {
          const usual = { ...grant, ...(await authenticated(spoiled)) }
          const form = change?.(usual) ?? usual
          return { ...other, endpoint: metadata.token, operation: 'POST /token', form, speaker, purpose: why }
        })
      return askAgain(attempt, { purpose, wait: given.wait, safe: false })
    },
  }
}
