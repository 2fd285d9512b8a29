import { delivery, eventMessage, inboxUrl } from '../../../../testing/delivery.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { read, unopened } from '../../../../testing/followed.ts'
import { proves } from '../../../../testing/proves.ts'
import type { SwitchedOff } from '../scenarios/switch-off-events.ts'
import { refusedEventsComeAgain, switchedOffIsQuiet } from './attempts.ts'

const at = (EventDateTime: string, Status = 'Revoked') => ({
  id: 'x2',
  message: eventMessage({ Status }, { EventDateTime }),
})
const off = (more: Partial<SwitchedOff> = {}): SwitchedOff => ({
  patch: exchange({ id: 'p1', status: 204, startedAt: '2026-06-01T08:05:00Z' }),
  settle: 60,
  first: 2,
  seconds: 120,
  revoked: { off: read('Revoked'), never: read('Revoked') },
  off: [delivery()],
  never: [],
  ...more,
})

proves(switchedOffIsQuiet, {
  holds: {
    'only what was before': off(),
    'a minute after the patch': off({ off: [delivery(at('2026-06-01T08:05:59Z', 'Authorized'))] }),
    'one without a time, before': off({ off: [delivery(unopened)] }),
  },
  breaks: {
    afterwards: [
      off({ off: [delivery(), delivery(at('2026-06-01T08:06:01Z'))] }),
      { at: 'event after events were switched off', expected: 'none', got: 'Revoked', exchange: 'x2' },
    ],
    'of the revocation, by a clock that is behind': [
      off({ off: [delivery(at('2026-06-01T08:05:58Z'))] }),
      'event after events were switched off',
    ],
    'of a consent that never had any': [
      off({ never: [delivery(unopened)] }),
      { at: 'event of a consent without events', expected: 'none', got: 'an event', exchange: 'x1' },
    ],
  },
  undecided: {
    'one without a time, afterwards': off({ off: [delivery({ ...unopened, startedAt: '2026-06-01T08:07:00Z' })] }),
    'no longer listened than the first took': off({ first: 120 }),
    'the first was not revoked': off({ revoked: { off: read('Authorized'), never: read('Revoked') } }),
    'the other was not revoked': off({ revoked: { off: read('Revoked'), never: read('Authorized') } }),
  },
})

const again = (count: number, first = delivery({ status: 500 })) => {
  const repeated = Array.from({ length: count }, (_, index) => delivery({ id: `x${index + 2}`, status: 204 }))
  return { first, url: inboxUrl, silence: 'nothing came', seconds: 300, deliveries: [first, ...repeated], repeated }
}

proves(refusedEventsComeAgain, {
  holds: { 'once more': again(1), 'and once more on its way': again(2) },
  breaks: {
    'not again': [
      again(0),
      {
        at: 'the event that was refused',
        expected: 'delivered again within 300 seconds',
        got: 'not delivered again',
        exchange: 'x1',
      },
    ],
    'and again and again': [
      again(3),
      {
        at: 'the event that was taken',
        expected: 'not delivered any more',
        got: 'delivered 2 more times',
        exchange: 'x4',
      },
    ],
  },
  undecided: {
    'none came': { url: inboxUrl, silence: 'nothing came', seconds: 300, deliveries: [], repeated: [] },
    'refused for its media type': again(0, delivery({ status: 415 })),
  },
})
