import { expect, it } from 'vitest'
import {
  bahrainAccount,
  bahrainExchange,
  bahrainGiven,
  bahrainRead,
  bahrainTransaction,
} from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, transactions } from '../operations.ts'
import { enumerations } from './enumerations.ts'

const list = (more = {}) => bahrainRead(accounts, { Account: [bahrainAccount('a1', more)] })
const scheme = (SchemeName: string) => list({ Account: [{ SchemeName, Identification: '0001' }] })
const error = (ErrorCode: string) =>
  bahrainExchange(accounts, {
    status: 400,
    body: { Code: '400', Message: 'no', Errors: [{ ErrorCode, Message: 'no' }] },
  })
const booked = (Status: string) => bahrainRead(transactions, { Transaction: [bahrainTransaction('t1', { Status })] })
const place = '/Data/Account/0/Account/0/SchemeName'

proves(
  ruleNamed(enumerations, 'BH-ENU-001'),
  {
    holds: { listed: list(), 'either spelling': booked('InterimPending') },
    breaks: {
      unlisted: [
        list({ AccountType: 'Private' }),
        { at: '/Data/Account/0/AccountType', expected: 'one of Business, Personal', got: '"Private"' },
      ],
      'in small letters': [list({ Status: 'enabled' }), '/Data/Account/0/Status'],
    },
    silent: { 'no value of a list': bahrainRead(accounts, { Account: [] }) },
  },
  bahrainGiven,
)

const country = ruleNamed(enumerations, 'BH-ENU-003')
proves(
  country,
  {
    holds: {
      listed: scheme('BH.OBF.IBAN'),
      'of a bank': scheme('BH.Mizan.Wallet'),
      'of a bank elsewhere': scheme('AE.Mizan.Wallet'),
      'of the framework, unlisted': scheme('BH.OBF.Wallet'),
      'as part of the schemas has it': scheme('XYZ.OBF.IBAN'),
      'a code of an error': error('BH.OBF.Field.Invalid'),
    },
    breaks: {
      'of no country': [
        scheme('QQ.Bank.Wallet'),
        { at: place, expected: 'a value that begins with the code of a country', got: 'QQ.Bank.Wallet' },
      ],
      'of an unknown one': [scheme('ZZ.Bank.Wallet'), place],
      'a code of an error': [error('XYZ.Bank.No'), '/Errors/0/ErrorCode'],
    },
    silent: { 'no such value': list() },
  },
  bahrainGiven,
)

it('values of the framework that no list has are observed', () => {
  expect(country.observe?.(scheme('BH.OBF.Wallet'), bahrainGiven)).toEqual({
    'values that no list of the framework has': 'BH.OBF.Wallet',
  })
  expect(country.observe?.(scheme('BH.OBF.PAN'), bahrainGiven)).toEqual({})
})

proves(
  ruleNamed(enumerations, 'BH-ENU-004'),
  {
    holds: { listed: scheme('BH.OBF.BBAN'), 'another value': scheme('BH.Bank.Wallet') },
    breaks: {
      'that of the framework': [scheme('BH.Bank.BBAN'), { at: place, expected: 'BH.OBF.BBAN', got: 'BH.Bank.BBAN' }],
      'a code of an error': [error('BH.Bank.Field.Invalid'), '/Errors/0/ErrorCode'],
    },
    silent: { 'no such value': list() },
  },
  bahrainGiven,
)

proves(
  ruleNamed(enumerations, 'BH-ENU-005'),
  {
    holds: { 'of the framework': scheme('BH.OBF.IBAN'), 'of a bank, with dots': scheme('BH.Bank.pain.001') },
    breaks: {
      'no namespace': [
        scheme('IBAN'),
        { at: place, expected: 'a string of the pattern ^[A-Z]{2,3}\\.[^.]+\\.(\\S|\\S.*\\S)$', got: '"IBAN"' },
      ],
    },
    silent: { 'no such value': list(), 'a code of an error has another rule': error('Invalid') },
  },
  bahrainGiven,
)
