import type { Exchange } from '../engine/exchange.ts'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { consentShows, consentUntouched, type Untouched } from './consent-reads.ts'

const read = (data: Readonly<Record<string, unknown>>, id = 'x1'): Exchange => exchange({ id, body: { Data: data } })

proves(consentShows(['Data', 'Status'], 'Rejected'), {
  holds: {
    'at once': [read({ Status: 'Rejected' })],
    'after a while': [read({ Status: 'AwaitingAuthorization' }), read({ Status: 'Rejected' }, 'x2')],
  },
  breaks: {
    'still another': [
      [read({ Status: 'AwaitingAuthorization' })],
      { at: '/Data/Status', expected: 'Rejected', got: 'AwaitingAuthorization', exchange: 'x1' },
    ],
    'no status': [[read({})], { at: '/Data/Status', expected: 'Rejected', got: 'nothing', exchange: 'x1' }],
    refused: [[exchange({ status: 404 })], { at: 'status', expected: '200', got: '404', exchange: 'x1' }],
    'no JSON': [[exchange({ body: 'ok' })], 'body'],
  },
  undecided: { 'no read': [], 'a failure': [exchange({ status: 500 })], 'rate limited': [exchange({ status: 429 })] },
})

const first = { ConsentId: 'c1', Permissions: ['A', 'B'], Status: 'Authorized', Updated: '1' }
const reads = (change: Partial<Untouched>): Untouched => ({
  before: read(first),
  after: read(first, 'x2'),
  dataBefore: exchange({ id: 'd1' }),
  dataAfter: exchange({ id: 'd2' }),
  ...change,
})

proves(consentUntouched(['Data'], ['Updated']), {
  holds: {
    'the same': reads({}),
    'members and permissions in another order': reads({
      after: read({ Status: 'Authorized', Permissions: ['B', 'A'], ConsentId: 'c1' }),
    }),
    'a member that moves': reads({ after: read({ ...first, Updated: '2' }) }),
    'a member more': reads({ after: read({ ...first, More: 1 }) }),
  },
  breaks: {
    'another permission': [
      reads({ after: read({ ...first, Permissions: ['A', 'B', 'C'] }, 'x2') }),
      { at: '/Data/Permissions', expected: '["A","B"]', got: '["A","B","C"]', exchange: 'x2' },
    ],
    'it waits again': [reads({ after: read({ ...first, Status: 'AwaitingAuthorization' }) }), '/Data/Status'],
    'it is gone': [
      reads({ after: exchange({ id: 'x2', status: 404 }) }),
      { at: 'status', expected: '200, with the consent', got: '404', exchange: 'x2' },
    ],
    'its token ended': [
      reads({ dataAfter: exchange({ id: 'd2', status: 401 }) }),
      { at: 'status of a call with its token', expected: '200', got: '401', exchange: 'd2' },
    ],
  },
  undecided: {
    'not readable before': reads({ before: exchange({ status: 404 }) }),
    'no data before': reads({ dataBefore: exchange({ status: 403 }) }),
    'a failure': reads({ after: exchange({ status: 500 }) }),
    'no data for the moment': reads({ dataAfter: exchange({ status: 503 }) }),
  },
})
