import type { Amend } from '../store.ts'

const day = 86_400

type Claims = Record<string, unknown>

const parts = (jws: string): { header: string; claims: Claims; signature: string } => {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  return { header, claims: JSON.parse(Buffer.from(payload, 'base64url').toString()), signature }
}

/** Whole seconds for which a pushed request may be used: never longer than its request object lives, at least 1. */
export const pushedLife = (requestObject: string, most: number): number => {
  const { exp } = parts(requestObject).claims
  const left = typeof exp === 'number' ? Math.floor(exp - Date.now() / 1000) : most
  return Math.max(1, Math.min(left, most))
}

/** The same request object with a later end. Its signature no longer fits; pushed requests are not verified twice. */
const lengthened = (requestObject: string): string => {
  const { header, claims, signature } = parts(requestObject)
  const later = { ...claims, exp: Math.floor(Date.now() / 1000) + day }
  return [header, Buffer.from(JSON.stringify(later)).toString('base64url'), signature].join('.')
}

/** Gives pushed requests the life of this bank in place of the library's 60 seconds; `forever` gives them a day. */
export const keepPushedRequests =
  (most: number, forever: boolean): Amend =>
  (kind, payload, seconds) => {
    const { request } = payload
    if (kind !== 'PushedAuthorizationRequest' || typeof request !== 'string') {
      return { payload, ...(seconds !== undefined && { seconds }) }
    }
    const life = forever ? day : pushedLife(request, most)
    return {
      payload: {
        ...payload,
        exp: Math.floor(Date.now() / 1000) + life,
        request: forever ? lengthened(request) : request,
      },
      seconds: life,
    }
  }
