import { finding } from '../../../../checks/findings.ts'
import { checkDigitsFit } from '../../../../checks/ibans.ts'
import { bodyOf, placeOn } from '../../../../checks/pages.ts'
import { type Place, placesAt, valueAt } from '../../../../checks/places.ts'
import { listAndReadsAgree } from '../../../../checks/same-facts.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type Finding, rule, type ScenarioRule, silent } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { account, accounts } from '../../operations.ts'
import { factsOfAccount, type ListedAndRead, readAccounts } from '../scenarios/read-accounts.ts'

/** UAE-BDS-006 */
export const accountIsTheSameAlone: ScenarioRule<ListedAndRead> = rule({
  id: 'UAE-BDS-006',
  requirements: ['UAE-BDS-006'],
  level: 'MUST',
  about: 'bank',
  title: 'An account is the same in the list and by itself',
  cites: [cite.own('the two answers are about one account')],
  defects: ['one-account-in-another-state'],
  on: [readAccounts],
  operation: account,
  check: listAndReadsAgree(factsOfAccount),
  example: {
    breaks: `x1 GET /accounts\n200\n{"Data":{"Account":[{"AccountId":"a1","Status":"Active", … }]}, …}

x2 GET /accounts/a1\n200\n{"Data":{"AccountId":"a1","Account":{"Status":"Inactive", … }}, …}

and so once more`,
    findings: [
      { at: '/Data/Account/Status', expected: 'the same as /Data/Account/0/Status of x1', got: 'another value' },
    ],
  },
})

const emirati = /^AE\d{21}$/

/** IBANs of an account that are not as the Emirates have them. What they are is not repeated: it is personal. */
const unfit = (list: Exchange, { at, value }: Place): readonly Finding[] => {
  const ibans = placesAt(value, '/AccountIdentifiers/*').filter((one) => valueAt(one.value, '/SchemeName') === 'IBAN')
  if (ibans.length === 0)
    return [finding(placeOn(list, `${at}/AccountIdentifiers`), 'an entry with SchemeName IBAN', undefined, list)]
  return ibans.flatMap((one) => {
    const iban = valueAt(one.value, '/Identification')
    const place = placeOn(list, `${at}${one.at}/Identification`)
    if (typeof iban !== 'string' || !emirati.test(iban))
      return [finding(place, 'AE and 21 digits', 'another form', list)]
    return checkDigitsFit(iban) ? [] : [finding(place, 'an IBAN whose check digits fit', 'one whose do not', list)]
  })
}

const withIban: readonly unknown[] = ['CurrentAccount', 'Savings']

/** UAE-BDS-011: only active accounts, for nobody says what is left of the number of one that is closed. */
export const ibansAreWhole: ScenarioRule<ListedAndRead> = rule({
  id: 'UAE-BDS-011',
  requirements: ['UAE-BDS-011'],
  level: 'SHOULD',
  about: 'bank',
  title: 'A current or savings account shows its IBAN under ReadAccountsDetail',
  cites: [
    cite.accountInformation('AEAccountArrayId: AccountIdentifiers'),
    cite.bankDataGuide('sample of GET /accounts'),
  ],
  defects: ['iban-with-wrong-digits'],
  on: [readAccounts],
  operation: accounts,
  check({ list }): Answer {
    const judged = placesAt(bodyOf(list), '/Data/Account/*').filter(
      ({ value }) => valueAt(value, '/Status') === 'Active' && withIban.includes(valueAt(value, '/AccountSubType')),
    )
    return judged.length === 0
      ? silent('no active current or savings account')
      : judged.flatMap((one) => unfit(list, one))
  },
  example: {
    breaks: `GET /accounts   under ReadAccountsDetail\n\n200
{"Data":{"Account":[{ …,"AccountIdentifiers":[{"SchemeName":"IBAN","Identification":"AE000330000010001000000"}]}]}, …}`,
    findings: [
      {
        at: '/Data/Account/0/AccountIdentifiers/0/Identification',
        expected: 'an IBAN whose check digits fit',
        got: 'one whose do not',
      },
    ],
  },
})
