import { at, carried } from '../../checks/body.ts'
import type { Exchange } from '../../engine/exchange.ts'
import type { ConsentNeed, SentBody } from '../../engine/session.ts'
import type { FapiFacts, Lodged } from '../../engine/standard.ts'
import { capabilities } from './capabilities.ts'
import {
  createConsent,
  createFutureConsent,
  createPaymentConsent,
  deleteConsent,
  operation,
  patchConsent,
} from './operations.ts'
import { signedJson } from './signed.ts'

/** The account that is paid where the profile names none (`samples.creditorIban`): the specimen of the IBAN registry. */
const specimen = 'BH67BMAG00001299123456'

const permissionsFor = (capability: string): readonly string[] =>
  (capabilities[capability]?.operations ?? []).flatMap((id) => operation(id)?.permissions.flat() ?? [])

/**
 * Of the permissions of a need those that something claimed asks for: a bank refuses what it does not support (BH-PRM-002).
 * Who claims nothing that asks for one gets what he needs.
 */
const supported = ({ permissions }: ConsentNeed, claims: readonly string[]): readonly string[] => {
  const wanted = new Set(claims.flatMap(permissionsFor))
  const kept = permissions.filter((one) => wanted.has(one))
  return kept.length > 0 ? kept : permissions
}

/** Body of a request for access to accounts. */
const accessBody = (need: ConsentNeed, claims: readonly string[]): SentBody => ({
  mediaType: 'application/json',
  text: JSON.stringify({
    Data: {
      Permissions: supported(need, claims),
      ...(need.fromDate !== undefined && { TransactionFromDateTime: `${need.fromDate}T00:00:00Z` }),
      ...(need.toDate !== undefined && { TransactionToDateTime: `${need.toDate}T23:59:59Z` }),
    },
  }),
})

/** Days until banks work again, by day of the week: on Friday and Saturday they do not. */
const untilWork: Readonly<Record<number, number>> = { 5: 2, 6: 1 }

/** Noon in Bahrain on a working day, that many days from now or right after. */
const onWorkingDay = (now: Date, days: number): string => {
  const day = new Date(now)
  day.setUTCDate(day.getUTCDate() + days)
  day.setUTCDate(day.getUTCDate() + (untilWork[day.getUTCDay()] ?? 0))
  return `${day.toISOString().slice(0, 10)}T09:00:00Z`
}

/** Body of a request for one payment to an account of the same country, signed. */
const paymentBody = (
  { amount, inDays }: NonNullable<ConsentNeed['payment']>,
  { now, samples }: Pick<Lodged, 'now' | 'samples'>,
): SentBody =>
  signedJson({
    Data: {
      ...(inDays !== undefined && { Permission: 'Create' }),
      Initiation: {
        InstructionIdentification: crypto.randomUUID().slice(0, 30),
        EndToEndIdentification: crypto.randomUUID().slice(0, 30),
        ...(inDays !== undefined && { RequestedExecutionDateTime: onWorkingDay(now, inDays) }),
        InstructedAmount: { Amount: amount, Currency: 'BHD' },
        CreditorAccount: {
          SchemeName: 'BH.OBF.IBAN',
          Identification: samples.creditorIban ?? specimen,
          Name: 'Conformance',
        },
      },
    },
    Risk: { PaymentContextCode: 'PartyToParty' },
  })

/** What the authorization request has to say: the scope, and the id of the consent that the user is asked about. */
export const consentRequest: FapiFacts['consentRequest'] = (need, { consentId }) => ({
  scope: need.payment === undefined ? 'openid accounts' : 'openid payments',
  claims: { id_token: { openbanking_intent_id: { value: consentId, essential: true } } },
})

/** The id of a consent in the answer that created it. */
const consentIdIn = (answer: Exchange): string | undefined => {
  const id = at(carried(answer)?.value, 'Data', 'ConsentId')
  return typeof id === 'string' && answer.response.status < 300 ? id : undefined
}

/** How a consent comes into being: by a POST of the client, before any user is asked. */
export const consentCall: NonNullable<FapiFacts['consentCall']> = {
  operation: ({ payment }) =>
    payment === undefined ? createConsent : payment.inDays === undefined ? createPaymentConsent : createFutureConsent,
  body: (need, lodged) =>
    need.payment === undefined ? accessBody(need, lodged.claims) : paymentBody(need.payment, lodged),
  headers: ({ payment }) => (payment === undefined ? {} : { 'x-idempotency-key': crypto.randomUUID() }),
  consentId: consentIdIn,
}

/** Body of the PATCH that ends a consent. */
export const revoked = JSON.stringify({ Data: { Status: 'Revoked' } })

/** How a client ends a consent: by PATCH, in the drafts by DELETE. */
export const revocation: NonNullable<FapiFacts['revocation']> = (consentId, variant) =>
  variant === 'bh-draft-2019'
    ? { operation: deleteConsent, path: { ConsentId: consentId } }
    : {
        operation: patchConsent,
        path: { ConsentId: consentId },
        body: revoked,
      }
