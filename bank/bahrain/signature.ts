import { CompactSign, compactVerify } from 'jose'
import { isObject } from '../policy/values.ts'
import { badRequest, type Outcome } from '../resources/call.ts'
import type { Call } from './call.ts'
import type { BahrainSetting } from './setting.ts'

/** Where the private claims of a signature are defined: no page says it, the schemas of events have this host. */
const host = 'http://openbanking.org.bh'

const claims = { iat: `${host}/iat`, iss: `${host}/iss`, tan: `${host}/tan` } as const
const names: readonly string[] = Object.values(claims)
const understood = Object.fromEntries(names.map((name) => [name, true]))

/** The detached signature of the bank over a body (RFC 7515 appendix F). */
export const detachedBy = async (setting: BahrainSetting, body: string): Promise<string> => {
  const jws = await new CompactSign(Buffer.from(body))
    .setProtectedHeader({
      alg: 'PS256',
      kid: setting.signing.kid,
      typ: 'JOSE',
      cty: 'application/json',
      [claims.iat]: Math.floor(Date.now() / 1000),
      [claims.iss]: setting.issuer,
      [claims.tan]: 'mizan.example',
      ...(!setting.has('bh-signature-without-crit') && { crit: [...names] }),
    })
    .sign(setting.signing.privateKey, { crit: understood })
  const [header, , signature] = jws.split('.')
  return `${header}..${signature}`
}

const field = 'x-jws-signature'

const headerOf = (part: string | undefined): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What is wrong with the signature over the body of a request; undefined where nothing is. */
export const signatureFault = async ({ setting, client, headers, body }: Call): Promise<Outcome | undefined> => {
  const sent = headers.get(field)
  if (sent === null) {
    return setting.has('bh-signature-not-demanded')
      ? undefined
      : badRequest('Signature.Missing', `The header ${field} is missing.`, field)
  }
  if (setting.has('bh-signature-not-verified')) return undefined
  const [, protectedHeader, signature] = /^([\w-]+)\.\.([\w-]+)$/.exec(sent) ?? []
  const header = headerOf(protectedHeader)
  if (header === undefined) return badRequest('Signature.Malformed', `${field} is no detached JWS.`, field)
  const missing = names.find((name) => header[name] === undefined)
  if (missing !== undefined) return badRequest('Signature.MissingClaim', `${missing} is missing.`, field)
  if (header.alg !== 'PS256' || header.kid !== client.signing.kid || header[claims.iss] !== client.id) {
    return badRequest('Signature.InvalidClaim', 'alg, kid or iss is not that of the client.', field)
  }
  const jws = `${protectedHeader}.${Buffer.from(body).toString('base64url')}.${signature}`
  const verified = await compactVerify(jws, client.signing.publicKey, { crit: understood }).catch(() => undefined)
  return verified === undefined
    ? badRequest('Signature.Invalid', 'The signature does not fit the body and the key of the client.', field)
    : undefined
}
