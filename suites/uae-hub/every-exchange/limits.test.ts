import { exchange, type Sample } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { uaeGiven } from '../../../testing/uae-hub.ts'
import { limits } from './limits.ts'

const limited = (value: string, sample: Sample = {}) =>
  exchange({ status: 429, headers: { 'Retry-After': value }, ...sample })

proves(
  ruleNamed(limits, 'UAE-RTL-002'),
  {
    holds: {
      seconds: limited('2'),
      'a date': limited('Mon, 01 Jun 2026 08:00:02 GMT'),
      'of a push': limited('2', { operation: 'POST /par' }),
    },
    breaks: {
      'a word': [limited('soon'), { at: 'header retry-after', expected: 'seconds or an HTTP-date', got: 'soon' }],
      'none on a push': [exchange({ operation: 'POST /par', status: 429 }), 'header retry-after'],
    },
    silent: { 'none on a resource': exchange({ status: 429 }), 'no limit': exchange() },
  },
  uaeGiven,
)

const id = { 'x-fapi-interaction-id': '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab' }
proves(
  ruleNamed(limits, 'UAE-RTL-003'),
  {
    holds: { 'with the id': exchange({ status: 429, sent: id, headers: id }) },
    breaks: {
      'without it': [
        exchange({ status: 429, sent: id }),
        {
          at: 'header x-fapi-interaction-id',
          expected: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab',
          got: 'nothing',
        },
      ],
    },
    silent: { 'a push': exchange({ operation: 'POST /par', status: 429, sent: id }) },
  },
  uaeGiven,
)
