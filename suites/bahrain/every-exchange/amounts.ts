import { finding } from '../../../checks/findings.ts'
import { checkDigitsFit } from '../../../checks/ibans.ts'
import { membersNamed, type Place, placesAt, valueAt } from '../../../checks/places.ts'
import { amountsAreWholeUnits } from '../../../checks/small-units.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { holds, isSuccess, nothingOwnedBy, ofSuccess, successOf } from './answers.ts'

const three = ['BHD', 'KWD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD']

const wholeUnits = amountsAreWholeUnits({
  names: /Amount$|^Fee$/,
  amount: 'Amount',
  currency: 'Currency',
  decimals: Object.fromEntries(three.map((code) => [code, 3])),
})

const ofSuccesses =
  (check: Check): Check =>
  (exchange, given) => {
    const success = successOf(exchange, given)
    return isSuccess(success) ? check(exchange, given) : success
  }

/** The accounts of an answer, and never the agents that keep them. */
const accountsIn = (value: unknown): readonly Place[] => [
  ...placesAt(value, '/Data/Account/*/Account/*'),
  ...membersNamed(value, /^(?:CreditorAccount|DebtorAccount)$/),
]

/** Stars, dots, or a run of X in place of what is not shown; and the masks of a recording. */
const hidden = /[^\p{L}\p{N}\s-]|X{3}|x{3}/u

const ibansFit = ofSuccess(({ value, at }) => {
  const ibans = accountsIn(value).flatMap((account) => {
    const iban = valueAt(account.value, '/Identification')
    const named = valueAt(account.value, '/SchemeName') === 'BH.OBF.IBAN'
    return named && typeof iban === 'string' && !hidden.test(iban) ? [{ place: account.at, iban }] : []
  })
  if (ibans.length === 0) return silent('the answer shows no IBAN')
  return ibans.flatMap(({ place, iban }) => {
    const text = iban.replaceAll(/\s/g, '').toUpperCase()
    const where = `${at}${place}/Identification`
    if (!checkDigitsFit(text))
      return [finding(where, 'an IBAN', `${text.length} characters whose check digits do not fit`)]
    return text.startsWith('BH') && !/^BH\d{2}[A-Z]{4}[A-Z0-9]{14}$/.test(text)
      ? [finding(where, 'an IBAN of Bahrain, of 22 characters', `one of ${text.length} characters`)]
      : []
  })
})

const balance = (amount: string): string =>
  `GET /accounts/{AccountId}/balances\n\n200\n{"Data":{"Balance":[{ …,"Amount":{"Amount":${amount},"Currency":"BHD"}}]}, …}`

/** How amounts and numbers of accounts are written. */
export const amounts: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-AMT-001',
    level: levels('BH-AMT-001'),
    about: 'bank',
    title: 'An amount is a text of up to 13 digits and five decimals, with a currency of three capital letters',
    cites: [cite.schemas('OBAmount of payments'), cite.britishDocument('OBActiveCurrencyAndAmount_SimpleType')],
    defect: 'bh-amount-as-number',
    check: nothingOwnedBy('BH-AMT-001', holds(/^(?:Amount|Currency)$/)),
    example: {
      breaks: balance('10'),
      findings: [{ at: '/Data/Balance/0/Amount/Amount', expected: 'a string', got: '10' }],
    },
  }),
  everywhere({
    id: 'BH-AMT-002',
    level: levels('BH-AMT-002'),
    about: 'bank',
    title: 'An amount is no finer than the smallest unit of its currency',
    cites: [cite.own('ISO 4217: three decimals of BHD and six other currencies')],
    defect: 'bh-amount-of-four-decimals',
    check: ofSuccesses(wholeUnits),
    example: {
      breaks: balance('"10.0001"'),
      findings: [{ at: '/Data/Balance/0/Amount/Amount', expected: 'at most 3 decimals', got: '10.0001' }],
    },
  }),
  // What an IBAN holds is not repeated: it is personal.
  everywhere({
    id: 'BH-IBN-001',
    level: levels('BH-IBN-001'),
    about: 'bank',
    title: 'What is called an IBAN is one',
    cites: [cite.own('ISO 13616: check digits, and 22 characters in Bahrain')],
    defect: 'bh-iban-with-wrong-digits',
    check: ibansFit,
    example: {
      breaks: `GET /accounts\n\n200
{"Data":{"Account":[{ …,"Account":[{"SchemeName":"BH.OBF.IBAN","Identification":"BH00BMAG00001299123456"}]}]}, …}`,
      findings: [
        {
          at: '/Data/Account/0/Account/0/Identification',
          expected: 'an IBAN',
          got: '22 characters whose check digits do not fit',
        },
      ],
    },
  }),
]
