import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../engine/package.ts'
import { personalIn, placesOf } from '../../engine/redact/learn.ts'
import { exchange } from '../../testing/exchange.ts'
import { personal } from './personal.ts'

const published = ['account-information', 'product', 'account-opening-service-initiation']
  .map((name) => readFileSync(join(packageRoot, `schemas/uae/v2.1/standards/${name}.json`), 'utf8'))
  .join('\n')

it('names members of the contracts', () => {
  const members = personal.flatMap(({ path }) => (path.startsWith('**.') && path !== '**.sub' ? path.split('.') : []))
  const unknown = members.filter((name) => !name.startsWith('*') && !published.includes(`"${name}"`))
  // What banks add of their own.
  expect(unknown).toEqual(['dob'])
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

it('finds everybody in a lead, as it is sent and as it is answered', () => {
  const Data = {
    Name: { GivenName: 'Salma', LastName: 'Haddad' },
    Email: 'salma@example.com',
    EmiratesId: '784-1990-0000000-2',
    PhoneNumber: '+971510000000',
    ResidentialAddress: { AddressLine: ['1 Example Street'], Country: 'AE' },
    LeadInformation: 'call her after six',
    ProductCategories: ['Finance'],
  }
  const people = [
    'Salma',
    'Haddad',
    'salma@example.com',
    '784-1990-0000000-2',
    '+971510000000',
    '1 Example Street',
    'AE',
    'call her after six',
  ]
  const found = (one: ReturnType<typeof exchange>) => personalIn(one, placesOf(personal)).map(({ value }) => value)
  expect(found(exchange({ operation: 'POST /leads', body: { Data: { LeadId: 'l1', ...Data } } }))).toEqual(people)
  const answered = exchange({ operation: 'POST /leads', status: 400 })
  const request = {
    ...answered.request,
    headers: [['content-type', 'application/json']] as const,
    body: JSON.stringify({ Data }),
  }
  expect(found({ ...answered, request })).toEqual(people)
  const business = { Data: { Name: { BusinessName: 'Haddad Trading' } } }
  expect(found(exchange({ body: business }))).toEqual(['Haddad Trading'])
})

it('leaves where cash machines stand', () => {
  const Location = { PostalAddress: { AddressType: 'Business', TownName: 'Dubai' }, GeoLocation: { Latitude: '25.25' } }
  expect(personalIn(exchange({ body: { Data: [{ ATMId: '1', Location }] } }), placesOf(personal))).toEqual([])
})

it('finds whom an account is opened for, and leaves how far that has come', () => {
  const request = {
    Account: { SchemeName: 'IBAN', Identification: 'AE00-9', Name: 'Maha Ghaf' },
    Party: { Claims: { IdentityType: 'Person', Surname: 'Ghaf', EmiratesId: '784-1900' } },
    DataSharingAudit: [{ JSONPath: '$.Data.Party.Claims.Surname', Action: 'Updated', OriginalValue: 'Sidr' }],
  }
  const told = {
    Data: { AccountId: 'o1', OpeningStatus: 'AwaitingUserInput', AdditionalStatusInformation: 'ask Maha' },
    Links: { Self: 'https://bank.example/o1', AccountOpeningRedirectUrl: 'https://bank.example/go?for=maha' },
  }
  const found = (message: unknown) =>
    personalIn(exchange({ jws: { claims: { message } } }), placesOf(personal)).map(({ value }) => value)
  expect(new Set(found({ Data: request }))).toEqual(new Set(['AE00-9', 'Maha Ghaf', 'Ghaf', '784-1900', 'Sidr']))
  expect(new Set(found(told))).toEqual(new Set(['ask Maha', 'https://bank.example/go?for=maha']))
})

it('finds identity and birth at any depth', () => {
  const Holder = { EmiratesId: '784-1900', dob: '1990-01-01', DateOfBirth: '1990-01-02' }
  const answered = exchange({ body: { Data: [{ Holder }] } })
  expect(personalIn(answered, placesOf(personal)).map(({ kind }) => kind)).toEqual(['identity', 'birth', 'birth'])
})
