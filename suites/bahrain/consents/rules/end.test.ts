import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Revoked } from '../scenarios/revoke-consent.ts'
import { endedConsentsStayEnded, onlyRevocationIsPatched, revocationIsAnswered } from './end.ts'

const showing = (id: string, Status: string) => exchange({ id, body: { Data: { ConsentId: 'c1', Status } } })
const data = (status: number, id = 'd1') => exchange({ id, status })
const revoked = (change: Partial<Revoked> = {}): Revoked => ({
  before: showing('b1', 'Authorised'),
  wrong: [{ name: 'Status Rejected', exchange: exchange({ id: 'w1', status: 400 }) }],
  unchanged: showing('u1', 'Authorised'),
  patch: showing('p1', 'Revoked'),
  state: showing('s1', 'Revoked'),
  data: data(200),
  after: [data(200, 'a1'), data(403, 'a2')],
  tokenEnded: false,
  again: { name: 'second revocation', exchange: exchange({ status: 400 }) },
  last: showing('l1', 'Revoked'),
  ...change,
})
const status = (expected: string, got: string, from: string) => ({ at: 'status', expected, got, exchange: from })

proves(revocationIsAnswered, {
  holds: {
    'the consent': revoked(),
    '204, and it shows later': revoked({ patch: exchange({ status: 204 }) }),
  },
  breaks: {
    'as it was': [
      revoked({ patch: showing('p1', 'Authorised') }),
      { at: '/Data/Status', expected: 'Revoked', got: 'Authorised', exchange: 'p1' },
    ],
    refused: [revoked({ patch: exchange({ id: 'p1', status: 405 }) }), status('200', '405', 'p1')],
    nowhere: [
      revoked({ patch: exchange({ status: 204 }), state: showing('s1', 'Authorised') }),
      { at: '/Data/Status', expected: 'Revoked', got: 'Authorised', exchange: 's1' },
    ],
  },
  undecided: {
    'a failure': revoked({ patch: exchange({ status: 500 }) }),
    '204, and it cannot be read': revoked({ patch: exchange({ status: 204 }), state: exchange({ status: 500 }) }),
  },
})

proves(onlyRevocationIsPatched, {
  holds: { refused: revoked() },
  breaks: {
    taken: [
      revoked({ wrong: [{ name: 'Status Rejected', exchange: exchange({ id: 'w1' }) }] }),
      { at: 'Status Rejected: status', expected: '400, and no data', got: '200', exchange: 'w1' },
    ],
    'refused and done': [
      revoked({ unchanged: showing('u1', 'Rejected') }),
      { at: 'afterwards /Data/Status', expected: 'Authorised', got: 'Rejected', exchange: 'u1' },
    ],
  },
  undecided: {
    'not authorised before': revoked({ before: showing('b1', 'AwaitingAuthorisation') }),
    'a bank that takes no PATCH': revoked({ patch: exchange({ status: 405 }) }),
    'a failure': revoked({ wrong: [{ name: 'Status Rejected', exchange: exchange({ status: 500 }) }] }),
  },
})

const over = '401 or 403 once the consent is over'
proves(endedConsentsStayEnded, {
  holds: { refused: revoked(), deleted: { data: data(200), after: [data(401)], tokenEnded: false } },
  breaks: {
    'data still': [revoked({ after: [data(200, 'a1')] }), status(over, '200', 'a1')],
    'back again': [
      revoked({ last: showing('l1', 'Authorised') }),
      { at: 'afterwards /Data/Status', expected: 'Revoked', got: 'Authorised', exchange: 'l1' },
    ],
  },
  undecided: {
    'no data before': revoked({ data: data(403) }),
    'never revoked': revoked({ state: showing('s1', 'Authorised') }),
    'the token ended': revoked({ tokenEnded: true }),
    'rate limited': revoked({ after: [data(429)] }),
  },
})
