import { finding } from '../../../../checks/findings.ts'
import { failed, unavailable } from '../../../../checks/status.ts'
import { rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { accounts } from '../../operations.ts'
import { callInABurst } from '../scenarios/call-in-a-burst.ts'

/** BH-ERR-004: a limit may be there or not. What a gateway says of itself is no answer of the bank. */
export const burstsAreServedOrLimited = rule({
  id: 'BH-ERR-004',
  requirements: ['BH-ERR-004'],
  level: levels('BH-ERR-004'),
  about: 'bank',
  title: 'Calls of a burst are served, or answered with 429',
  cites: [cite.questions('error flow 4')],
  defects: ['bh-burst-fails'],
  on: [callInABurst],
  operation: accounts,
  check(calls) {
    const failures = calls.filter((one) => failed(one) && !unavailable(one))
    const [first] = failures
    if (first !== undefined) return [finding('status', '2xx or 429', `${first.response.status}`, first)]
    return calls.length === 0 ? undecided('no call of the burst was answered') : []
  },
  observe: (calls) => ({
    'calls answered with 429': `${calls.filter(({ response }) => response.status === 429).length} of ${calls.length}`,
  }),
  example: {
    breaks: `GET /accounts   one of many at once

500`,
    findings: [{ at: 'status', expected: '2xx or 429', got: '500' }],
  },
})
