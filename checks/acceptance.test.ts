import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { eachAccepted } from './acceptance.ts'

const answered = (status: number) => [{ name: 'odd', exchange: exchange({ status }) }]
const refused = { at: 'odd: status', expected: 'a success', got: '400', exchange: 'x1' }

proves(eachAccepted(), {
  holds: { '200': answered(200), '204': answered(204) },
  breaks: { '400': [answered(400), refused], '404': [answered(404), 'odd: status'] },
  undecided: {
    nothing: [],
    '401': answered(401),
    '429': answered(429),
    '500': answered(500),
    '302': answered(302),
    'no answer': [{ name: 'odd', inconclusive: 'it was too slow' }],
  },
})

proves(eachAccepted({ orElse: [400], failureCounts: true }), {
  holds: { '200': answered(200), '400': answered(400) },
  breaks: {
    '403': [answered(403), { ...refused, expected: 'a success or 400', got: '403' }],
    '500': [answered(500), 'odd: status'],
    'one of two': [[...answered(401), ...answered(403)], 'odd: status'],
  },
  undecided: { '503': answered(503) },
})
