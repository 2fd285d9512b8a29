import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { type Bound, type BoundsEvidence, boundsIncluded } from './inclusive-filter.ts'

const value = '2026-05-03T15:46:00'
const bound = (name: string, found: boolean, complete = true): Bound => ({
  name,
  value,
  pages: [exchange({ id: 'x7' })],
  found,
  complete,
})
const evidence = (stillThere: boolean, ...bounds: readonly Bound[]): BoundsEvidence => ({
  recordId: 't1',
  bounds,
  stillThere,
  again: [],
})

proves(boundsIncluded, {
  holds: { 'in both': evidence(true, bound('from', true), bound('to', true)) },
  breaks: {
    'not from its own date-time': [
      evidence(true, bound('from', false), bound('to', true)),
      {
        at: `query from=${value}`,
        expected: 'the record t1 of that date-time',
        got: 'an answer without it',
        exchange: 'x7',
      },
    ],
    'missing in one, the other not read to its end': [
      evidence(true, bound('from', false), bound('to', false, false)),
      `query from=${value}`,
    ],
  },
  undecided: {
    'gone altogether': evidence(false, bound('from', false), bound('to', true)),
    'not read to its end': evidence(true, bound('from', true), bound('to', false, false)),
    'nothing was asked': evidence(true),
  },
})
