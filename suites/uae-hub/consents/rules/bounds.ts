import { boundsAreOpen, nothingOutside } from '../../../../checks/clipping.ts'
import { kindsIn, notWithheld, otherKinds } from '../../../../checks/confined.ts'
import { succeeded } from '../../../../checks/status.ts'
import { rule, silent, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { accounts, transactions } from '../../operations.ts'
import { aheadOfUtc } from '../booked.ts'
import { readNarrowly } from '../scenarios/read-narrowly.ts'

const zone = { hours: aheadOfUtc }
const list = { path: ['Data', 'Account'] }
const ofHolder = { ...list, members: ['AccountHolderName', 'AccountHolderShortName', 'AccountIdentifiers'] }
const kind = { ...list, member: 'AccountSubType' }

/** UAE-BDS-016: a day counts as outside when it is so both as printed and in the Emirates; only what is booked counts. */
export const nothingOutsideOfTheDays = rule({
  id: 'UAE-BDS-016',
  requirements: ['UAE-BDS-016'],
  level: 'MUST',
  about: 'bank',
  title: 'A consent for some days gives no transactions of other days, whatever the filter',
  cites: [cite.accountInformation('AEBankDataSharingFromDate, AEBankDataSharingToDate')],
  defects: ['consent-days-ignored'],
  on: [readNarrowly],
  operation: transactions,
  check: nothingOutside(zone),
  example: {
    breaks: `GET /accounts/{AccountId}/transactions   under a consent from 2026-05-03 to 2026-05-05

200
{"Data":{"AccountId":"a1","Transaction":[{"TransactionId":"t1","BookingDateTime":"2026-05-02T10:00:00+04:00", … }]}}`,
    findings: [
      {
        at: 'the record t1',
        expected: 'a day from 2026-05-03 to 2026-05-05',
        got: '2026-05-02T10:00:00+04:00',
      },
    ],
  },
})

/** UAE-CNS-029 for transactions: only days on which UTC, the Emirates and the printed offset agree. */
export const boundsOfDaysAreIncluded = rule({
  id: 'UAE-CNS-029',
  requirements: ['UAE-CNS-029'],
  level: 'SHOULD',
  about: 'bank',
  title: 'The first and the last day of a consent are part of it',
  cites: [cite.authorizationEndpoints('AEBankDataSharingFromDate, AEBankDataSharingToDate')],
  defects: ['consent-days-exclusive'],
  on: [readNarrowly],
  operation: transactions,
  check: boundsAreOpen(zone),
  example: {
    breaks: `GET /accounts/{AccountId}/transactions   under a consent from 2026-05-03 to 2026-05-05

200
{"Data":{"AccountId":"a1","Transaction":[ … without t4 ]}}`,
    findings: [
      {
        at: 'the record t4 of 2026-05-05T10:00:00+04:00',
        expected: 'to be there: 2026-05-03 to 2026-05-05 is asked for',
        got: 'nothing',
      },
    ],
  },
})

/** UAE-BDS-009: an account that does not tell its kind is passed over, and AccountType is not asked for. */
export const onlyKindsOfTheConsent = rule({
  id: 'UAE-BDS-009',
  requirements: ['UAE-BDS-009'],
  level: 'MUST',
  about: 'bank',
  title: 'A consent for one kind of account lists no other',
  cites: [cite.guide('v2.1/banking/data-sharing/user-journeys.md')],
  defects: ['account-kinds-ignored'],
  on: [readNarrowly],
  operation: accounts,
  check({ narrow, wide, kinds }) {
    if (kinds.length === 0) return silent('the accounts do not tell their kind')
    if (!succeeded(narrow)) return undecided(`the accounts were answered with ${narrow.response.status}`)
    const found = otherKinds(narrow, { ...kind, kinds })
    return found.length > 0 || kindsIn(wide, kind).some((one) => !kinds.includes(one))
      ? found
      : silent('the user has no account of another kind')
  },
  example: {
    breaks: `GET /accounts   under a consent with "AccountSubType":["CurrentAccount"]

200
{"Data":{"Account":[{"AccountId":"a1","AccountSubType":"CurrentAccount", … },
  {"AccountId":"a2","AccountSubType":"Savings", … }]}}`,
    findings: [{ at: '/Data/Account/1/AccountSubType', expected: 'CurrentAccount', got: 'Savings' }],
  },
})

/** UAE-CNS-028 for accounts: the split of the published table; the contract itself points to a page that it does not have. */
export const basicShowsNoDetail = rule({
  id: 'UAE-CNS-028',
  requirements: ['UAE-CNS-028'],
  level: 'SHOULD',
  about: 'bank',
  title: 'Under ReadAccountsBasic an account shows neither its holder nor its identifiers',
  cites: [cite.accountInformation('permissions of GET /accounts'), cite.web('permissions and data clusters, accounts')],
  defects: ['basic-shows-detail'],
  on: [readNarrowly],
  operation: accounts,
  check({ narrow, wide }) {
    if (!succeeded(narrow)) return undecided(`the accounts were answered with ${narrow.response.status}`)
    if (kindsIn(narrow, { ...list, member: 'AccountId' }).length === 0) return undecided('the list holds no account')
    const found = notWithheld(narrow, ofHolder)
    return found.length > 0 || notWithheld(wide, ofHolder).length > 0
      ? found
      : silent('the detailed view shows none of them either')
  },
  example: {
    breaks: `GET /accounts   under a consent with ReadAccountsBasic alone

200
{"Data":{"Account":[{"AccountId":"a1","AccountIdentifiers":[ … ], … }]}}`,
    findings: [{ at: '/Data/Account/0/AccountIdentifiers', expected: 'nothing', got: 'the member' }],
  },
})
