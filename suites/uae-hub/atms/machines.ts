import { at, object } from '../../../checks/body.ts'
import { finding } from '../../../checks/findings.ts'
import { bodyOf } from '../../../checks/pages.ts'
import { type Place, placesAt } from '../../../checks/places.ts'
import { failed, refused, succeeded, unavailable } from '../../../checks/status.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type Answer, type Check, type Finding, type Observed, silent, undecided } from '../../../engine/rule.ts'
import { atms } from '../operations.ts'
import type { WithQuery } from './scenarios.ts'

/** Judges an answer that lists cash machines. */
export const onMachines =
  (judge: (machines: readonly Place[], exchange: Exchange) => readonly Finding[]): Check =>
  (exchange) => {
    if (exchange.operation !== atms || !succeeded(exchange)) return silent('no list of cash machines')
    const machines = placesAt(bodyOf(exchange), '/Data/*')
    return machines.length === 0 ? silent('the list has no cash machine') : judge(machines, exchange)
  }

/** Texts of a list below each machine that are not of a pattern. */
export const textsAre =
  (pointer: string, pattern: RegExp, expected: string) =>
  (machines: readonly Place[]): readonly Finding[] =>
    machines.flatMap(({ at: place, value }) =>
      placesAt(value, pointer).flatMap(({ at: under, value: text }) =>
        typeof text === 'string' && !pattern.test(text) ? [finding(`${place}${under}`, expected, text)] : [],
      ),
    )

const keyOf = (machine: unknown): string =>
  JSON.stringify([at(machine, 'LFIId'), at(machine, 'LFIBrandId'), at(machine, 'ATMId')])

/** Every machine has ids of its own. One that names none is the contract's matter. */
export const idsAreTheirOwn = (machines: readonly Place[]): readonly Finding[] => {
  const met = new Map<string, string>()
  return machines.flatMap(({ at: place, value }) => {
    if (typeof at(value, 'ATMId') !== 'string') return []
    const before = met.get(keyOf(value))
    if (before === undefined) met.set(keyOf(value), place)
    return before === undefined
      ? []
      : [finding(`${place}/ATMId`, `another machine than at ${before}`, at(value, 'ATMId'))]
  })
}

/** Ids that stand under several brands of one institution. */
export const idsOfSeveralBrands = (exchange: Exchange): Observed => {
  const brands = new Map<string, Set<unknown>>()
  for (const { value } of exchange.operation === atms ? placesAt(bodyOf(exchange), '/Data/*') : []) {
    const id = JSON.stringify([at(value, 'LFIId'), at(value, 'ATMId')])
    brands.set(id, (brands.get(id) ?? new Set()).add(at(value, 'LFIBrandId')))
  }
  const count = [...brands.values()].filter((names) => names.size > 1).length
  return count === 0 ? {} : { 'ids under several brands': String(count) }
}

const degrees = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN

/**
 * Machines that give dirhams and stand in the country lie there: from 22 to 27 degrees north and from 51 to 57 east. One
 * whose address names no country is taken to be there when it gives nothing but dirhams.
 */
export const liesInTheCountry = (machines: readonly Place[]): readonly Finding[] =>
  machines.flatMap(({ at: place, value }) => {
    const currencies = at(value, 'SupportedCurrencies')
    const country = at(value, 'Location', 'PostalAddress', 'Country')
    const there = country === 'AE' || (country === undefined && JSON.stringify(currencies) === '["AED"]')
    const geo = object(at(value, 'Location', 'GeoLocation'))
    if (geo === undefined || !there || !Array.isArray(currencies) || !currencies.includes('AED')) return []
    const bounds = [
      ['Latitude', 22, 27],
      ['Longitude', 51, 57],
    ] as const
    return bounds.flatMap(([name, low, high]) => {
      const number = degrees(geo[name])
      return geo[name] === undefined || (number >= low && number <= high)
        ? []
        : [finding(`${place}/Location/GeoLocation/${name}`, `degrees from ${low} to ${high}`, geo[name])]
    })
  })

const idsOn = (exchange: Exchange): string =>
  JSON.stringify(
    placesAt(bodyOf(exchange), '/Data/*')
      .map(({ value }) => keyOf(value))
      .sort(),
  )

/** What there is no filter for leaves the list as it is, or is answered with 400. A list that moved decides nothing. */
export const queryIsPassedOver = ({ before, probe, after }: WithQuery): Answer => {
  if ('inconclusive' in probe) return undecided(`${probe.name}: ${probe.inconclusive}`)
  const { name, exchange } = probe
  const { status } = exchange.response
  if (status === 400) return []
  if (status === 401 || unavailable(exchange)) return undecided(`${name}: status ${status}`)
  if (failed(exchange) || refused(exchange)) return [finding(`${name}: status`, 'a success or 400', status, exchange)]
  if (idsOn(before) !== idsOn(after)) return undecided('the list moved meanwhile')
  return idsOn(exchange) === idsOn(before)
    ? []
    : [finding(`${name}: /Data`, 'the same cash machines', `others than in ${before.id}`, exchange)]
}
