import { at } from '../../../../checks/body.ts'
import { succeeded } from '../../../../checks/status.ts'
import { type Exchange, json } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { probe } from '../../../baseline/probe.ts'
import { signedJson } from '../../signed.ts'
import { type Tried, tryEach } from '../../tried.ts'
import { withAmount } from './ask-for-consents.ts'

type Json = Readonly<Record<string, unknown>>

/** The operations of one kind of payment. */
export interface Steps {
  readonly consent: string
  /** Only of payments at once. */
  readonly funds?: string
  readonly pay: string
  readonly read: string
  readonly details: string
  /** The id of a payment: the member of `Data` that holds it, and the parameter of paths. */
  readonly id: { readonly member: string; readonly parameter: string }
}

/** A payment that a user agreed to, from the consent to its end, and attempts at others. `baseline` is the payment, or its refusal. */
export interface Paid extends Tried {
  readonly consent: Exchange
  readonly funds?: Exchange
  /** The payment, read by the client without the user, and its details; not where there was none. */
  readonly read?: Exchange
  readonly detailed?: Probe
}

const requestOf = (par: Exchange): Json => {
  const body = json({ body: par.request.body ?? '' })
  if (at(body, 'Data', 'Initiation') === undefined) throw new Inconclusive('the request for the consent cannot be read')
  return body as Json
}

const instruction = (ConsentId: string, body: Json): Json => ({
  ...body,
  Data: { ConsentId, Initiation: at(body, 'Data', 'Initiation') },
})

/** A consent to the same payment that nobody has agreed to. */
const waiting = async (session: Session): Promise<{ readonly id: string; readonly body: Json }> => {
  const { consentId, par } = await session.push({ purpose: 'a consent to pay that nobody gives' })
  return { id: consentId, body: requestOf(par) }
}

/** Pays as the user agreed, after attempts to pay something else, and without an agreement. */
export const makePayment = async (session: Session, steps: Steps): Promise<Paid> => {
  const { push, consentId } = await session.journey()
  const path = { ConsentId: consentId }
  const consent = await session.call(steps.consent, { purpose: 'read the consent to pay', token: 'client', path })
  const funds = steps.funds && (await session.call(steps.funds, { purpose: 'whether there are funds', path }))
  const before = { consent, ...(funds && { funds }) }
  const good = instruction(consentId, requestOf(push.par))
  const headers = () => ({ 'x-idempotency-key': crypto.randomUUID() })
  const other = await waiting(session)
  const probes = await tryEach(session, steps.pay, {}, [
    {
      of: 'BH-PIS-002',
      name: 'a consent that nobody gave',
      headers: headers(),
      body: signedJson(instruction(other.id, other.body)),
    },
    { of: 'BH-PIS-003', name: 'another amount', headers: headers(), body: signedJson(withAmount(good, '1.501')) },
  ])
  const paid = await session.call(steps.pay, { purpose: 'pay', headers: headers(), body: signedJson(good) })
  // A payment that was not agreed to may have used the consent up: what came of that is evidence all the same.
  if (!succeeded(paid)) return { baseline: paid, probes, ...before }
  const one = { [steps.id.parameter]: String(at(json(paid.response), 'Data', steps.id.member)) }
  const read = await session.call(steps.read, { purpose: 'read the payment', token: 'client', path: one })
  // Details are optional: where there are none, nobody minds.
  const detailed = await probe('details', () =>
    session.call(steps.details, { purpose: 'details', token: 'client', path: one }),
  )
  return { baseline: paid, probes, ...before, read, detailed }
}
