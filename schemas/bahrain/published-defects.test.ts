import { describe, expect, it } from 'vitest'
import { loadContract } from '../contract.ts'

const contract = loadContract('bahrain/1.0.0', 'account-information')
const payments = loadContract('bahrain/1.0.0', 'payments')

const amount = { Amount: '10', Currency: 'BHD' }
const account = { AccountId: 'a', Currency: 'BHD', AccountType: 'Personal', AccountSubType: 'Savings' }
const iban = { SchemeName: 'BH.OBF.IBAN', Identification: 'BH67BMAG00001299123456' }
const entry = {
  AccountId: 'a',
  CreditDebitIndicator: 'Credit',
  Status: 'Booked',
  BookingDateTime: '2026-11-20T09:30:00+03:00',
  Amount: amount,
}

describe('defects of the published schemas are none of ours', () => {
  it.each(['0', '10', '9999999999999', '10.5', '10.12345'])('an amount may be %s', (text) => {
    expect(contract.faultsOf('AmountText', text)).toEqual([])
    expect(payments.faultsOf('AmountText', text)).toEqual([])
  })

  it.each(['', '-1', '10.', '.5', '10.123456', '100x0', '12345678901234', '1,000', '^1|2'])(
    'an amount may not be "%s"',
    (text) => {
      expect(contract.faultsOf('AmountText', text)).toHaveLength(1)
      expect(payments.faultsOf('AmountText', text)).toHaveLength(1)
    },
  )

  it('a record may have the details, all of them or none', () => {
    expect(contract.faultsOf('Account', account)).toEqual([])
    expect(contract.faultsOf('Account', { ...account, Account: [iban] })).toEqual([])
    expect(contract.faultsOf('Transaction', entry)).toEqual([])
    expect(contract.faultsOf('Transaction', { ...entry, CreditorAccount: iban, TransactionInformation: 'x' })).toEqual(
      [],
    )
  })

  it.each(['BH.OBF.IBAN', 'XYZ.OBF.IBAN', 'BH.Example Bank.Own', 'BH.OBF.pain.001.001.08'])(
    'a code may be %s',
    (code) => {
      expect(contract.faultsOf('Namespaced', code)).toEqual([])
    },
  )

  it.each(['IBAN', 'EFT-CSCT-DNS', 'BH.OBF.', 'BH..IBAN', 'bh.OBF.IBAN', 'BH.OBF. '])(
    'a code may not be "%s"',
    (code) => {
      expect(contract.faultsOf('Namespaced', code)).toHaveLength(1)
    },
  )

  it('a beneficiary needs no type, and no account of its own', () => {
    for (const AccountId of [undefined, null, '', 'a'])
      expect(contract.faultsOf('Beneficiary', { ...(AccountId !== undefined && { AccountId }) })).toEqual([])
  })

  it.each(['Booked', 'Pending', 'Interimpending', 'InterimPending'])('an entry may be %s', (Status) => {
    expect(contract.faultsOf('Transaction', { ...entry, Status })).toEqual([])
  })

  it.each(['QtrDay:ENGLISH', 'QtrDay:SCOTTISH', 'QtrDay:RECEIVED', 'EvryDay', 'IntrvlMnthDay:01:-03'])(
    'the frequency of a standing order may be %s',
    (Frequency) => {
      expect(contract.faultsOf('StandingOrder', { AccountId: 'a', Frequency })).toEqual([])
    },
  )

  it('a consent without Links is not whole', () => {
    const found = contract.faultsOf('ReadAccount', { Data: { Account: [] } })
    expect(found).toEqual([expect.objectContaining({ at: '', keyword: 'required', expected: 'member Links' })])
  })

  it.each([
    ['https://bank.example/open-banking/v1.0/aisp/accounts', []],
    ['HTTPS://Bank.Example:9045/accounts?page=2', []],
    ['www.bank.example', ['format']],
    ['/accounts', ['format']],
    ['https:///accounts', ['format']],
    ['ftp://bank.example/accounts', ['format']],
    ['https://bank.example/a b', ['format']],
  ])('of a link %s the faults are %j', (Self, keywords) => {
    expect(contract.faultsOf('Links', { Self }).map(({ keyword }) => keyword)).toEqual(keywords)
  })
})

describe('a consent of 2019', () => {
  const body = {
    Data: {
      ConsentId: 'von4wel1SVmF8bqVBVzCZA',
      Status: 'AwaitingAuthorisation',
      StatusUpdateDateTime: '2019-07-15T16:59:32+0000',
      CreationDateTime: '2019-07-15T16:59:32+0000',
      Permissions: ['ReadAccountsDetail', 'ReadBalances', 'ReadTransactionsBasic', 'ReadTransactionsDetail'],
      ExpirationDateTime: '2020-06-29T00:00:00+0000',
      TransactionFromDateTime: '2019-05-03T00:00:00+0000',
      TransactionToDateTime: '2019-12-03T00:00:00+0000',
    },
    Links: { Self: 'https://pg:9045/authpage/consentId/von4wel1SVmF8bqVBVzCZA' },
  }
  const places = (found: ReturnType<typeof contract.faultsOf>) =>
    found.map(({ at, format }) => `${at} ${format}`).sort()
  const four = [
    '/Data/CreationDateTime date-time',
    '/Data/StatusUpdateDateTime date-time',
    '/Data/TransactionFromDateTime date-time',
    '/Data/TransactionToDateTime date-time',
  ]

  it('has faults in its dates only, and its expiry is no member of 1.0.0', () => {
    expect(places(contract.faultsOf('AccountAccessConsentResponse', body))).toEqual(four)
    const id = 'POST /account-access-consents'
    expect(contract.undeclared(id, 201, 'application/json', body).map(({ got }) => got)).toEqual([
      expect.stringContaining('ExpirationDateTime'),
    ])
  })

  it('has one more in the drafts of that year, which know the expiry', () => {
    const draft = loadContract('bahrain/1.0.0', 'account-information', 'bahrain/draft-2019')
    expect(places(draft.faultsOf('AccountAccessConsentResponse', body))).toEqual(
      [...four, '/Data/ExpirationDateTime date-time'].sort(),
    )
    expect(draft.undeclared('POST /account-access-consents', 201, 'application/json', body)).toEqual([])
  })
})
