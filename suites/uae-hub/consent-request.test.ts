import { expect, it } from 'vitest'
import { uaeGiven } from '../../testing/uae-hub.ts'
import { consentRequest, consentType, revocation } from './consent-request.ts'
import { everything, holdingsOnly, ordersOnly, ownAccounts, smallest, wholeData, withWebhook } from './needs.ts'

const given = { now: new Date('2026-06-01T08:00:00Z'), consentId: 'b5a9e1f0-3c1d-4b6e-8f5a-9d2c7e4f1a00' }

it.each([
  everything,
  wholeData,
  holdingsOnly,
  ordersOnly,
  smallest,
  ownAccounts,
  withWebhook,
  {
    ...smallest,
    fromDate: '2026-01-01',
    toDate: '2026-05-01',
    accountSubTypes: ['Savings'],
    baseConsentId: given.consentId,
  },
])('asks for a consent that the contract takes: %j', (need) => {
  const { scope, authorizationDetails = [] } = consentRequest(need, given)
  expect(scope.split(' ').sort()).toEqual(['accounts', 'openid'])
  expect(authorizationDetails).toHaveLength(1)
  const component = 'AEBankDataSharingRichAuthorizationRequestsV21.AEBankDataSharingAuthorizationDetailsProperties'
  const faults = uaeGiven.contract('authorization-endpoints').faultsOf(component, authorizationDetails[0])
  expect(faults).toEqual([])
  expect(authorizationDetails[0]).toMatchObject({
    type: consentType,
    consent: { ConsentId: given.consentId, ExpirationDateTime: '2026-06-02T08:00:00.000Z' },
  })
})

it('says what a need says', () => {
  const need = { ...withWebhook, baseConsentId: 'consent-0', accountSubTypes: ['Savings'], expiresIn: 90 }
  expect(consentRequest(need, given).authorizationDetails).toMatchObject([
    {
      consent: {
        BaseConsentId: 'consent-0',
        AccountSubType: ['Savings'],
        ExpirationDateTime: '2026-06-01T08:01:30.000Z',
      },
      subscription: { Webhook: { IsActive: true } },
    },
  ])
})

it('revokes with what the contract takes', () => {
  const { operation, path, body } = revocation('consent-1')
  const contract = uaeGiven.contract('account-information')
  expect(contract.operations.has(operation)).toBe(true)
  expect(path).toEqual({ ConsentId: 'consent-1' })
  expect(contract.faultsOf('AEPatchConsent', JSON.parse(body))).toEqual([])
})
