import { expect, it } from 'vitest'
import { applicationOf, goodAudit, webhook } from './applicant.ts'
import { openingContract } from './contracts.ts'
import { olderOpening, openAccount, openingOfGuide, openingStatus, patchOpening } from './operations.ts'

const [now, older] = [openingContract('v2.1'), openingContract(olderOpening)]

it('knows the address of the guide in version 2.0 alone', () => {
  expect([...now.operations.keys()]).toEqual([openAccount, openingStatus, patchOpening])
  expect([...older.operations.keys()]).toEqual([openAccount, openingStatus, openingOfGuide])
  expect(older.operations.get(openingOfGuide)).toMatchObject({
    id: openingOfGuide,
    method: 'GET',
    path: '/accounts/{AccountId}',
  })
})

it('judges an answer there as at the address of the document', () => {
  for (const body of [{ Data: {}, Links: {}, Meta: {} }, {}]) {
    const faults = older.faults(openingStatus, 200, 'application/json', body)
    expect(faults?.length).toBeGreaterThan(0)
    expect(older.faults(openingOfGuide, 200, 'application/json', body)).toEqual(faults)
  }
  expect(older.faults(openingOfGuide, 400, 'application/json', {})).toHaveLength(1)
})

it('is read once', () => {
  expect(openingContract(olderOpening)).toBe(older)
  expect(openingContract('v2.1')).toBe(now)
})

it.each([now, older])('takes what the suite sends as good: $version', ({ faultsOf }) => {
  const sent = [
    { Data: applicationOf({}) },
    { Data: { ...applicationOf({}), DataSharingAudit: [goodAudit] } },
    { Data: applicationOf({}), Subscription: { Webhook: { Url: webhook, IsActive: true } } },
    { Data: applicationOf({ fxQuoteId: crypto.randomUUID() }) },
  ]
  for (const message of sent) expect(faultsOf('AECreateAccountRequestBody1', message)).toEqual([])
})

it('takes the person whom a profile names', () => {
  const data = applicationOf({ applicantGivenName: 'Maha', applicantIban: 'AE1', applicantAddress: 'Street 1' })
  expect(data).toMatchObject({
    Account: { Identification: 'AE1', Name: 'Maha Almutakhayyala' },
    Party: { Claims: { GivenName: 'Maha', ResidentialAddress: { AddressLine: ['Street 1'] } } },
  })
  expect(data).not.toHaveProperty('LinkedOperations')
})
