import { partKeepsContract } from '../../../checks/contract-parts.ts'
import { currenciesAreCodes, unknownCurrencies } from '../../../checks/currencies.ts'
import { datesAreDays } from '../../../checks/dates.ts'
import { jwtTimesAreSeconds } from '../../../checks/numeric-dates.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { resourceContracts } from '../operations.ts'
import { everywhere } from '../row.ts'
import { amounts, timeZones } from './parts.ts'

const resources = { contracts: resourceContracts }
const currencies = { names: /Currency$/ }

/** How single values are written, wherever they stand. */
export const values: readonly ExchangeRule[] = [
  everywhere({
    id: 'UAE-DAT-003',
    level: 'MUST',
    about: 'bank',
    title: 'A day is written as a full-date without a time',
    cites: [cite.accountInformation('every member with format date'), cite.rfc('3339 §5.6')],
    defect: 'day-with-time',
    check: datesAreDays(resources),
    example: {
      breaks: `GET /account-access-consents/{ConsentId}\n\n200\n{"Data":{ …,"FromDate":"2026-01-01T00:00:00Z"}}`,
      findings: [
        {
          at: '/Data/FromDate',
          expected: 'a full-date of RFC 3339, without a time',
          got: '2026-01-01T00:00:00Z',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-DAT-005',
    level: 'MUST',
    about: 'bank',
    title: 'A local time zone is an offset from UTC',
    cites: [cite.accountInformation('LocalTimeZone')],
    defect: 'time-zone-by-name',
    check: partKeepsContract({ ...resources, part: timeZones, governs: ['LocalTimeZone'] }),
    example: {
      breaks: `GET /accounts/{AccountId}/transactions\n\n200\n{"Data":{"Transaction":[{ …,"LocalTimeZone":"GST"}]}}`,
      findings: [
        {
          at: '/Data/Transaction/0/LocalTimeZone',
          expected: 'a string of the pattern ^UTC[+-]([01]\\d|2[0-4])(:?[0-5]\\d)?$',
          got: '"GST"',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-DAT-006',
    level: 'MUST',
    about: 'hub',
    title: 'The times of a JWT are numbers of seconds',
    cites: [cite.accountInformation('Jwt'), cite.rfc('7519 §2')],
    defect: 'signed-at-in-milliseconds',
    check: jwtTimesAreSeconds,
    example: {
      breaks:
        'GET /accounts   accept: application/jwt\n\n200\ncontent-type: application/jwt\n\n{"iat":1780300800000, …}',
      findings: [{ at: 'body claim iat', expected: 'seconds since 1970', got: '1780300800000' }],
    },
  }),
  everywhere({
    id: 'UAE-DAT-013',
    level: 'MUST',
    about: 'bank',
    title: 'An amount is a text of digits without a sign, with five decimals at most',
    cites: [cite.accountInformation('AEActiveCurrencyAndAmount_SimpleType')],
    defect: 'amount-as-number',
    check: partKeepsContract({ ...resources, part: amounts, governs: amounts.components }),
    example: {
      breaks: `GET /accounts/{AccountId}/balances\n\n200\n{"Data":{"Balance":[{ …,"Amount":{"Amount":10,"Currency":"AED"}}]}}`,
      findings: [{ at: '/Data/Balance/0/Amount/Amount', expected: 'a string', got: '10' }],
    },
  }),
  everywhere({
    id: 'UAE-DAT-015',
    level: 'MUST',
    about: 'bank',
    title: 'A currency is a code of three capital letters',
    cites: [cite.accountInformation('ActiveOrHistoricCurrencyCode')],
    defect: 'currency-in-small-letters',
    check: currenciesAreCodes(currencies),
    observe: unknownCurrencies(currencies),
    example: {
      breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{"AccountId":"a1","Currency":"aed"}]}}',
      findings: [{ at: '/Data/Account/0/Currency', expected: 'a code of ISO 4217, three capital letters', got: 'aed' }],
    },
  }),
]
