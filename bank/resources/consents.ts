import { type Consent, consentBody } from '../consents.ts'
import { isObject } from '../policy/values.ts'
import { badRequest, type Call, forbidden, type Outcome } from './call.ts'
import { messageOf } from './signed-request.ts'

const revokers: readonly string[] = ['TPP', 'TPP.InitiatedByUser', 'LFI', 'LFI.InitiatedByUser']

const view = (call: Call, consent: Consent): unknown =>
  consentBody(consent, `${call.setting.resources}/account-access-consents/${encodeURIComponent(consent.id)}`)

/** Another client's consent and one that nobody made are answered alike. */
const consentOf = (call: Call): Consent | Outcome => {
  const consent = call.setting.consents.find(call.path.ConsentId ?? '')
  const shown = consent?.clientId === call.client.id || call.setting.misbehaves('consents-open-to-every-client')
  return consent !== undefined && shown
    ? consent
    : badRequest('Consent.Invalid', 'This client has no consent of that ConsentId.', 'ConsentId')
}

const isConsent = (value: Consent | Outcome): value is Consent => 'pushed' in value

/** `GET /account-access-consents` */
export const listConsents = (call: Call): Outcome => {
  const { consents, misbehaves } = call.setting
  const base = call.url.searchParams.get('baseConsentId')
  if (base === null || base === '') {
    return misbehaves('consents-listed-without-base')
      ? { status: 200, value: [] }
      : badRequest('Resource.InvalidFormat', 'The query parameter baseConsentId is missing.', 'baseConsentId')
  }
  const found = consents.list(call.client.id, (consent) => consent.pushed.BaseConsentId === base)
  const known = consents.find(base) !== undefined
  if (known && misbehaves('base-consent-forgotten')) return { status: 200, value: [] }
  const shown = !known && misbehaves('unknown-base-lists-all') ? consents.list(call.client.id, () => true) : found
  return { status: 200, value: shown.map((consent) => view(call, consent)) }
}

/** `GET /account-access-consents/{ConsentId}` */
export const readConsent = (call: Call): Outcome => {
  const consent = consentOf(call)
  if (!isConsent(consent)) return consent
  return consent.status === 'Authorized' && call.setting.misbehaves('consent-needs-a-user')
    ? forbidden('AccessToken.InvalidScope', 'A consent that was given is shown to its user.')
    : { status: 200, value: view(call, consent) }
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

const change = ({ setting, ...call }: Call, consent: Consent, patch: Patch): Outcome => {
  const { consents, misbehaves } = setting
  if (consent.status === 'Revoked' && patch.revokes && misbehaves('revoked-twice')) {
    consents.change(consent.id, { ...(patch.revokedBy !== undefined && { revokedBy: patch.revokedBy }) })
    return { status: 204 }
  }
  const known = isObject(consent.subscription?.Webhook) ? consent.subscription.Webhook : {}
  const revokedBy = misbehaves('revoked-by-somebody-else') ? 'LFI' : patch.revokedBy
  const changed = consents.change(consent.id, {
    ...(patch.revokes && { status: 'Revoked' }),
    ...(patch.revokes && revokedBy !== undefined && { revokedBy }),
    ...(patch.webhook && { subscription: { Webhook: { ...known, ...patch.webhook } } }),
  })
  if (!changed) return badRequest('Consent.Invalid', `The consent is ${consent.status} and stays so.`, 'Data.Status')
  if (patch.webhook && misbehaves('patch-reopens-consent')) consents.reopen(consent.id)
  return patch.revokes && misbehaves('revocation-with-body')
    ? { status: 200, value: view({ setting, ...call }, consents.find(consent.id) ?? consent) }
    : { status: 204 }
}

/** `PATCH /account-access-consents/{ConsentId}` */
export const patchConsent = async (call: Call): Promise<Outcome> => {
  const consent = consentOf(call)
  if (!isConsent(consent)) return consent
  const body = await messageOf(call)
  if ('status' in body) return call.setting.misbehaves('broken-json-patched') ? { status: 204 } : body
  const patch = patchOf(body.message)
  if (patch === 'Data.Status' && call.setting.misbehaves('any-status-patched')) return { status: 204 }
  const unfit = typeof patch === 'string' && patch.startsWith('Subscription')
  if (unfit && call.setting.misbehaves('unfit-body-patched')) return { status: 204 }
  const refusesSubscription = call.setting.misbehaves('subscription-patch-refused')
  if (typeof patch === 'string' || (!patch.revokes && refusesSubscription)) {
    const path = typeof patch === 'string' ? patch : 'Data'
    return badRequest('Body.InvalidFormat', `${path} is not as a patch of a consent has it.`, path)
  }
  return change(call, consent, patch)
}
