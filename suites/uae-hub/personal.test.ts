import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../engine/package.ts'
import { personalIn, placesOf } from '../../engine/redact/learn.ts'
import { exchange } from '../../testing/exchange.ts'
import { personal } from './personal.ts'

const published = readFileSync(join(packageRoot, 'schemas/uae/v2.1/standards/account-information.json'), 'utf8')

it('names members of the contract', () => {
  const members = personal.flatMap(({ path }) => (path.startsWith('**.') && path !== '**.sub' ? path.split('.') : []))
  const unknown = members.filter((name) => !name.startsWith('*') && !published.includes(`"${name}"`))
  expect(unknown).toEqual([])
})

it('finds the people in an answer, and leaves the rest', () => {
  const account = {
    AccountId: 'a1',
    Status: 'Active',
    AccountHolderName: 'Salma Haddad',
    AccountIdentifiers: [{ SchemeName: 'IBAN', Identification: 'AE00-1', Name: 'S Haddad' }],
    Servicer: { SchemeName: 'BICFI', Identification: 'BANKAEAD' },
  }
  const transaction = {
    TransactionId: 't1',
    TransactionInformation: 'rent for Salma',
    CreditorAccount: [{ SchemeName: 'IBAN', Identification: 'AE00-2', Name: 'Omar Aziz' }],
    MerchantDetails: { MerchantName: 'Corner Shop' },
  }
  const answered = exchange({ body: { Data: { Account: [account], Transaction: [transaction] } } })
  expect(personalIn(answered, placesOf(personal)).map(({ value }) => value)).toEqual([
    'Salma Haddad',
    'AE00-1',
    'S Haddad',
    'rent for Salma',
    'AE00-2',
    'Omar Aziz',
  ])
})

it('finds whom an account pays, and what for', () => {
  const creditor = {
    CreditorAccount: [{ SchemeName: 'IBAN', Identification: 'AE00-3' }],
    AccountHolderName: 'Huda Karim',
  }
  const Data = {
    AccountId: 'a1',
    Beneficiary: [{ BeneficiaryId: 'b1', Reference: 'for Huda', ...creditor }],
    StandingOrder: [{ StandingOrderId: 's1', Frequency: 'Daily', Purpose: 'a gift', CreditorReference: 'flat 1' }],
    ScheduledPayment: [{ ScheduledPaymentId: 'p1', DebtorReference: 'for her' }],
    DirectDebit: [{ DirectDebitId: 'd1', MandateIdentification: 'm-1', Name: 'Club of Huda', Frequency: 'Daily' }],
  }
  expect(personalIn(exchange({ body: { Data } }), placesOf(personal)).map(({ value }) => value)).toEqual([
    'for Huda',
    'AE00-3',
    'Huda Karim',
    'a gift',
    'flat 1',
    'for her',
    'm-1',
    'Club of Huda',
  ])
})

it('finds everything that is claimed about a party, and who it is', () => {
  const party = {
    PartyId: 'p-1',
    PartyNumber: '77',
    VerifiedClaims: [{ Claims: { FullName: 'Salma Haddad', Salary: 9000 } }],
  }
  const found = (Party: unknown) =>
    personalIn(exchange({ body: { Data: { Party } } }), placesOf(personal)).map(({ value }) => value)
  for (const values of [found(party), found([{ ...party, AccountRole: 'Principal' }])])
    expect(values).toEqual(expect.arrayContaining(['p-1', '77', 'Salma Haddad', '9000']))
})
