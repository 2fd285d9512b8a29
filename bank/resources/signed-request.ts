import { compactVerify } from 'jose'
import { isObject } from '../policy/values.ts'
import { badRequest, type Call, type Outcome } from './call.ts'

/** Seconds by which clocks may differ. */
const tolerance = 10

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const claimsFault = (claims: unknown, issuer: string): string | undefined => {
  if (!isObject(claims)) return 'the payload is no object'
  const now = Date.now() / 1000
  if (typeof claims.exp !== 'number' || claims.exp <= now - tolerance) return 'exp is missing or over'
  if (typeof claims.nbf === 'number' && claims.nbf > now + tolerance) return 'nbf lies ahead'
  return claims.iss === undefined || claims.iss === issuer ? undefined : 'iss is not the client'
}

/** The JSON that a request carries: its body, or the `message` of a JWS that the client signed. */
export const messageOf = async (call: Call): Promise<{ readonly message: unknown } | Outcome> => {
  if (call.mediaType !== 'application/jwt') {
    const message = parsed(call.body)
    return message === undefined ? badRequest('Body.InvalidFormat', 'The body is not JSON.') : { message }
  }
  const [header, ...rest] = call.body.split('.')
  if (rest.length !== 2) return badRequest('JWS.Malformed', 'The body is not a compact JWS of three parts.')
  const named = parsed(Buffer.from(header ?? '', 'base64url').toString())
  if (!isObject(named)) return badRequest('JWS.Malformed', 'The header of the JWS is not JSON.')
  if (named.alg !== 'PS256' || named.kid !== call.client.signing.kid) {
    return badRequest('JWS.InvalidHeader', 'The JWS needs alg PS256 and the kid of a key of the client.')
  }
  const verified = await compactVerify(call.body, call.client.signing.publicKey).catch(() => undefined)
  if (verified === undefined)
    return badRequest('JWS.InvalidSignature', 'The signature does not fit the key of the client.')
  const claims = parsed(Buffer.from(verified.payload).toString())
  const fault = claimsFault(claims, call.client.id)
  if (fault !== undefined) return badRequest('JWS.InvalidClaim', `In the JWS ${fault}.`)
  return { message: (claims as Readonly<Record<string, unknown>>).message }
}
