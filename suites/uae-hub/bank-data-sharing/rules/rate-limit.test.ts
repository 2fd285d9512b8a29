import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { retryAfterIsTrue } from './rate-limit.ts'

const limited = exchange({ id: 'x1', status: 429, headers: { 'retry-after': '2' } })
const then = (status: number) => ({ limited, waited: 2, retried: exchange({ id: 'x2', status }) })

proves(retryAfterIsTrue, {
  holds: { answered: then(200) },
  breaks: {
    'limited again': [
      then(429),
      { at: 'status', expected: 'an answer other than 429 after 2 seconds', got: '429', exchange: 'x2' },
    ],
  },
  undecided: { 'no Retry-After': { limited }, 'a token that ended': then(401) },
})
