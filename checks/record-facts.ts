import type { Exchange } from '../engine/exchange.ts'
import { type Check, type Finding, silent } from '../engine/rule.ts'
import { object } from './body.ts'
import { finding } from './findings.ts'
import { bodyOf, placeOn } from './pages.ts'
import { type Place, placesAt, valueAt } from './places.ts'

/** Which records of which answers are meant: `/Data/Item/*`, or `/Data/Item` for one. */
export interface Records {
  readonly operations: readonly string[]
  readonly records: string
}

/** Judges every record of an answer by itself. Silent where none says anything. */
export const eachRecord =
  (
    { operations, records }: Records,
    judge: (
      record: unknown,
    ) => readonly { readonly at: string; readonly expected: string; readonly got: unknown }[] | undefined,
  ): Check =>
  (exchange) => {
    const judged = recordsOf(exchange, operations, records).flatMap(({ at, value }) => {
      const faults = judge(value)
      return faults === undefined ? [] : [faults.map((fault): Finding => inPlace(exchange, at, fault))]
    })
    return judged.length === 0 ? silent('no record says anything about it') : judged.flat()
  }

const recordsOf = (exchange: Exchange, operations: readonly string[], records: string): readonly Place[] =>
  exchange.operation !== undefined && operations.includes(exchange.operation) ? placesAt(bodyOf(exchange), records) : []

const inPlace = (
  exchange: Exchange,
  record: string,
  { at, expected, got }: { readonly at: string; readonly expected: string; readonly got: unknown },
): Finding => finding(placeOn(exchange, `${record}${at}`), expected, got)

/** Every record has these members, whatever they hold. */
export const membersAreThere = (options: Records & { readonly members: readonly [string, ...string[]] }): Check =>
  eachRecord(options, (record) =>
    object(record) === undefined
      ? undefined
      : options.members
          .filter((member) => valueAt(record, member) === undefined)
          .map((at) => ({ at, expected: 'the member', got: undefined })),
  )

const day = /^\d{4}-\d{2}-\d{2}$/

/** Of two days of every record, the first is not after the last. Other texts than full-dates say nothing. */
export const daysAreInOrder = (options: Records & { readonly first: string; readonly last: string }): Check =>
  eachRecord(options, (record) => {
    const [first, last] = [valueAt(record, options.first), valueAt(record, options.last)]
    if (typeof first !== 'string' || typeof last !== 'string' || !day.test(first) || !day.test(last)) return undefined
    return first <= last ? [] : [{ at: options.first, expected: `not after ${last}`, got: first }]
  })

/** An amount of zero has the sign that stands for nothing owed. Other amounts say nothing. */
export const zeroHasSign = (
  options: Records & { readonly amount: string; readonly sign: string; readonly zero: string },
): Check =>
  eachRecord(options, (record) => {
    const amount = valueAt(record, options.amount)
    if (typeof amount !== 'string' || !/^0+(\.0+)?$/.test(amount)) return undefined
    const sign = valueAt(record, options.sign)
    return sign === options.zero
      ? []
      : [{ at: options.sign, expected: `${options.zero} for an amount of zero`, got: sign }]
  })
