import { at } from '../../../../checks/body.ts'
import type { Replay } from '../../../../checks/idempotency.ts'
import { json } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type SentBody, type Session } from '../../../../engine/session.ts'
import { baseline } from '../../../baseline/ask.ts'
import { onePayment } from '../../needs.ts'
import { createPaymentConsent, paymentConsent } from '../../operations.ts'
import { signedJson } from '../../signed.ts'
import { type Attempt, type Tried, tryEach } from '../../tried.ts'

/** Attempts at consents to pay, and the same key used twice. */
export interface AskedToPay extends Tried {
  /** The same request with the same key, and what was created, read afterwards. */
  readonly replay: Replay
  /** Another amount with the same key, and the consent of that key, read afterwards. */
  readonly reuse: Replay
  readonly kept: Awaited<ReturnType<Session['call']>>
}

/** What is asked for in Arabic: a payment. */
export const arabic = 'دفعة تجريبية'

type Json = Readonly<Record<string, unknown>>

const within = (body: Json, member: string, value: unknown): Json => {
  const [data, initiation] = [at(body, 'Data') as Json, at(body, 'Data', 'Initiation') as Json]
  return { ...body, Data: { ...data, Initiation: { ...initiation, [member]: value } } }
}

/** The same request for another amount. */
export const withAmount = (body: Json, Amount: string): Json =>
  within(body, 'InstructedAmount', { Amount, Currency: 'BHD' })

const key = (value: string | undefined = crypto.randomUUID()) => ({ 'x-idempotency-key': value })

/** A local instrument that no bank has, unless the profile names one that its bank has not. */
const noInstrument = 'BH.Mizan.None'

const attempts = (body: Json, instrument: string): readonly Attempt[] => {
  const unsigned: SentBody = { text: JSON.stringify(body), mediaType: 'application/json' }
  return [
    { of: 'BH-IDM-001', name: 'no key', headers: { 'x-idempotency-key': undefined } },
    { of: 'BH-IDM-004', name: 'a key of 41 characters', headers: key('k'.repeat(41)) },
    { of: 'BH-IDM-004', name: 'a key of 40 characters', headers: key(crypto.randomUUID().padEnd(40, 'k')) },
    { of: 'BH-JWS-004', name: 'no signature', headers: key(), body: unsigned },
    { of: 'BH-JWS-005', name: 'a broken signature', headers: key(), body: signedJson(body, { signing: 'broken' }) },
    {
      of: 'BH-JWS-005',
      name: 'a signature of another body',
      headers: key(),
      body: signedJson(body, { over: JSON.stringify(withAmount(body, '1.501')) }),
    },
    {
      of: 'BH-AIS-007',
      name: 'an instrument that there is not',
      headers: key(),
      body: signedJson(within(body, 'LocalInstrument', instrument)),
    },
    {
      of: 'BH-NEG-007',
      name: 'a text in Arabic',
      headers: key(),
      body: signedJson(within(body, 'RemittanceInformation', { RemittanceDescription: arabic })),
    },
  ]
}

/** Asks for consents to pay, with good requests and with bad ones. Nobody is ever asked to give one of them. */
export const askForPaymentConsents = scenario({
  id: 'payments/ask-for-consents',
  title: 'ask for consents to pay, with good requests and with bad ones',
  needs: ['payments'],
  operations: [createPaymentConsent, paymentConsent],
  effect: 'changes',
  notInProduction: true,
  async run(session): Promise<AskedToPay> {
    const { par } = await session.push({ purpose: 'a consent to pay', need: onePayment })
    const body = json({ body: par.request.body ?? '' }) as Json | undefined
    if (body === undefined) throw new Inconclusive('the request for a consent to pay cannot be read back')
    const usual = { body: signedJson(body) }
    const instrument = session.samples.unsupportedLocalInstrument ?? noInstrument
    const probes = await tryEach(session, createPaymentConsent, usual, attempts(body, instrument))

    const headers = key()
    const first = await baseline(session, createPaymentConsent, {
      ...usual,
      headers,
      purpose: 'a key for the first time',
    })
    const again = await session.call(createPaymentConsent, { ...usual, headers, purpose: 'the key again' })
    const other = { body: signedJson(withAmount(body, '1.999')), headers, purpose: 'the key for another amount' }
    const reuse = { first, again: await session.call(createPaymentConsent, other) }
    const ConsentId = String(at(json(first.response), 'Data', 'ConsentId'))
    const kept = await session.call(paymentConsent, { purpose: 'the consent of the key', path: { ConsentId } })
    return { baseline: par, probes, replay: { first, again }, reuse, kept }
  },
})
