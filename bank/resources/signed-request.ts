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

const decoded = (part: string | undefined): unknown => parsed(Buffer.from(part ?? '', 'base64url').toString())

const claimsFault = (claims: unknown, { client, setting }: Call): string | undefined => {
  if (!isObject(claims)) return 'the payload is no object'
  const now = Date.now() / 1000
  const over = typeof claims.exp !== 'number' || claims.exp <= now - tolerance
  if (over && !setting.hasDefect('request-never-ends')) return 'exp is missing or over'
  if (typeof claims.nbf === 'number' && claims.nbf > now + tolerance) return 'nbf lies ahead'
  return claims.iss === undefined || claims.iss === client.id ? undefined : 'iss is not the client'
}

const isGood = async ({ body, client }: Call): Promise<boolean> =>
  (await compactVerify(body, client.signing.publicKey).catch(() => undefined)) !== undefined

/** What is wrong with the outside of a compact JWS: its parts, its header, its signature. */
const wrapperFault = async (call: Call, parts: readonly string[]): Promise<Outcome | undefined> => {
  const { hasDefect } = call.setting
  const cut = parts.length === 2 && hasDefect('request-of-two-segments-taken')
  if (parts.length !== 3 && !cut) return badRequest('JWS.Malformed', 'The body is not a compact JWS of three parts.')
  const named = decoded(parts[0])
  if (!isObject(named)) return badRequest('JWS.Malformed', 'The header of the JWS is not JSON.')
  if (named.alg !== 'PS256' || named.kid !== call.client.signing.kid) {
    return hasDefect('request-algorithms-open')
      ? undefined
      : badRequest('JWS.InvalidHeader', 'The JWS needs alg PS256 and the kid of a key of the client.')
  }
  return cut || hasDefect('request-signature-unread') || (await isGood(call))
    ? undefined
    : badRequest('JWS.InvalidSignature', 'The signature does not fit the key of the client.')
}

/** The JSON that a request carries: its body, or the `message` of a JWS that the client signed. */
export const messageOf = async (call: Call): Promise<{ readonly message: unknown } | Outcome> => {
  if (call.mediaType !== 'application/jwt') {
    const message = parsed(call.body)
    return message === undefined ? badRequest('Body.InvalidFormat', 'The body is not JSON.') : { message }
  }
  const parts = call.body.split('.')
  const wrong = await wrapperFault(call, parts)
  if (wrong !== undefined) return wrong
  const claims = decoded(parts[1])
  const fault = claimsFault(claims, call)
  if (fault !== undefined) return badRequest('JWS.InvalidClaim', `In the JWS ${fault}.`)
  const { message, Data } = claims as Readonly<Record<string, unknown>>
  return message === undefined && call.setting.hasDefect('claims-taken-for-message')
    ? { message: { Data } }
    : { message }
}
