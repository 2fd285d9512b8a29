import type { BoundsEvidence } from '../../../../checks/inclusive-filter.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Probed } from '../../ask.ts'
import { boundsAreInclusive, garbledDatesAreRefused } from './filters.ts'

const name = 'fromBookingDateTime=abc'
const probed = (status: number): Probed => ({
  baseline: exchange({ id: 'x1' }),
  probes: [{ name, exchange: exchange({ id: 'x2', status }) }],
})

proves(garbledDatesAreRefused, {
  holds: { '400': probed(400) },
  breaks: {
    passed_over: [probed(200), { at: `${name}: status`, expected: '400', got: '200', exchange: 'x2' }],
    '422': [probed(422), `${name}: status`],
  },
  undecided: { 'a failure': probed(500), 'a token that ended': probed(401), 'rate limited': probed(429) },
})

const value = '2026-05-03T15:46:00'
const evidence = (found: boolean, stillThere = true): BoundsEvidence => ({
  recordId: 't1',
  bounds: [{ name: 'fromBookingDateTime', value, pages: [exchange()], found, complete: true }],
  stillThere,
  again: [],
})

proves(boundsAreInclusive, {
  holds: { 'in the answer': evidence(true) },
  breaks: {
    'not in the answer': [
      evidence(false),
      {
        at: `query fromBookingDateTime=${value}`,
        expected: 'the record t1 of that date-time',
        got: 'an answer without it',
        exchange: 'x1',
      },
    ],
  },
  undecided: { 'gone altogether': evidence(false, false) },
})
