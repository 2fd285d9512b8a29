import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { accessEnded } from './revoked-access.ts'

const answered = (...statuses: readonly number[]) =>
  statuses.map((status, index) => exchange({ id: `x${index + 1}`, status }))

proves((attempts: ReturnType<typeof answered>) => accessEnded(attempts, 'a refusal'), {
  holds: { 'at once': answered(403), 'after a while': answered(200, 200, 401) },
  breaks: {
    never: [answered(200, 200), { at: 'status', expected: 'a refusal', got: '200', exchange: 'x2' }],
  },
  undecided: { 'a failure': answered(200, 500), 'rate limited': answered(429), 'nothing was asked': answered() },
})
