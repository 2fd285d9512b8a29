import { describe, expect, it } from 'vitest'
import { exchange } from '../../testing/exchange.ts'
import { capabilities } from './capabilities.ts'
import { consentCall, consentRequest, revocation } from './consent-request.ts'
import { everything, oneLaterPayment, onePayment, smallest } from './needs.ts'
import { operations } from './operations.ts'
import { permissions } from './permissions.ts'

const now = new Date('2026-06-01T08:00:00Z')
const given = (claims: readonly string[], samples = {}) => ({ now, claims, samples })
const bodyOf = (need: typeof everything, claims: readonly string[] = Object.keys(capabilities), samples = {}) =>
  JSON.parse(consentCall.body(need, given(claims, samples))?.text ?? 'null')

describe('a request for access', () => {
  it('asks for all permissions but whole card numbers where all is claimed', () => {
    expect(bodyOf(everything).Data.Permissions.toSorted()).toEqual(
      permissions.filter((one) => one !== 'ReadPAN').toSorted(),
    )
  })

  it('asks for none that nothing claimed wants', () => {
    expect(bodyOf(everything, ['accounts', 'balances']).Data).toEqual({
      Permissions: ['ReadAccountsBasic', 'ReadAccountsDetail', 'ReadBalances'],
    })
    expect(bodyOf(smallest, ['consents']).Data.Permissions).toEqual(['ReadAccountsBasic'])
  })

  it('says the days, from the beginning of the first to the end of the last', () => {
    expect(bodyOf({ ...smallest, fromDate: '2026-05-03', toDate: '2026-05-06' }).Data).toMatchObject({
      TransactionFromDateTime: '2026-05-03T00:00:00Z',
      TransactionToDateTime: '2026-05-06T23:59:59Z',
    })
  })

  it('has no key, names no account, and leads to the scope accounts', () => {
    expect([consentCall.operation(smallest), consentCall.headers?.(smallest)]).toEqual([
      'POST /account-access-consents',
      {},
    ])
    expect(consentRequest(smallest, { now, consentId: 'c1' })).toEqual({
      scope: 'openid accounts',
      claims: { id_token: { openbanking_intent_id: { value: 'c1', essential: true } } },
    })
  })
})

describe('a request for a payment', () => {
  it('is signed, has a key, and pays whom the profile names', () => {
    const { Initiation } = bodyOf(onePayment, [], { creditorIban: 'BH00TEST' }).Data
    expect(Initiation).toMatchObject({
      InstructedAmount: { Amount: '1.500', Currency: 'BHD' },
      CreditorAccount: { SchemeName: 'BH.OBF.IBAN', Identification: 'BH00TEST' },
    })
    expect(bodyOf(onePayment).Data.Initiation.CreditorAccount.Identification).toBe('BH67BMAG00001299123456')
    expect(consentCall.body(onePayment, given([]))?.detached).toBeDefined()
    expect(consentCall.headers?.(onePayment)).toEqual({ 'x-idempotency-key': expect.stringMatching(/^.{36}$/) })
    expect(consentRequest(onePayment, { now, consentId: 'c1' }).scope).toBe('openid payments')
    expect(consentCall.operation(onePayment)).toBe('POST /domestic-payment-consents')
    expect(Initiation).not.toHaveProperty('RequestedExecutionDateTime')
  })

  it.each([
    ['2026-06-01', '2026-06-07', 'a Saturday'],
    ['2026-06-02', '2026-06-07', 'a Sunday'],
    ['2026-06-07', '2026-06-14', 'a Friday'],
    ['2026-06-25', '2026-06-30', 'a Tuesday'],
  ])('for a day to come, asked for on %s, is for %s, as five days later is %s or right before work', (today, day) => {
    const lodged = { ...given([]), now: new Date(`${today}T23:30:00Z`) }
    const { Data } = JSON.parse(consentCall.body(oneLaterPayment, lodged)?.text ?? 'null')
    expect(Data.Permission).toBe('Create')
    expect(Data.Initiation.RequestedExecutionDateTime).toBe(`${day}T09:00:00Z`)
    expect(consentCall.operation(oneLaterPayment)).toBe('POST /domestic-future-dated-payment-consents')
  })
})

it.each([
  [{ status: 201, body: { Data: { ConsentId: 'c1' } } }, 'c1'],
  [{ status: 400, body: { Data: { ConsentId: 'c1' } } }, undefined],
  [{ status: 201, body: { Data: {} } }, undefined],
])('the id of a consent is in a success', (answer, id) => {
  expect(consentCall.consentId(exchange(answer))).toBe(id)
})

it('a consent ends by PATCH, and in the drafts by DELETE', () => {
  expect(revocation('c1', undefined)).toMatchObject({ body: '{"Data":{"Status":"Revoked"}}' })
  expect(revocation('c1', 'bh-draft-2019')).toEqual({
    operation: 'DELETE /account-access-consents/{ConsentId}',
    path: { ConsentId: 'c1' },
  })
})

it('every operation but that of the drafts belongs to one capability, whose API it is of', () => {
  const owned = Object.values(capabilities).flatMap(({ operations: ids, api }) => ids.map((id) => [id, api]))
  const all = operations.filter(({ variants }) => variants === undefined).map(({ id, api }) => [id, api])
  expect(owned.toSorted()).toEqual(all.toSorted())
})
