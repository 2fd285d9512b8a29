import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Deleted } from '../scenarios/delete-consent.ts'
import { deletionDoesNotFail, deletionEndsTheConsent } from './deletion.ts'

const status = (expected: string, got: string) => ({ at: 'status', expected, got, exchange: 'x2' })

const creation = { name: 'creation', exchange: exchange({ status: 201 }) }
const deletion = (answer: number) => [creation, { name: 'DELETE', exchange: exchange({ id: 'x2', status: answer }) }]
proves(deletionDoesNotFail, {
  holds: { '405': deletion(405), '204': deletion(204), '404': deletion(404) },
  breaks: { '500': [deletion(500), status('405, or another answer below 500', '500')] },
  undecided: {
    '503': deletion(503),
    'no answer': [creation, { name: 'DELETE', inconclusive: 'closed' }],
    nothing: [],
  },
})

const deleted = (answer: Parameters<typeof exchange>[0]): Deleted => ({
  deletion: exchange({ id: 'x2', ...answer }),
  data: exchange(),
  after: [exchange({ status: 403 })],
  tokenEnded: false,
})
proves(deletionEndsTheConsent, {
  holds: { '204': deleted({ status: 204 }) },
  breaks: {
    '200': [deleted({ status: 200, body: {} }), status('204', '200')],
    '405': [deleted({ status: 405 }), status('204', '405')],
    'with a body': [
      deleted({ status: 204, body: '{}' }),
      { at: 'body', expected: 'nothing', got: '2 characters', exchange: 'x2' },
    ],
  },
  undecided: { '500': deleted({ status: 500 }) },
})
