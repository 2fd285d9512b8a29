import { dateIsOfToday, httpDatesAreWhole, oldHttpDates } from '../../../checks/http-dates.ts'
import { personalDataIsNotShared, storageOfPersonalData } from '../../../checks/shared-caches.ts'
import { unauthorisedNamesAScheme } from '../../../checks/status-headers.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { openAccount, openingOfGuide, openingStatus } from '../account-opening/operations.ts'
import { cite } from '../cite.ts'
import { dataReads, resourceContracts } from '../operations.ts'
import { everywhere } from '../row.ts'

const resources = { contracts: resourceContracts }
const personal = { operations: [...dataReads, openAccount, openingStatus, openingOfGuide] }

/** What HTTP itself asks of the answers of resources. */
export const http: readonly ExchangeRule[] = [
  everywhere({
    id: 'UAE-HDR-014',
    level: 'SHOULD',
    about: 'hub',
    title: 'A 401 of a resource names the scheme Bearer in WWW-Authenticate',
    cites: [cite.rfc('6750 §3'), cite.rfc('9110 §11.6.1')],
    defect: 'unauthorised-without-scheme',
    check: unauthorisedNamesAScheme({ ...resources, schemes: ['Bearer'] }),
    example: {
      breaks: 'GET /accounts   without Authorization\n\n401',
      findings: [{ at: 'header www-authenticate', expected: 'Bearer', got: 'nothing' }],
    },
  }),
  // The documents say nothing of Cache-Control, and without it no shared cache may keep an answer to a request that had
  // Authorization (RFC 9111 §3.5). Only the leave to keep it is a finding; a missing no-store is observed.
  everywhere({
    id: 'UAE-HDR-022',
    level: 'SHOULD',
    about: 'hub',
    title: 'The data of a user is not left to caches that serve others',
    cites: [cite.rfc('9111 §3.5 and §5.2.2')],
    defect: 'data-left-to-caches',
    check: personalDataIsNotShared(personal),
    observe: storageOfPersonalData(personal),
    example: {
      breaks: 'GET /accounts\n\n200\ncache-control: public, max-age=60',
      findings: [{ at: 'header cache-control', expected: 'no leave for shared caches', got: 'public, max-age=60' }],
    },
  }),
  everywhere({
    id: 'UAE-HDR-028',
    level: 'SHOULD',
    about: 'hub',
    title: 'The Date of an answer is within five minutes of the time when it came',
    cites: [cite.rfc('9110 §6.6.1')],
    defect: 'date-of-an-hour-ago',
    check: dateIsOfToday({ ...resources, seconds: 300 }),
    example: {
      breaks: 'GET /accounts   at 08:00:00\n\n200\ndate: Mon, 01 Jun 2026 07:00:00 GMT',
      findings: [
        {
          at: 'header date',
          expected: 'within 300 seconds of Mon, 01 Jun 2026 08:00:00 GMT',
          got: 'Mon, 01 Jun 2026 07:00:00 GMT',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-DAT-007',
    level: 'MUST',
    about: 'hub',
    title: 'A date among the headers is an HTTP-date in GMT or UTC',
    cites: [cite.accountInformation('pattern of x-fapi-auth-date'), cite.rfc('9110 §5.6.7')],
    defect: 'date-header-of-iso-8601',
    check: httpDatesAreWhole({ ...resources, utc: true }),
    observe: oldHttpDates,
    example: {
      breaks: 'GET /accounts\n\n200\ndate: 2026-06-01T08:00:00Z',
      findings: [{ at: 'header date', expected: 'an HTTP-date in GMT', got: '2026-06-01T08:00:00Z' }],
    },
  }),
]
