import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { boundsAreOpen, type Clipped, type Dated, daysOf, nothingOutside, onlyDay } from './clipping.ts'

const hours = 4
const page = exchange({ id: 'x7' })
const dated = (id: string, at: string): Dated => ({ id, at, from: page })
const first = dated('t2', '2026-05-03T10:00:00+04:00')
const last = dated('t4', '2026-05-05T10:00:00+04:00')
const between = dated('t3', '2026-05-04T10:00:00+04:00')
const before = dated('t1', '2026-05-02T10:00:00+04:00')
const after = dated('t5', '2026-05-06T10:00:00+04:00')
const whole = [before, first, between, last, after]
const evidence = (clipped: readonly Dated[], change: Partial<Clipped> = {}): Clipped => ({
  from: '2026-05-03',
  to: '2026-05-05',
  whole,
  clipped,
  again: whole,
  ...change,
})

proves(nothingOutside({ hours }), {
  holds: {
    'both bounds and between': evidence([first, between, last]),
    'a day later as printed, not in the zone': evidence([dated('t9', '2026-05-06T01:00:00+06:00')]),
    'a day later in the zone, not as printed': evidence([dated('t9', '2026-05-05T22:00:00Z')]),
  },
  breaks: {
    'before and after': [
      evidence(whole),
      {
        at: 'the record t1',
        expected: 'a day from 2026-05-03 to 2026-05-05',
        got: '2026-05-02T10:00:00+04:00',
        exchange: 'x7',
      },
      'the record t5',
    ],
    'many, of which the first are named': [
      evidence(Array.from({ length: 9 }, (_, index) => ({ ...before, id: `o${index}` }))),
      'the record o0',
      'the record o1',
      'the record o2',
      'the record o3',
      {
        at: 'the record o4',
        expected: 'a day from 2026-05-03 to 2026-05-05',
        got: '2026-05-02T10:00:00+04:00, and 4 more',
        exchange: 'x7',
      },
    ],
  },
  undecided: { 'an empty answer': evidence([]) },
})

proves(boundsAreOpen({ hours }), {
  holds: {
    'both bounds': evidence([first, between, last]),
    'an ambiguous day is not missed': evidence([first, last], {
      whole: [...whole, dated('t9', '2026-05-03T01:00:00+04:00')],
    }),
  },
  breaks: {
    'without the last day': [
      evidence([first, between]),
      {
        at: 'the record t4 of 2026-05-05T10:00:00+04:00',
        expected: 'to be there: 2026-05-03 to 2026-05-05 is asked for',
        got: 'nothing',
        exchange: 'x7',
      },
    ],
    'without both': [
      evidence([between]),
      'the record t2 of 2026-05-03T10:00:00+04:00',
      'the record t4 of 2026-05-05T10:00:00+04:00',
    ],
  },
  undecided: {
    'not read to its end': evidence([between], { incomplete: 'page 2 was answered with 500' }),
    'gone since': evidence([first], { again: [first] }),
    'no record on the bounds': evidence([between], { whole: [between] }),
  },
})

it('knows on which days a moment lies', () => {
  expect(daysOf('2026-05-02T21:00:00Z', hours)).toEqual(['2026-05-02', '2026-05-03'])
  expect(onlyDay('2026-05-02T21:00:00Z', hours)).toBeUndefined()
  expect(onlyDay('2026-05-03T01:00:00+04:00', hours)).toBeUndefined()
  expect(onlyDay('2026-05-03T10:00:00+04:00', hours)).toBe('2026-05-03')
  expect(onlyDay('no moment', hours)).toBeUndefined()
})
