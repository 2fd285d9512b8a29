import { proves } from '../../../../testing/proves.ts'
import { status, tried } from '../../../../testing/tried.ts'
import { byBooking } from '../lists.ts'
import type { FilteredList } from '../scenarios/filter-lists.ts'
import {
  filtersAreTaken,
  garbledDaysAreRefused,
  nothingIsAnEmptyList,
  oldDaysAreValid,
  recordsLieInTheFilter,
  zonesAreValid,
} from './filters.ts'

const filtered = (of: string, answers: Parameters<typeof tried>[1]): FilteredList => ({
  ...tried(of, answers),
  filtered: byBooking,
  days: { from: '2026-05-03', to: '2026-05-03' },
})
const booked = (BookingDateTime: string, Status = 'Booked') => ({
  body: { Data: { Transaction: [{ BookingDateTime, Status }] } },
})

const refusedAtAll = (of: string, name: string): FilteredList => {
  const [plain, other] = [filtered('BH-FLT-001', { 'one day': 400 }), filtered(of, { [name]: 400 })]
  return { ...plain, probes: [...plain.probes, ...other.probes] }
}
const taken = [
  [filtersAreTaken, 'one day'],
  [oldDaysAreValid, 'from 1990-01-01'],
  [zonesAreValid, 'with an offset'],
] as const
for (const [one, name] of taken) {
  proves(one, {
    holds: { taken: filtered(one.id, { [name]: 200 }) },
    breaks: { refused: [filtered(one.id, { [name]: 400 }), status(name, 'a success', 400)] },
    undecided: {
      'a failure': filtered(one.id, { [name]: 500 }),
      'rate limited': filtered(one.id, { [name]: 429 }),
      ...(one !== filtersAreTaken && { 'no filter works': refusedAtAll(one.id, name) }),
    },
  })
}

const place = 'one day /Data/Transaction/0/BookingDateTime'
const of = 'BH-FLT-001'
proves(recordsLieInTheFilter, {
  holds: {
    'on the day': filtered(of, { 'one day': booked('2026-05-03T10:00:00+03:00') }),
    'a day beside it': filtered(of, { 'one day': booked('2026-05-04T01:00:00Z') }),
    'one that is not booked': filtered(of, { 'one day': booked('2026-04-01T09:00:00Z', 'Pending') }),
  },
  breaks: {
    'a month before': [
      filtered(of, { 'one day': booked('2026-04-01T09:00:00Z') }),
      { at: place, expected: 'from 2026-05-03', got: '2026-04-01T09:00:00Z', exchange: 'x2' },
    ],
    'two days after': [
      filtered(of, { 'one day': booked('2026-05-05T09:00:00Z') }),
      { at: place, expected: 'up to 2026-05-03', got: '2026-05-05T09:00:00Z', exchange: 'x2' },
    ],
  },
  undecided: { refused: filtered(of, { 'one day': 400 }), 'no answer': filtered(of, { 'one day': 'closed' }) },
})

const garbage = 'fromBookingDateTime=notadate'
proves(garbledDaysAreRefused, {
  holds: { '400': filtered('BH-FLT-005', { [garbage]: 400 }), '422': filtered('BH-FLT-005', { [garbage]: 422 }) },
  breaks: { taken: [filtered('BH-FLT-005', { [garbage]: 200 }), status(garbage, '400, and no data', 200)] },
  undecided: { 'a failure': filtered('BH-FLT-005', { [garbage]: 500 }) },
})

const long = 'two days of 1990'
const empty = (body: unknown) => filtered('BH-ERR-009', { [long]: { body } })
proves(nothingIsAnEmptyList, {
  holds: { 'an empty list': empty({ Data: { Transaction: [] } }), 'no list': empty({ Data: {} }) },
  breaks: { '404': [filtered('BH-ERR-009', { [long]: 404 }), status(long, '200', 404)] },
  undecided: {
    'something is found': filtered('BH-ERR-009', { [long]: booked('1990-01-01T09:00:00Z') }),
    'a failure': filtered('BH-ERR-009', { [long]: 500 }),
    'no filter works': refusedAtAll('BH-ERR-009', long),
  },
})
