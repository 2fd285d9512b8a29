import { beyondRfc3339, dateTimesAreExtended, zonesAreSaid } from '../../../checks/zoned-times.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { framework, rowOf } from './answers.ts'

/** An opening date may be a day. */
const times = { ...framework, orDays: ['DateOrDateTime'] }

const ofOwnMethod =
  (check: Check): Check =>
  (exchange: Exchange, given) =>
    rowOf(exchange) === undefined ? silent('no operation of the framework') : check(exchange, given)

const balance = (time: string): string =>
  `GET /accounts/{AccountId}/balances\n\n200\n{"Data":{"Balance":[{ …,"DateTime":"${time}"}]}, …}`

/** How date-times are written. Of a request nothing is said, and of members that no schema names neither. */
export const dates: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-DAT-001',
    level: levels('BH-DAT-001'),
    about: 'bank',
    title: 'Every date-time of a body states its time zone',
    cites: [cite.questions('date formats'), cite.schemas('descriptions of date-times')],
    defect: 'bh-booking-without-zone',
    check: ofOwnMethod(zonesAreSaid(times)),
    example: {
      breaks: balance('2026-06-01T08:00:00'),
      findings: [
        { at: '/Data/Balance/0/DateTime', expected: 'a date-time with Z or an offset', got: '2026-06-01T08:00:00' },
      ],
    },
  }),
  // An offset without a colon after an extended time is neither RFC 3339 nor ISO 8601.
  everywhere({
    id: 'BH-DAT-002',
    level: levels('BH-DAT-002'),
    about: 'bank',
    title: 'Date-times of a body are written as in RFC 3339',
    cites: [cite.schemas('format date-time'), cite.questions('date formats'), cite.rfc('3339 §5.6')],
    defect: 'bh-offset-without-colon',
    check: ofOwnMethod(dateTimesAreExtended(times)),
    observe: beyondRfc3339(times),
    example: {
      breaks: balance('2026-06-01T11:00:00+0300'),
      findings: [{ at: '/Data/Balance/0/DateTime', expected: 'RFC 3339 date-time', got: '2026-06-01T11:00:00+0300' }],
    },
  }),
]
