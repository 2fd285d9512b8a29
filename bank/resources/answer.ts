import { CompactSign } from 'jose'
import { isObject } from '../policy/values.ts'
import type { Setting } from '../setting.ts'
import type { Offered } from './accept.ts'
import type { Outcome, ResourceError } from './call.ts'

/** Seconds for which a signed answer holds. */
const life = 300

const day = 86_400

/** The same content without the last element of its first list. */
const shortened = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, -1)
  if (!isObject(value)) return value
  const [first, ...rest] = Object.entries(value)
  return first === undefined ? value : Object.fromEntries([[first[0], shortened(first[1])], ...rest])
}

const sign = async (setting: Setting, clientId: string, message: unknown): Promise<string> => {
  const { misbehaves, issuer, signing } = setting
  const now = Math.floor(Date.now() / 1000) - (misbehaves('signed-body-of-yesterday') ? day : 0)
  const isData = isObject(message) && 'Data' in message
  const claims = {
    ...(misbehaves('signed-body-without-issuer') ? {} : { iss: issuer }),
    aud: [misbehaves('signed-body-for-another') ? 'another-client' : clientId],
    iat: misbehaves('signed-at-in-milliseconds') ? now * 1000 : now,
    nbf: now,
    exp: now + life,
    message: isData && misbehaves('signed-body-with-other-data') ? shortened(message) : message,
  }
  const jws = await new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'PS256', kid: signing.kid })
    .sign(signing.privateKey)
  if (!misbehaves('signed-body-broken')) return jws
  const [header, payload, signature = ''] = jws.split('.')
  return [header, payload, Buffer.from(signature, 'base64url').reverse().toString('base64url')].join('.')
}

/** The content of a body that is signed; undefined for any other body. */
export const signedContent = (body: string, type: string | null | undefined): unknown => {
  if (type !== 'application/jwt') return undefined
  return JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString()).message
}

/** A signed body with another content and all other claims as they were. */
export const signAgain = async ({ signing }: Setting, body: string, message: unknown): Promise<string> => {
  const claims = JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString())
  return new CompactSign(Buffer.from(JSON.stringify({ ...claims, message })))
    .setProtectedHeader({ alg: 'PS256', kid: signing.kid })
    .sign(signing.privateKey)
}

/** The body of an error, as the standard has it. */
export const errorBody = ({ code, message, path }: ResourceError): unknown => ({
  Errors: [{ Code: code, Message: message, ...(path !== undefined && { Path: path }) }],
})

/** Turns an outcome into a response: 200, 201, 400 and 403 with a body, JSON or signed; the others without. */
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
  const isSigned = ('signed' in outcome ? outcome.signed : undefined) ?? offered === 'application/jwt'
  const type = isSigned ? 'application/jwt' : 'application/json; charset=utf-8'
  return new Response(isSigned ? await sign(setting, clientId, value) : JSON.stringify(value), {
    status: outcome.status,
    headers: { 'content-type': type },
  })
}
