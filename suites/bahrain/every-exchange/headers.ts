import { idComesBack, idIsThere, idStandsTwice } from '../../../checks/answered-id.ts'
import { declaredIn } from '../../../checks/declared.ts'
import { finding } from '../../../checks/findings.ts'
import { httpDatesAreFixed, offsetsInHttpDates } from '../../../checks/fixed-http-dates.ts'
import { header } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { framework } from './answers.ts'

const retryAfterIsSeconds: Check = (exchange, given) => {
  if (exchange.response.status !== 429 || declaredIn(framework, exchange, given) === undefined) return silent('no 429')
  const value = header(exchange.response, 'retry-after')?.trim()
  return /^\d+$/.test(value ?? '') ? [] : [finding('header retry-after', 'a number of seconds', value)]
}

const id = 'x-fapi-interaction-id'

/** What stands in the other headers of an answer. Ids that a bank makes of its own accord are BH-RSP-005's matter. */
export const headers: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-RSP-003',
    level: levels('BH-RSP-003'),
    about: 'bank',
    title: 'Every answer carries an interaction id',
    cites: [cite.questions('response headers, x-fapi-interaction-id')],
    defect: 'bh-interaction-id-left-out',
    check: idIsThere(framework),
    observe: idStandsTwice,
    example: {
      breaks: 'GET /accounts\n\n200\ncontent-type: application/json',
      findings: [{ at: `header ${id}`, expected: 'present', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'BH-RSP-004',
    level: levels('BH-RSP-004'),
    about: 'bank',
    title: 'The interaction id of a request comes back',
    cites: [cite.questions('response headers, x-fapi-interaction-id')],
    defect: 'bh-interaction-id-of-its-own',
    check: idComesBack(framework),
    example: {
      breaks: `GET /accounts\n${id}: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab\n
200\n${id}: 00000000-0000-4000-8000-000000000000`,
      findings: [
        {
          at: `header ${id}`,
          expected: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab',
          got: '00000000-0000-4000-8000-000000000000',
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-RSP-006',
    level: levels('BH-RSP-006'),
    about: 'bank',
    title: 'A 429 says in seconds when to come back',
    cites: [cite.questions('response headers, Retry-After')],
    defect: 'bh-retry-after-as-date',
    check: retryAfterIsSeconds,
    example: {
      breaks: 'GET /accounts\n\n429\nretry-after: Mon, 01 Jun 2026 08:01:00 GMT',
      findings: [{ at: 'header retry-after', expected: 'a number of seconds', got: 'Mon, 01 Jun 2026 08:01:00 GMT' }],
    },
  }),
  everywhere({
    id: 'BH-RSP-008',
    level: levels('BH-RSP-008'),
    about: 'bank',
    title: 'Dates among the headers are IMF-fixdates',
    cites: [cite.questions('date formats'), cite.rfc('7231 §7.1.1.1')],
    defect: 'bh-date-header-of-iso-8601',
    check: httpDatesAreFixed(framework),
    observe: offsetsInHttpDates,
    example: {
      breaks: 'GET /accounts\n\n200\ndate: 2026-06-01T08:00:00.000Z',
      findings: [
        { at: 'header date', expected: 'an IMF-fixdate with the day of its date', got: '2026-06-01T08:00:00.000Z' },
      ],
    },
  }),
]
