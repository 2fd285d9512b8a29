import { expect, it } from 'vitest'
import { personalIn, placesOf } from '../../engine/redact/learn.ts'
import { exchange } from '../../testing/exchange.ts'
import { personal } from './personal.ts'

const found = (body: unknown) =>
  personalIn(exchange({ body }), placesOf(personal)).map(({ value, kind }) => `${value}, ${kind}`)

it.each(['cpr', 'CPR', 'Cpr', 'CprNumber'])('a personal number is one at any depth: %s', (name) => {
  expect(found({ [name]: '900101234' })).toEqual(['900101234, identity'])
  expect(found({ Data: { Customer: [{ [name]: 900101234 }] } })).toEqual(['900101234, identity'])
})

it.each(['dob', 'DateOfBirth', 'BirthDate'])('so is a day of birth: %s', (name) => {
  expect(found({ Data: [{ Holder: { [name]: '1990-01-01' } }] })).toEqual(['1990-01-01, birth'])
})

it('finds the people in an answer, and leaves the rest', () => {
  const account = { AccountId: 'a1', Status: 'Active', Account: [{ Identification: 'BH-1', Name: 'Salma Haddad' }] }
  const party = { PartyId: 'p1', FullLegalName: 'Salma Haddad', Address: [{ AddressLine: ['Road 7'], Country: 'BH' }] }
  expect(found({ Data: { Account: [account], Party: [party] } })).toEqual([
    'BH-1, account number',
    'Salma Haddad, name',
    'p1, person',
    'Salma Haddad, name',
    'Road 7, address',
    'BH, address',
  ])
})
