import { answerOfApi, type Scope } from '../../../checks/declared.ts'
import { requiredHeadersAreThere } from '../../../checks/declared-answer.ts'
import { finding } from '../../../checks/findings.ts'
import { httpDatesAreWhole, oldHttpDates } from '../../../checks/http-dates.ts'
import { retryAfterIsWhole } from '../../../checks/status-headers.ts'
import { fieldsSentTwice, singleFieldsAgree } from '../../../checks/transfer.ts'
import { header } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'

/** A 401 says how to come in. Which scheme is a matter of the API: keys have none that is registered. */
const unauthorisedExplains =
  (scope: Scope): Check =>
  (exchange, given) => {
    if (exchange.response.status !== 401) return silent('not a 401')
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const challenge = header(exchange.response, 'www-authenticate')
    return challenge === undefined || challenge.trim() === ''
      ? [finding('header www-authenticate', 'at least one challenge', challenge)]
      : []
  }

/** Rules about headers. `operations`: those whose successes all have a header that the contract requires. */
export const headerRules = (scope: Scope, operations: readonly string[]): readonly ExchangeRule[] => [
  {
    id: 'OAS-013',
    requirements: ['OAS-013'],
    level: 'MUST',
    about: 'bank',
    title: 'Every header that the contract requires of an answer is there',
    cites: [cite.openapi('Response Object, headers')],
    defects: [],
    on: 'exchange',
    operations,
    check: requiredHeadersAreThere(scope),
    example: {
      breaks: `GET /pets

200
content-type: application/json

[]`,
      findings: [{ at: 'header x-total', expected: 'the header', got: 'nothing' }],
    },
  },
  {
    id: 'OAS-014',
    requirements: ['OAS-014'],
    level: 'MUST',
    about: 'bank',
    title: 'A header field of one value does not stand twice with different ones',
    cites: [cite.rfc('9110 §5.3')],
    defects: [],
    on: 'exchange',
    check: singleFieldsAgree(scope),
    observe: fieldsSentTwice,
    example: {
      breaks: `GET /pets

200
content-type: application/json
etag: "1"
etag: "2"`,
      findings: [{ at: 'header etag', expected: 'one value', got: '"1" and "2"' }],
    },
  },
  {
    id: 'OAS-015',
    requirements: ['OAS-015'],
    level: 'SHOULD',
    about: 'bank',
    title: 'A date among the headers is an HTTP-date',
    cites: [cite.rfc('9110 §5.6.7')],
    defects: [],
    on: 'exchange',
    check: httpDatesAreWhole(scope),
    observe: oldHttpDates,
    example: {
      breaks: `GET /pets

200
last-modified: 2026-05-03`,
      findings: [{ at: 'header last-modified', expected: 'an HTTP-date in GMT', got: '2026-05-03' }],
    },
  },
  {
    id: 'OAS-016',
    requirements: ['OAS-016'],
    level: 'SHOULD',
    about: 'bank',
    title: 'Retry-After is a number of seconds or an HTTP-date',
    cites: [cite.rfc('9110 §10.2.3')],
    defects: [],
    on: 'exchange',
    check: retryAfterIsWhole(scope),
    example: {
      breaks: `GET /pets

429
retry-after: soon`,
      findings: [{ at: 'header retry-after', expected: 'seconds or an HTTP-date', got: 'soon' }],
    },
  },
  {
    id: 'OAS-017',
    requirements: ['OAS-017'],
    // RFC 9110 demands it; whether a server or a gateway of an API with keys answered cannot be seen.
    level: 'SHOULD',
    about: 'bank',
    title: 'A 401 says in WWW-Authenticate how to come in',
    cites: [cite.rfc('9110 §15.5.2'), cite.rfc('6750 §3')],
    defects: [],
    on: 'exchange',
    check: unauthorisedExplains(scope),
    example: {
      breaks: `GET /pets   without a credential

401`,
      findings: [{ at: 'header www-authenticate', expected: 'at least one challenge', got: 'nothing' }],
    },
  },
]
