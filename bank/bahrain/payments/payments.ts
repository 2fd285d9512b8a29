import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { badRequest, forbidden } from '../../resources/call.ts'
import type { Json } from '../../resources/money.ts'
import type { Consent, Order } from '../book.ts'
import { type Answer, type Call, own, selfOf, type UserCall } from '../call.ts'
import { bodyOf } from './consents.ts'
import { idempotency } from './idempotency.ts'
import { shownInitiation } from './initiation.ts'
import type { PaymentKind } from './kinds.ts'

const view = (call: Call, kind: PaymentKind, order: Order): unknown => ({
  Data: {
    [kind.idName]: order.id,
    ConsentId: order.consentId,
    CreationDateTime: order.created.toISOString(),
    Status: kind.taken,
    StatusUpdateDateTime: order.created.toISOString(),
    Initiation: shownInitiation(call, order.initiation),
  },
  Links: { Self: `${call.setting.bases.payments}${kind.payments}/${order.id}` },
  Meta: {},
})

/** The consent that a payment names, where it may be paid by it; any of the client's where the bank does not look. */
const consentFor = (call: UserCall, kind: PaymentKind, id: unknown): Consent | Answer => {
  const named = call.setting.book.find(String(id))
  if (named === undefined || named.kind !== kind.kind || named.clientId !== call.client.id) {
    return badRequest('Resource.NotFound', 'There is no consent of that id.', 'Data.ConsentId')
  }
  if (named.status !== 'Authorised' && call.setting.has('bh-unauthorised-consent-pays')) return named
  if (named.status !== 'Authorised') {
    return badRequest('Resource.InvalidConsentStatus', `The consent is ${named.status}.`, 'Data.ConsentId')
  }
  return named.id === call.consent.id ? named : forbidden(own.client, 'The token belongs to another consent.')
}

/** `POST` of a payment. */
export const createPayment =
  (kind: PaymentKind) =>
  (call: UserCall): Answer => {
    const { setting, client } = call
    const body = bodyOf(call)
    if (!('Data' in body)) return body
    const { before, remember } = idempotency(call)
    const known = before()
    if (known?.other) return badRequest('Header.Invalid', 'The key was used for another request.', 'x-idempotency-key')
    const earlier = known && setting.book.ordered(known.id)
    if (earlier) return { status: 201, value: view(call, kind, earlier) }
    const consent = consentFor(call, kind, body.Data.ConsentId)
    if (!('asked' in consent)) return consent
    const { asked } = consent
    const same = isDeepStrictEqual([body.Data.Initiation, body.Risk], [asked.Data.Initiation, asked.Risk])
    if (!same && !setting.has('bh-mismatch-pays')) {
      return badRequest('Resource.ConsentMismatch', 'Initiation or Risk is not that of the consent.', 'Data.Initiation')
    }
    const order: Order = {
      id: randomUUID(),
      clientId: client.id,
      kind: kind.kind,
      consentId: consent.id,
      initiation: body.Data.Initiation as Json,
      created: new Date(),
    }
    setting.book.change(consent.id, { status: 'Consumed' })
    setting.book.order(order)
    remember(order.id)
    return { status: 201, value: view(call, kind, order) }
  }

const orderOf = (call: Call, kind: PaymentKind, parameter: string): Order | Answer => {
  const order = call.setting.book.ordered(call.path[parameter] ?? '')
  return order === undefined || order.kind !== kind.kind || order.clientId !== call.client.id
    ? badRequest('Resource.NotFound', 'There is no payment of that id.', parameter)
    : order
}

const isOrder = (value: Order | Answer): value is Order => 'initiation' in value

/** `GET` of a payment, whose id stands in the path under a name. */
export const readPayment =
  (kind: PaymentKind, parameter: string) =>
  (call: Call): Answer => {
    const order = orderOf(call, kind, parameter)
    if (!isOrder(order)) return order
    return call.setting.has('bh-payment-read-wants-user')
      ? forbidden(own.scope, 'A payment is shown to its user.')
      : { status: 200, value: view(call, kind, order) }
  }

/** `GET` of how the transfers of a payment stand. */
export const readPaymentDetails =
  (kind: PaymentKind, parameter: string) =>
  (call: Call): Answer => {
    const order = orderOf(call, kind, parameter)
    if (!isOrder(order)) return order
    const transfer = {
      PaymentTransactionId: order.id,
      Status: 'AcceptedSettlementInProcess',
      StatusUpdateDateTime: order.created.toISOString(),
    }
    return { status: 200, value: { Data: { PaymentStatus: [transfer] }, Links: selfOf(call), Meta: {} } }
  }
