import { type Consent, consentBody } from '../consents.ts'
import { isObject } from '../policy/values.ts'
import { badRequest, type Call, type Outcome } from './call.ts'
import { messageOf } from './signed-request.ts'

const revokers: readonly string[] = ['TPP', 'TPP.InitiatedByUser', 'LFI', 'LFI.InitiatedByUser']

const view = (call: Call, consent: Consent): unknown =>
  consentBody(consent, `${call.setting.resources}/account-access-consents/${encodeURIComponent(consent.id)}`)

/** Another client's consent and one that nobody made are answered alike. */
const consentOf = (call: Call): Consent | Outcome => {
  const consent = call.setting.consents.find(call.path.ConsentId ?? '')
  return consent?.clientId === call.client.id
    ? consent
    : badRequest('Consent.Invalid', 'This client has no consent of that ConsentId.', 'ConsentId')
}

const isConsent = (value: Consent | Outcome): value is Consent => 'pushed' in value

/** `GET /account-access-consents` */
export const listConsents = (call: Call): Outcome => {
  const base = call.url.searchParams.get('baseConsentId')
  if (base === null || base === '') {
    return badRequest('Resource.InvalidFormat', 'The query parameter baseConsentId is missing.', 'baseConsentId')
  }
  const consents = call.setting.consents.list(call.client.id, base)
  return { status: 200, value: consents.map((consent) => view(call, consent)) }
}

/** `GET /account-access-consents/{ConsentId}` */
export const readConsent = (call: Call): Outcome => {
  const consent = consentOf(call)
  return isConsent(consent) ? { status: 200, value: view(call, consent) } : consent
}

interface Patch {
  readonly revokedBy?: string
  readonly revokes: boolean
  readonly webhook?: Readonly<Record<string, unknown>>
}

const onlyHas = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name))

const isWebhook = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) &&
  onlyHas(value, ['Url', 'IsActive']) &&
  ['string', 'undefined'].includes(typeof value.Url) &&
  ['boolean', 'undefined'].includes(typeof value.IsActive)

/** What a patch asks for, or the member that it may not have. */
const patchOf = (body: unknown): Patch | string => {
  if (!isObject(body) || !onlyHas(body, ['Data', 'Subscription']) || Object.keys(body).length === 0) return '$'
  const { Data: data, Subscription: subscription } = body
  if (data !== undefined) {
    if (!isObject(data) || !onlyHas(data, ['Status', 'RevokedBy'])) return 'Data'
    if (data.Status !== 'Revoked') return 'Data.Status'
    if (data.RevokedBy !== undefined && !revokers.includes(String(data.RevokedBy))) return 'Data.RevokedBy'
  }
  if (subscription !== undefined) {
    if (!isObject(subscription) || !onlyHas(subscription, ['Webhook'])) return 'Subscription'
    if (!isWebhook(subscription.Webhook)) return 'Subscription.Webhook'
  }
  return {
    revokes: data !== undefined,
    ...(isObject(data) && typeof data.RevokedBy === 'string' && { revokedBy: data.RevokedBy }),
    ...(isObject(subscription) && isWebhook(subscription.Webhook) && { webhook: subscription.Webhook }),
  }
}

/** `PATCH /account-access-consents/{ConsentId}` */
export const patchConsent = async (call: Call): Promise<Outcome> => {
  const consent = consentOf(call)
  if (!isConsent(consent)) return consent
  const body = await messageOf(call)
  if ('status' in body) return body
  const patch = patchOf(body.message)
  if (typeof patch === 'string') {
    return badRequest('Body.InvalidFormat', `${patch} is not as a patch of a consent has it.`, patch)
  }
  const known = isObject(consent.subscription?.Webhook) ? consent.subscription.Webhook : {}
  const changed = call.setting.consents.change(consent.id, {
    ...(patch.revokes && { status: 'Revoked' }),
    ...(patch.revokedBy !== undefined && { revokedBy: patch.revokedBy }),
    ...(patch.webhook && { subscription: { Webhook: { ...known, ...patch.webhook } } }),
  })
  return changed
    ? { status: 204 }
    : badRequest('Consent.Invalid', `The consent is ${consent.status} and stays so.`, 'Data.Status')
}
