import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../engine/package.ts'
import { personalIn, placesOf } from '../../engine/redact/learn.ts'
import { exchange } from '../../testing/exchange.ts'
import { personal } from './personal.ts'

const published = readFileSync(join(packageRoot, 'schemas/uae/v2.1/account-information.json'), 'utf8')

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
