import { bodyKeepsContract, errorKeepsContract, undeclaredMembers } from '../../../checks/contract.ts'
import { dateTimesAreWhole } from '../../../checks/dates.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { balances, consent, dataReads, product, resourceContracts, statements } from '../operations.ts'
import { owned } from './parts.ts'

const resources = { contracts: resourceContracts }

/** UAE-DAT-001, and UAE-DAT-004 for days that are date-times by their format: only where the contract says `format: date-time`. */
export const dateTimesHaveAnOffset: ExchangeRule = {
  id: 'UAE-DAT-001',
  requirements: ['UAE-DAT-001', 'UAE-DAT-004'],
  level: 'MUST',
  about: 'bank',
  title: 'Every date-time of an answer is one of RFC 3339, with its offset',
  cites: [cite.accountInformation('ISODateTime, and every member with format date-time'), cite.rfc('3339 §5.6')],
  defects: ['date-without-zone'],
  on: 'exchange',
  check: dateTimesAreWhole(resources),
  example: {
    breaks: `GET /accounts/{AccountId}/transactions

200
content-type: application/json

{"Data":{"AccountId":"a1","Transaction":[{"TransactionId":"t1","BookingDateTime":"2026-05-03T15:46:00"}]}}`,
    findings: [
      {
        at: '/Data/Transaction/0/BookingDateTime',
        expected: 'a date-time of RFC 3339 with an offset',
        got: '2026-05-03T15:46:00',
      },
    ],
  },
}

/** Operations whose records have parts that the contract leaves open; of transactions that is one, and they are many. */
const withOpenParts = [balances, product, statements]

/**
 * UAE-BDS-001, with UAE-PAG-001 for the members of Links and Meta, UAE-DAT-011 for durations and UAE-DAT-016 for countries,
 * of which the contract says as much. Other single values have rules of their own, as have the records of each resource and
 * the media type. What a schema does not declare and does not forbid is only observed.
 */
export const dataKeepsTheContract: ExchangeRule = {
  id: 'UAE-BDS-001',
  requirements: ['UAE-BDS-001', 'UAE-PAG-001', 'UAE-DAT-011', 'UAE-DAT-016'],
  level: 'MUST',
  about: 'bank',
  title: 'The data of a user has the form of the contract',
  cites: [cite.accountInformation('schemas of 200 of /accounts, /parties, and all below /accounts/{AccountId}')],
  defects: ['account-with-undeclared-member'],
  on: 'exchange',
  operations: dataReads,
  check: bodyKeepsContract({ operations: dataReads, except: owned }),
  observe: undeclaredMembers({ operations: withOpenParts }),
  example: {
    breaks: `GET /accounts

200
content-type: application/json

{"Data":{"Account":[{"AccountId":"a1","Status":"Active","Foo":1}]},"Links":{"Self":"https://…"},"Meta":{"TotalPages":1}}`,
    findings: [{ at: '/Data/Account/0', expected: 'no further member', got: 'the member Foo' }],
  },
}

/** UAE-CNS-003, and UAE-CNS-005 for the flat list of permissions; formats of date-times belong to UAE-DAT-001. */
export const consentKeepsTheContract: ExchangeRule = {
  id: 'UAE-CNS-003',
  requirements: ['UAE-CNS-003', 'UAE-CNS-005'],
  level: 'MUST',
  about: 'hub',
  title: 'A data-sharing consent has the form of the contract',
  cites: [cite.accountInformation('AEConsentStatus.AEBankDataSharingConsentPropertiesV21')],
  defects: ['consent-without-expiration'],
  on: 'exchange',
  operations: [consent],
  check: bodyKeepsContract({ operations: [consent], except: owned }),
  example: {
    breaks: `GET /account-access-consents/{ConsentId}

200
content-type: application/json

{"Data":{"ConsentId":"consent-1","Status":"Authorized", … no ExpirationDateTime},"Links":{"Self":"https://…"}}`,
    findings: [{ at: '/Data', expected: 'member ExpirationDateTime', got: 'nothing' }],
  },
}

/** UAE-ERR-001, and UAE-ERR-002 for the codes, which the schema of each status lists. */
export const errorsKeepTheContract: ExchangeRule = {
  id: 'UAE-ERR-001',
  requirements: ['UAE-ERR-001', 'UAE-ERR-002'],
  level: 'MUST',
  about: 'hub',
  title: 'A declared error holds Errors, each with a code of its status and a message',
  cites: [cite.accountInformation('AEError400Response, AEError403Response, AEError500Response')],
  defects: ['error-body-without-errors'],
  on: 'exchange',
  check: errorKeepsContract(resources),
  example: {
    breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=abc

400
content-type: application/json

{}`,
    findings: [{ at: 'body', expected: 'member Errors', got: 'nothing' }],
  },
}
