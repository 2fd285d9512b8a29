import { beforeAll, describe, expect, it } from 'vitest'
import { type Exchange, json } from '../../../engine/exchange.ts'
import type { Session } from '../../../engine/session.ts'
import { signedJson } from '../../../suites/bahrain/signed.ts'
import { talk } from '../../../testing/bahrain-bank.ts'
import type { Answered, Asked } from '../../defects/answered.ts'
import { bahrainDefects } from './index.ts'

const wireDefects = bahrainDefects.flatMap((defect) => (defect.kind === 'wire' ? [defect] : []))

type Members = Readonly<Record<string, unknown>>

const bodyOf = ({ response }: Exchange) => json(response) as { readonly Data: Members; readonly Links: Members }

const path = { AccountId: '100100000001' }

/** Everything about accounts that the wire defects touch, once. */
const readings = async (session: Session) => {
  const list = await session.call('GET /accounts/{AccountId}/transactions', { path })
  const { consentId } = await session.journey()
  const consent = { token: 'client', path: { ConsentId: consentId } } as const
  const create = (Permissions: readonly string[]) =>
    session.call('POST /account-access-consents', {
      token: 'client',
      body: { text: JSON.stringify({ Data: { Permissions } }), mediaType: 'application/json' },
    })
  return {
    discovery: await session.discovery(),
    accounts: await session.call('GET /accounts'),
    'accounts without an id': await session.call('GET /accounts', { headers: { 'x-fapi-interaction-id': undefined } }),
    'accounts in JWE': await session.call('GET /accounts', { headers: { accept: 'application/jose+jwe' } }),
    account: await session.call('GET /accounts/{AccountId}', { path }),
    balances: await session.call('GET /accounts/{AccountId}/balances', { path }),
    'page 1': list,
    'page 2': await session.follow(String(bodyOf(list).Links.Next), list),
    consent: await session.call('GET /account-access-consents/{ConsentId}', consent),
    created: await create(['ReadAccountsBasic']),
    'refused consent': await create(['ReadNonsense']),
    'unknown account': await session.call('GET /accounts/{AccountId}', { path: { AccountId: 'nobody' } }),
    forbidden: await session.call('GET /accounts', { token: 'client' }),
    revoked: await session.call('PATCH /account-access-consents/{ConsentId}', {
      ...consent,
      body: { text: JSON.stringify({ Data: { Status: 'Revoked' } }), mediaType: 'application/json' },
    }),
  }
}

/** The same about payments. */
const payments = async (session: Session) => {
  const { push, consentId: ConsentId } = await session.journey()
  const asked = json({ body: push.par.request.body ?? '' }) as { readonly Data: Members; readonly Risk: Members }
  const body = signedJson({ Data: { ConsentId, Initiation: asked.Data.Initiation }, Risk: asked.Risk })
  const consent = '/domestic-payment-consents/{ConsentId}'
  const funds = await session.call(`GET ${consent}/funds-confirmation`, { path: { ConsentId } })
  const paid = await session.call('POST /domestic-payments', { headers: { 'x-idempotency-key': 'key' }, body })
  const DomesticPaymentId = String(bodyOf(paid).Data.DomesticPaymentId)
  return {
    'payment consent': await session.call(`GET ${consent}`, { token: 'client', path: { ConsentId } }),
    'created payment consent': push.par,
    'refused payment consent': await session.call('POST /domestic-payment-consents', {
      token: 'client',
      headers: { 'x-idempotency-key': 'other' },
      body: signedJson({ Data: {} }),
    }),
    funds,
    paid,
    payment: await session.call('GET /domestic-payments/{DomesticPaymentId}', {
      token: 'client',
      path: { DomesticPaymentId },
    }),
  }
}

/** A payment on a day to come, ordered and read. */
const laterPayments = async (session: Session) => {
  const { push, consentId: ConsentId } = await session.journey()
  const asked = json({ body: push.par.request.body ?? '' }) as { readonly Data: Members; readonly Risk: Members }
  const body = signedJson({ Data: { ConsentId, Initiation: asked.Data.Initiation }, Risk: asked.Risk })
  const ordered = await session.call('POST /domestic-future-dated-payments', {
    headers: { 'x-idempotency-key': 'key' },
    body,
  })
  const Id = String(bodyOf(ordered).Data.DomesticFutureDatedPaymentId)
  return {
    'later payment': await session.call('GET /domestic-future-dated-payments/{Id}', { token: 'client', path: { Id } }),
  }
}

const ofList = ['accounts', 'accounts without an id']

/** What each defect changes. That of 429 has nothing to change here. */
const touches: Readonly<Record<string, readonly string[]>> = {
  'bh-self-without-open-banking': ofList,
  'bh-version-of-one-number': ofList,
  'bh-group-of-britain': ofList,
  'bh-balances-linked-elsewhere': ['balances'],
  'bh-self-left-out': ['balances'],
  'bh-link-of-another-name': ofList,
  'bh-self-of-another-resource': ['account'],
  'bh-meta-with-count': ofList,
  'bh-later-page-without-prev': ['page 2'],
  'bh-first-leads-elsewhere': ['page 2'],
  'bh-json-called-text': ofList,
  'bh-jwe-of-three-parts': ['accounts in JWE'],
  'bh-interaction-id-left-out': ['balances'],
  'bh-interaction-id-of-its-own': ['accounts'],
  'bh-generated-id-without-dashes': ['accounts without an id'],
  'bh-retry-after-as-date': [],
  'bh-date-header-of-iso-8601': ofList,
  'bh-payment-unsigned': ['paid'],
  'bh-signature-of-another-body': ['payment'],
  'bh-errors-unsigned': ['refused payment consent'],
  'bh-booking-without-zone': ['page 1', 'page 2'],
  'bh-offset-without-colon': ['balances'],
  'bh-account-without-type': ofList,
  'bh-nickname-empty': ofList,
  'bh-account-listed-twice': ofList,
  'bh-transaction-ids-of-the-moment': ['page 1', 'page 2'],
  'bh-reference-too-long': ['page 1', 'page 2'],
  'bh-account-id-is-its-number': ofList,
  'bh-account-status-unlisted': ofList,
  'bh-scheme-of-no-country': ofList,
  'bh-scheme-of-the-framework-renamed': ofList,
  'bh-scheme-without-namespace': ofList,
  'bh-amount-as-number': ['balances'],
  'bh-amount-of-four-decimals': ['balances'],
  'bh-iban-with-wrong-digits': ofList,
  'bh-balance-type-twice': ['balances'],
  'bh-balance-of-another-account': ['balances'],
  'bh-consent-created-with-200': ['created'],
  'bh-consent-born-authorised': ['created'],
  'bh-consent-shown-narrower': ['consent'],
  'bh-consent-without-creation': ['consent'],
  'bh-consent-read-with-203': ['consent'],
  'bh-consent-with-expiration': ['consent'],
  'bh-consent-updated-before-creation': ['consent'],
  'bh-approval-not-shown': ['consent'],
  'bh-revocation-not-shown': ['revoked'],
  'bh-payment-consent-born-authorised': ['created payment consent'],
  'bh-payment-status-unlisted': ['payment'],
  'bh-future-payment-status-unlisted': ['later payment'],
  'bh-creditor-of-another-scheme': ['payment consent'],
  'bh-funds-available-as-text': ['funds'],
  'bh-error-without-message': ['forbidden', 'unknown account'],
  'bh-error-entry-without-message': ['forbidden', 'unknown account'],
  'bh-error-code-without-namespace': ['forbidden', 'unknown account'],
  'bh-error-path-of-no-field': ['refused consent'],
  'bh-error-of-its-own': ['forbidden'],
  'bh-discovery-without-ps256': ['discovery'],
}

const askedIn = ({ request }: Exchange): Asked => request

const answeredIn = ({ response }: Exchange): Answered => response

let recorded: Readonly<Record<string, Exchange>>

beforeAll(async () => {
  const payment = { permissions: [], payment: { amount: '1.500' } }
  const later = { permissions: [], payment: { amount: '1.500', inDays: 5 } }
  recorded = {
    ...(await talk({}, readings)),
    ...(await talk({ uses: payment }, payments)),
    ...(await talk({ uses: later }, laterPayments)),
  }
}, 120_000)

describe('wire defects', () => {
  it.each(wireDefects.map((defect) => [defect.name, defect] as const))(
    '%s changes what it has to and nothing else',
    (name, { change }) => {
      const changed = Object.entries(recorded).filter(([, one]) => {
        const before = answeredIn(one)
        return JSON.stringify(change(before, askedIn(one))) !== JSON.stringify(before)
      })
      expect(changed.map(([at]) => at).sort()).toEqual(touches[name])
    },
  )

  it('make a payment of a bank that has one be signed for what it then says', { timeout: 120_000 }, async () => {
    const payment = { permissions: [], payment: { amount: '1.500' } }
    const seen = await talk({ uses: payment, defects: ['bh-payment-status-unlisted'] }, payments)
    expect(bodyOf(seen.payment).Data).toMatchObject({ Status: 'Done' })
    expect(seen.payment.facts.detached?.verified).toBe(true)
  })
})
