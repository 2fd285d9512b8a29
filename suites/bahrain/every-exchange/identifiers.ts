import { finding } from '../../../checks/findings.ts'
import { anyMember, placesAt, valueAt } from '../../../checks/places.ts'
import { type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { nothingOwnedBy, ofSuccess } from './answers.ts'

const idNames = /(?:Id|ID|TransactionReference)$/

const idMeansNothing = ofSuccess(({ row, value, at }) => {
  const accounts = row.list === 'Account' ? placesAt(value, '/Data/Account/*') : []
  const told = accounts.flatMap((account) => {
    const numbers = placesAt(account.value, '/Account/*/Identification')
    return numbers.length === 0 ? [] : [{ account, numbers, id: valueAt(account.value, '/AccountId') }]
  })
  if (told.length === 0) return silent('no account shows its number')
  return told.flatMap(({ account, numbers, id }) => {
    const same = numbers.find((number) => number.value === id)
    return same === undefined
      ? []
      : [
          finding(
            `${at}${account.at}/AccountId`,
            'an id that is no number of the account',
            `that of ${at}${account.at}${same.at}`,
          ),
        ]
  })
})

/** How ids are made. That they are unique and stay the same is judged over a run. */
export const identifiers: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-UID-004',
    level: levels('BH-UID-004'),
    about: 'bank',
    title: 'Ids have 1 to 40 characters, those of consents up to 128, of transactions up to 210',
    cites: [cite.schemas('AccountId, ConsentId, TransactionId, TransactionReference')],
    defect: 'bh-reference-too-long',
    check: nothingOwnedBy('BH-UID-004', ({ value }) => anyMember(value, idNames, (one) => typeof one === 'string')),
    example: {
      breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{"AccountId":"(41 letters)", … }]}, …}',
      findings: [
        {
          at: '/Data/Account/0/AccountId',
          expected: 'at most 40 characters',
          got: `"${'a'.repeat(41)}" (41 characters)`,
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-UID-005',
    level: levels('BH-UID-005'),
    about: 'bank',
    title: 'An AccountId is no number by which the account holder knows the account',
    cites: [cite.schemas('description of AccountId')],
    defect: 'bh-account-id-is-its-number',
    check: idMeansNothing,
    example: {
      breaks: `GET /accounts\n\n200
{"Data":{"Account":[{"AccountId":"0001", …,"Account":[{"SchemeName":"BH.OBF.BBAN","Identification":"0001"}]}]}, …}`,
      findings: [
        {
          at: '/Data/Account/0/AccountId',
          expected: 'an id that is no number of the account',
          got: 'that of /Data/Account/0/Account/0/Identification',
        },
      ],
    },
  }),
]
