import { CompactSign } from 'jose'
import type { Setting } from '../setting.ts'
import type { Offered } from './accept.ts'
import type { Outcome, ResourceError } from './call.ts'

/** Seconds for which a signed answer holds. */
const life = 300

const sign = (setting: Setting, clientId: string, message: unknown): Promise<string> => {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: setting.issuer, aud: [clientId], iat: now, nbf: now, exp: now + life, message }
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'PS256', kid: setting.signing.kid })
    .sign(setting.signing.privateKey)
}

/** The body of an error, as the standard has it. */
export const errorBody = ({ code, message, path }: ResourceError): unknown => ({
  Errors: [{ Code: code, Message: message, ...(path !== undefined && { Path: path }) }],
})

/** Turns an outcome into a response: 200, 400 and 403 with a body, JSON or signed; the others without. */
export const respond = async (
  setting: Setting,
  outcome: Outcome,
  offered: Offered,
  clientId: string,
): Promise<Response> => {
  const value = 'value' in outcome ? outcome.value : 'error' in outcome ? errorBody(outcome.error) : undefined
  if (value === undefined) {
    const headers = new Headers('headers' in outcome ? outcome.headers : {})
    if (outcome.status !== 204) headers.set('content-length', '0')
    return new Response(null, { status: outcome.status, headers })
  }
  const isSigned = offered === 'application/jwt'
  return new Response(isSigned ? await sign(setting, clientId, value) : JSON.stringify(value), {
    status: outcome.status,
    headers: { 'content-type': isSigned ? offered : `${offered}; charset=utf-8` },
  })
}
