import { randomUUID } from 'node:crypto'
import { availableBalance } from '../../ledger/ledger.ts'
import { isObject } from '../../policy/values.ts'
import { badRequest, forbidden } from '../../resources/call.ts'
import type { Json } from '../../resources/money.ts'
import type { Consent } from '../book.ts'
import { type Answer, type Call, own, selfOf, type UserCall } from '../call.ts'
import { consentOf, isConsent, standing } from '../consents/access-consents.ts'
import { parsed } from '../json.ts'
import { idempotency } from './idempotency.ts'
import { initiationFault, shownInitiation } from './initiation.ts'
import type { PaymentKind } from './kinds.ts'

const view = (call: Call, kind: PaymentKind, consent: Consent): unknown => {
  const { Data, Risk } = consent.asked
  const more = Object.fromEntries(kind.more.flatMap((name) => (name in Data ? [[name, Data[name]]] : [])))
  return {
    Data: { ...standing(consent), ...more, Initiation: shownInitiation(call, Data.Initiation as Json) },
    Risk,
    Links: { Self: `${call.setting.bases.payments}${kind.consents}/${consent.id}` },
    Meta: {},
  }
}

/** `Data` and `Risk` of a body, or what it lacks. */
export const bodyOf = (call: Call): { readonly Data: Json; readonly Risk: Json } | Answer => {
  const body = parsed(call.body)
  if (body === undefined) return badRequest('Resource.InvalidFormat', 'The body is not JSON.')
  if (!isObject(body) || !isObject(body.Data)) return badRequest('Field.Missing', 'Data is missing.', 'Data')
  if (!isObject(body.Risk)) return badRequest('Field.Missing', 'Risk is missing.', 'Risk')
  return { Data: body.Data, Risk: body.Risk }
}

/** `POST` of a consent to pay. */
export const createPaymentConsent =
  (kind: PaymentKind) =>
  (call: Call): Answer => {
    const { setting, client } = call
    const body = bodyOf(call)
    if (!('Data' in body)) return body
    const fault = initiationFault(call, kind, body.Data.Initiation)
    if (fault !== undefined) return fault
    const { before, remember } = idempotency(call)
    const known = before()
    const replaces = known?.other === true && setting.has('bh-key-reuse-replaces')
    if (known?.other && !replaces) {
      return badRequest('Header.Invalid', 'The key was used for another request.', 'x-idempotency-key')
    }
    if (known !== undefined && replaces) setting.book.replace(known.id, body)
    const earlier = known && setting.book.find(known.id)
    const consent =
      earlier ?? setting.book.lodge({ id: randomUUID(), clientId: client.id, kind: kind.kind, asked: body })
    remember(consent.id)
    return { status: 201, value: view(call, kind, consent) }
  }

/** `GET` of a consent to pay. */
export const readPaymentConsent =
  (kind: PaymentKind) =>
  (call: Call): Answer => {
    const consent = consentOf(call, kind.kind)
    return isConsent(consent) ? { status: 200, value: view(call, kind, consent) } : consent
  }

/** `GET` of whether there is money for a payment. */
export const confirmFunds = (call: UserCall): Answer => {
  const { consent, accounts, path } = call
  if (consent.id !== path.ConsentId) return forbidden(own.client, 'The token belongs to another consent.')
  if (consent.status !== 'Authorised') {
    return badRequest('Resource.InvalidConsentStatus', `The consent is ${consent.status}.`, 'ConsentId')
  }
  const initiation = consent.asked.Data.Initiation as { readonly InstructedAmount: { readonly Amount: string } }
  const needed = Number(initiation.InstructedAmount.Amount) * 100
  const FundsAvailable = accounts.some((account) => availableBalance(account) >= needed)
  return {
    status: 200,
    value: {
      Data: { FundsAvailableResult: { FundsAvailableDateTime: new Date().toISOString(), FundsAvailable } },
      Links: selfOf(call),
      Meta: {},
    },
  }
}
