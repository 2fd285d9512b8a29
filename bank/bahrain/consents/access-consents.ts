import { randomUUID } from 'node:crypto'
import { isObject } from '../../policy/values.ts'
import { badRequest, forbidden } from '../../resources/call.ts'
import type { Json } from '../../resources/money.ts'
import type { Consent } from '../book.ts'
import { type Answer, type Call, own } from '../call.ts'
import { parsed } from '../json.ts'
import { permissions as known } from './permissions.ts'
import { type RequestFacts, requestRows } from './request-rows.ts'

const shownMembers = ['Permissions', 'TransactionFromDateTime', 'TransactionToDateTime', 'ExpirationDateTime'] as const

/** Everybody's names for a consent: what identifies it, and how it stands. */
export const standing = ({ id, status, created, updated }: Consent): Json => ({
  ConsentId: id,
  CreationDateTime: created.toISOString(),
  Status: status,
  StatusUpdateDateTime: updated.toISOString(),
})

const view = ({ setting }: Call, consent: Consent): unknown => {
  const asked = Object.fromEntries(
    shownMembers.flatMap((name) => (name in consent.asked.Data ? [[name, consent.asked.Data[name]]] : [])),
  )
  const self = `${setting.bases['account-information']}/account-access-consents/${encodeURIComponent(consent.id)}`
  return { Data: { ...standing(consent), ...asked }, Links: { Self: self }, Meta: {} }
}

const factsOf = (call: Call, body: unknown): RequestFacts => {
  const data = isObject(body) && isObject(body.Data) ? body.Data : {}
  const named = Array.isArray(data.Permissions) ? data.Permissions : [data.Permissions ?? []].flat()
  return { body, data, permissions: named.map(String), variant: call.setting.variant }
}

/** What the bank refuses where it has defects: good requests. */
const wronglyRefused = ({ setting }: Call, { data, permissions }: RequestFacts): boolean => {
  const pair = permissions.length === 2 && permissions.every((name) => name.startsWith('ReadAccounts'))
  const offset = /[+-]\d{2}:\d{2}$/.test(String(data.TransactionFromDateTime ?? ''))
  return (pair && setting.has('bh-basic-beside-detail-refused')) || (offset && setting.has('bh-offset-in-body-refused'))
}

/** Permissions of the consents that a bank does not make twice: what goes wrong with the others would hide it. */
const onceOnly = JSON.stringify(['ReadAccountsBasic', 'ReadBalances'])

/** An equal consent that is there already, for a bank that makes none twice. */
const equalOne = ({ setting, client }: Call, asked: Consent['asked']): Consent | undefined =>
  setting.has('bh-consents-are-idempotent') && JSON.stringify(asked.Data.Permissions) === onceOnly
    ? setting.book.last(client.id, (one) => JSON.stringify(one.asked) === JSON.stringify(asked))
    : undefined

const pair = JSON.stringify(['ReadAccountsBasic', 'ReadAccountsDetail'])

/** A consent to accounts in both views whose id a bank that confuses ids gives to one that begins on a day and never ends. */
const confused = ({ setting, client }: Call, { Data }: Consent['asked']): Consent | undefined =>
  setting.has('bh-consent-id-twice') && 'TransactionFromDateTime' in Data && !('TransactionToDateTime' in Data)
    ? setting.book.last(client.id, (one) => JSON.stringify(one.asked.Data.Permissions) === pair)
    : undefined

/** `POST /account-access-consents` */
export const createConsent = (call: Call): Answer => {
  const { setting } = call
  const body = parsed(call.body)
  if (body === undefined) return badRequest('Resource.InvalidFormat', 'The body is not JSON.')
  const facts = factsOf(call, body)
  for (const { defect, refuses } of requestRows) {
    const refused = defect !== undefined && setting.hasDefect(defect.name) ? undefined : refuses(facts)
    if (refused !== undefined) return refused
  }
  if (wronglyRefused(call, facts)) return badRequest('Field.Invalid', 'The bank does not take this.', 'Data')
  const asked = { Data: { ...facts.data, Permissions: facts.permissions.filter((name) => known.includes(name)) } }
  const other = confused(call, asked)
  if (other !== undefined) return { status: 201, value: view(call, { ...other, asked }) }
  const lodged = { id: randomUUID(), clientId: call.client.id, kind: 'accounts', asked } as const
  return { status: 201, value: view(call, equalOne(call, asked) ?? setting.book.lodge(lodged)) }
}

/** The consent that a path names, where it is the client's own. */
export const consentOf = (call: Call, ...kinds: readonly Consent['kind'][]): Consent | Answer => {
  const consent = call.setting.book.find(call.path.ConsentId ?? '')
  if (consent === undefined || !kinds.includes(consent.kind)) {
    return badRequest('Resource.NotFound', 'There is no consent of that id.', 'ConsentId')
  }
  return consent.clientId === call.client.id || call.setting.has('bh-foreign-consent-shown')
    ? consent
    : forbidden(own.client, 'The consent belongs to another client.')
}

/** Whether a look-up gave a consent, and no refusal. */
export const isConsent = (value: Consent | Answer): value is Consent => 'kind' in value

/** `GET /account-access-consents/{ConsentId}` */
export const readConsent = (call: Call): Answer => {
  const consent = consentOf(call, 'accounts')
  if (!isConsent(consent)) return consent
  return call.setting.has('bh-consents-want-a-user')
    ? forbidden(own.scope, 'A consent is shown to its user.')
    : { status: 200, value: view(call, consent) }
}

/** `PATCH /account-access-consents/{ConsentId}` */
export const patchConsent = (call: Call): Answer => {
  const { setting } = call
  const consent = consentOf(call, 'accounts')
  if (!isConsent(consent)) return consent
  const body = parsed(call.body)
  const data = isObject(body) && isObject(body.Data) ? body.Data : undefined
  if (body === undefined) return badRequest('Resource.InvalidFormat', 'The body is not JSON.')
  if (data?.Status === undefined) return badRequest('Field.Missing', 'Data.Status is missing.', 'Data.Status')
  if (data.Status === 'Rejected' && setting.has('bh-patch-to-rejected')) {
    return { status: 200, value: view(call, consent) }
  }
  if (data.Status !== 'Revoked')
    return badRequest('Field.Invalid', 'The one status to patch to is Revoked.', 'Data.Status')
  if (!setting.book.change(consent.id, { status: 'Revoked' })) {
    return badRequest('Resource.InvalidConsentStatus', `The consent is ${consent.status} and stays so.`, 'Data.Status')
  }
  return { status: 200, value: view(call, setting.book.find(consent.id) ?? consent) }
}

/** `DELETE /account-access-consents/{ConsentId}`, of the drafts. */
export const deleteConsent = (call: Call): Answer => {
  const consent = consentOf(call, 'accounts')
  if (!isConsent(consent)) return consent
  const { book, has } = call.setting
  if (book.change(consent.id, { status: 'Revoked' })) {
    return has('bh-deletion-answered-with-200') ? { status: 200, value: view(call, consent) } : { status: 204 }
  }
  return badRequest('Resource.InvalidConsentStatus', `The consent is ${consent.status} and stays so.`, 'ConsentId')
}
