import { apis, pathOf } from '../places.ts'
import type { Asked, Change } from './answered.ts'
import { behavioursOf, type Defect, wire } from './defect.ts'
import { inner, onObject } from './reading.ts'

type Json = Readonly<Record<string, unknown>>

const isAtms = ({ url }: Asked): boolean => pathOf(url) === `${apis.atm.base}/atms`

const onBody = (change: (body: Json) => unknown): Change => onObject(isAtms, [200], change)

/** Changes every cash machine, with those that stand before it in the list. */
const eachAtm = (change: (atm: Json, index: number, all: readonly Json[]) => unknown): Change =>
  onBody((body) => ({ ...body, Data: Array.isArray(body.Data) ? body.Data.map(change) : body.Data }))

const atNoon = (hours: unknown): unknown =>
  Array.isArray(hours) ? hours.map((one: Json) => ({ ...one, OpenTime: '8 am' })) : hours

/** Defects of cash machines. */
export const atmDefects: readonly Defect[] = [
  wire(
    'atms-with-links',
    'The list of cash machines has links',
    'UAE-ATM-001',
    onBody((body) => ({ ...body, Links: { Self: 'https://bank.mizan.example/atms' } })),
  ),
  wire(
    'atm-twice',
    'The second cash machine has the ids of the first',
    'UAE-ATM-002',
    eachAtm((one, index, [first]) =>
      index === 1 ? { ...one, ATMId: first?.ATMId, LFIId: first?.LFIId, LFIBrandId: first?.LFIBrandId } : one,
    ),
  ),
  wire(
    'atm-total-too-large',
    'The list says that it has a cash machine more',
    'UAE-ATM-003',
    onBody((body) => ({
      ...body,
      Meta: { ...inner(body, 'Meta'), TotalRecords: Number(inner(body, 'Meta').TotalRecords) + 1 },
    })),
  ),
  wire(
    'atm-in-the-sea',
    'Latitude and longitude have changed places',
    'UAE-ATM-004',
    eachAtm((one) => {
      const location = inner(one, 'Location')
      const { Latitude: north, Longitude: east } = inner(location, 'GeoLocation')
      return { ...one, Location: { ...location, GeoLocation: { Latitude: east, Longitude: north } } }
    }),
  ),
  wire(
    'atm-hours-in-words',
    'Cash machines open at a time in words',
    'UAE-ATM-005',
    eachAtm((one) => {
      const { OperatingHours: hours, ...rest } = inner(one, 'Availability')
      return hours === undefined ? one : { ...one, Availability: { ...rest, OperatingHours: atNoon(hours) } }
    }),
  ),
  ...behavioursOf({
    'any-scope-opens-atms': ['A token of any scope opens the list of cash machines', 'UAE-ATM-006'],
    'atms-filtered-by-anything': ['A filter that there is not leaves one cash machine', 'UAE-ATM-007'],
  }),
]
