import { createHash } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import { type Consent, permissionsOf } from '../consents.ts'
import { isObject } from '../policy/values.ts'
import type { CommonSetting } from '../setting.ts'
import { type Call, forbidden, type Outcome, type UserCall } from './call.ts'

/** What stands behind an access token that is good for this connection. */
export interface Token {
  readonly grant: 'user' | 'client'
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly consentId?: string
  /** State of the consent when the token was given. */
  readonly consentStatus?: string
  /** What the user granted, by the id of the authorization server. */
  readonly grantId?: string
}

/** Characters of a token that a bank compares which compares too few. */
const beginning = 16

/** No token, or none that is good here. */
interface Unauthorised {
  readonly status: 401
  readonly headers: Readonly<Record<string, string>>
}

const refused = (problem?: string): Unauthorised => ({
  status: 401,
  headers: {
    'www-authenticate':
      problem === undefined ? 'Bearer' : `Bearer error="invalid_token", error_description="${problem}"`,
  },
})

const thumbprint = (socket: TLSSocket): string => {
  const certificate = socket.getPeerX509Certificate()
  return certificate === undefined ? '' : createHash('sha256').update(certificate.raw).digest('base64url')
}

const consentIn = (payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const [first] = Array.isArray(payload.rar) ? payload.rar : []
  const data = isObject(first) && isObject(first.consent) ? first.consent.Data : undefined
  return isObject(data) ? data : {}
}

/** Finds what an `Authorization` header stands for, or says 401: missing, unknown, over, bound to another certificate. */
export const tokenOf = (
  setting: Pick<CommonSetting, 'misbehaves' | 'store'>,
  authorization: string | undefined,
  socket: TLSSocket,
): Token | Unauthorised => {
  const value = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (value === undefined) return refused()
  const sloppy = setting.misbehaves('tampered-token-accepted')
  const payload = setting.store.token((kept) =>
    sloppy ? kept.slice(0, beginning) === value.slice(0, beginning) : kept === value,
  )
  if (payload === undefined) return refused('the token is not known')
  const over = Number(payload.exp) <= Date.now() / 1000
  if (over && !setting.misbehaves('expired-token-accepted')) return refused('the token has expired')
  const presented = thumbprint(socket)
  const bound = payload['x5t#S256'] === presented
  const lenient = presented === '' ? 'certificate-not-needed' : 'token-not-bound'
  if (!bound && !setting.misbehaves(lenient)) return refused('the token belongs to another certificate')
  const { ConsentId: consentId, Status: consentStatus } = consentIn(payload)
  return {
    grant: payload.kind === 'ClientCredentials' ? 'client' : 'user',
    clientId: String(payload.clientId),
    scopes: String(payload.scope ?? '').split(' '),
    ...(typeof consentId === 'string' && { consentId }),
    ...(typeof consentStatus === 'string' && { consentStatus }),
    ...(typeof payload.grantId === 'string' && { grantId: payload.grantId }),
  }
}

const lasting: readonly string[] = ['Revoked', 'Expired', 'Rejected']

const accessFailure = (consent: Consent | undefined): Outcome =>
  forbidden(
    consent === undefined || lasting.includes(consent.status)
      ? 'Consent.PermanentAccountAccessFailure'
      : 'Consent.TransientAccountAccessFailure',
    `The consent is ${consent?.status ?? 'unknown'}; data is given for one that is Authorized.`,
  )

/** Says whether a token may call the operations that take a client's own token with a scope. */
export const clientMay = (token: Token, scope: string): Outcome | undefined =>
  token.grant === 'client' && token.scopes.includes(scope)
    ? undefined
    : forbidden('AccessToken.InvalidScope', `This operation takes a client-credentials token with the scope ${scope}.`)

/** Finds the consent of a user's token; the whole customer for a client's token, where the bank lets that through. */
export const asUser = (call: Call, token: Token): UserCall | Outcome => {
  const { setting } = call
  if (token.grant === 'client') {
    const [customer] = setting.ledger.customers
    const [consent] = setting.misbehaves('client-token-opens-data') ? [stranger(token)] : []
    if (consent === undefined || customer === undefined) {
      return forbidden(
        'AccessToken.InvalidScope',
        'This operation takes the token of a user, got one of the client alone.',
      )
    }
    return { ...call, consent, customer, accounts: customer.accounts.map(({ id }) => id), permits: () => true }
  }
  if (!token.scopes.includes('accounts')) {
    return forbidden('AccessToken.InvalidScope', 'The token does not have the scope accounts.')
  }
  const consent = setting.consents.find(token.consentId ?? '')
  const customer = setting.ledger.customers.find(({ id }) => id === consent?.customer)
  const refreshedSince = token.consentStatus === 'Revoked' && setting.misbehaves('refresh-outlives-consent')
  const revokedYetOpen =
    consent?.status === 'Revoked' && (setting.misbehaves('data-after-revocation') || refreshedSince)
  if (consent === undefined || customer === undefined) return accessFailure(consent)
  if (consent.status !== 'Authorized' && !revokedYetOpen) return accessFailure(consent)
  const granted = permissionsOf(consent)
  const permits = (...anyOf: readonly string[]): boolean => anyOf.some((name) => granted.includes(name))
  return { ...call, consent, customer, accounts: consent.accounts ?? [], permits }
}

/** Stands in for the consent that a client's token has not got. */
const stranger = (token: Token): Consent => ({
  id: '',
  clientId: token.clientId,
  type: '',
  pushed: {},
  status: 'Authorized',
  created: new Date(0),
  updated: new Date(0),
})
