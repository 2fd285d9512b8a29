import { constants, randomUUID, verify } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { CompactSign } from 'jose'
import type { tokenBehaviours } from '../defects/token-behaviours.ts'
import type { CommonSetting, RegisteredClient } from '../setting.ts'
import type { Amend } from '../store.ts'
import { bodyOf } from './form.ts'

type Form = Readonly<Record<string, string>>
type Claims = Readonly<Record<string, unknown>>

/** A client assertion as it came, verified or not, and the client that it seems to be of. */
interface Assertion {
  readonly header: Claims
  readonly claims: Claims
  readonly verified: boolean
  readonly client: RegisteredClient | undefined
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const part = (text: string | undefined): Claims => {
  try {
    return JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')) as Claims
  } catch {
    return {}
  }
}

const read = (setting: CommonSetting, jws: string): Assertion => {
  const [protectedHeader, payload, signature = ''] = jws.split('.')
  const claims = part(payload)
  const client = setting.clients.find(({ id }) => id === claims.sub || id === claims.iss)
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  const verified =
    client !== undefined &&
    verify(
      'sha256',
      Buffer.from(`${protectedHeader}.${payload}`),
      { key: client.signing.publicKey, ...padding },
      Buffer.from(signature, 'base64url'),
    )
  return { header: part(protectedHeader), claims, verified, client }
}

const assertionOf = (setting: CommonSetting, { id, signing }: RegisteredClient): Promise<string> => {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: id, sub: id, aud: setting.issuer, jti: randomUUID(), iat: now, nbf: now, exp: now + 60 }
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'PS256', kid: signing.kid })
    .sign(signing.privateKey)
}

/** What a client assertion may be like and yet be taken for a good one, by the defect that lets it. */
const overlooked: Partial<Record<keyof typeof tokenBehaviours, (it: Assertion) => boolean>> = {
  'assertion-algorithms-open': ({ header }) => header.alg !== 'PS256',
  'assertion-kid-ignored': ({ header, client }) => header.alg === 'PS256' && header.kid !== client?.signing.kid,
  'assertion-unverified': ({ header, client, verified }) =>
    header.alg === 'PS256' && header.kid === client?.signing.kid && !verified,
  'assertion-issuer-ignored': ({ claims, client }) => claims.iss !== client?.id || claims.sub !== client?.id,
  'assertion-times-ignored': ({ claims }) => {
    const now = Date.now() / 1000
    return !(Number(claims.exp) > now && Number(claims.nbf) < now + 60)
  },
}

const withAssertion = async (
  setting: CommonSetting,
  form: Form,
  client: RegisteredClient | undefined,
): Promise<Form> => {
  if (client === undefined) return form
  const { client_id: _, ...rest } = form
  return {
    ...rest,
    client_assertion_type: assertionType,
    client_assertion: await assertionOf(setting, client),
  }
}

const mendAssertion = async (setting: CommonSetting, form: Form): Promise<Form> => {
  const { misbehaves, clients } = setting
  const { client_assertion: jws, client_assertion_type: type } = form
  if (jws === undefined || type !== assertionType)
    return misbehaves('assertion-not-needed') ? withAssertion(setting, form, clients[0]) : form
  const it = read(setting, jws)
  const isOn = (name: string): boolean => misbehaves(name as keyof typeof tokenBehaviours)
  const lets = Object.entries(overlooked).some(([name, applies]) => isOn(name) && applies(it))
  if (lets) return withAssertion(setting, form, it.client)
  const foreign = form.client_id !== undefined && form.client_id !== it.client?.id
  if (foreign && misbehaves('assertion-issuer-ignored')) return withAssertion(setting, form, it.client)
  const ahead = Number(it.claims.iat) > Date.now() / 1000 + 3
  return ahead && misbehaves('assertion-ahead-refused') ? { ...form, client_assertion: 'refused' } : form
}

const grants = ['authorization_code', 'refresh_token', 'client_credentials']
const clientCredentials = { grant_type: 'client_credentials', scope: 'accounts' }

const mendGrant = async (setting: CommonSetting, form: Form): Promise<Form> => {
  const { misbehaves, store, clients } = setting
  const { code, refresh_token: refreshToken } = form
  if (misbehaves('grant-type-ignored') && !grants.includes(form.grant_type ?? '')) {
    const { username: _, password: __, ...rest } = form
    return { ...rest, ...clientCredentials }
  }
  if (misbehaves('any-refresh-token-works') && refreshToken !== undefined) {
    const { refresh_token: _, ...rest } = form
    if ((await store.adapter('RefreshToken').find(refreshToken)) === undefined) return { ...rest, ...clientCredentials }
  }
  if (code === undefined) return form
  const given = await store.adapter('AuthorizationCode').find(code)
  const owner = clients.find(({ id }) => id === given?.clientId)
  if (misbehaves('code-verifier-ignored')) {
    const { code_verifier: _, ...rest } = form
    return rest
  }
  if (misbehaves('redirect-uri-of-code-ignored') && owner !== undefined)
    return { ...form, redirect_uri: owner.redirectUri }
  return misbehaves('code-of-another-client') ? withAssertion(setting, form, owner) : form
}

const lenient: readonly (keyof typeof tokenBehaviours)[] = [
  ...(Object.keys(overlooked) as (keyof typeof overlooked)[]),
  'assertion-not-needed',
  'assertion-ahead-refused',
  'grant-type-ignored',
  'any-refresh-token-works',
  'code-verifier-ignored',
  'redirect-uri-of-code-ignored',
  'code-of-another-client',
]

/**
 * Where a defect lets something pass that the library refuses: makes a good form of the one that came, and hands it to
 * `take`, which puts it where the library looks for a body that was read before.
 */
export const mendForm = async (
  setting: CommonSetting,
  request: IncomingMessage,
  take: (form: Form) => void,
): Promise<void> => {
  if (!lenient.some((name) => setting.misbehaves(name))) return
  const form = Object.fromEntries(new URLSearchParams((await bodyOf(request)) ?? ''))
  take(await mendGrant(setting, await mendAssertion(setting, form)))
}

/** Keeps codes without their PKCE challenge when `forget` says so. */
export const forgetChallenges =
  (amend: Amend, forget: boolean): Amend =>
  (kind, payload, seconds) => {
    const { codeChallenge: _, codeChallengeMethod: __, ...rest } = payload
    return amend(kind, forget && kind === 'AuthorizationCode' ? rest : payload, seconds)
  }
