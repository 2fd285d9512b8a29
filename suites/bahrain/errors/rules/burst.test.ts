import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { burstsAreServedOrLimited } from './burst.ts'

const burst = (...statuses: readonly number[]) =>
  statuses.map((status, index) => exchange({ id: `x${index + 1}`, status }))

proves(burstsAreServedOrLimited, {
  holds: { 'served or limited': burst(200, 429, 200), 'a gateway gave up': burst(200, 503) },
  breaks: {
    failures: [burst(200, 500, 500), { at: 'status', expected: '2xx or 429', got: '500', exchange: 'x2' }],
  },
  undecided: { 'no answer': burst() },
})
