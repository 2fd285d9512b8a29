import { bodyOf } from '../../../checks/pages.ts'
import { placesAt, valueAt } from '../../../checks/places.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import type { Observed } from '../../../engine/rule.ts'
import { statements } from '../operations.ts'

/** Decimals of an amount, at most. */
const decimals = 5

/** An amount with its sign, in units of its fifth decimal; undefined for what is none. */
const signed = (holder: unknown): bigint | undefined => {
  const [text, sign] = [valueAt(holder, '/Amount/Amount'), valueAt(holder, '/CreditDebitIndicator')]
  const [, whole, part = ''] = (typeof text === 'string' && /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(text)) || []
  if (whole === undefined || (sign !== 'Credit' && sign !== 'Debit')) return undefined
  const units = BigInt(whole + part.padEnd(decimals, '0'))
  return sign === 'Debit' ? -units : units
}

/** Whether a statement ends with what it began with and what moved; undefined where it does not say enough. */
const addsUp = (statement: unknown): boolean | undefined => {
  const [opening, closing] = ['/OpeningBalance', '/ClosingBalance'].map((at) => signed(valueAt(statement, at)))
  const moved = placesAt(statement, '/Summary/*').map(({ value }) => signed(value))
  if (opening === undefined || closing === undefined || moved.includes(undefined)) return undefined
  return moved.reduce<bigint>((sum, one) => sum + (one ?? 0n), opening) === closing
}

/** Statements whose period begins before the end of an earlier one of the same answer. */
const overlaps = (all: readonly unknown[]): number => {
  const periods = all
    .map((one) => [String(valueAt(one, '/OpeningDate')), String(valueAt(one, '/ClosingDate'))] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return periods.filter(([first], index) => first < (periods[index - 1]?.[1] ?? '')).length
}

/** What a reader of statements may want to know, and no standard forbids. */
export const statementsAside = (exchange: Exchange): Observed => {
  if (exchange.operation !== statements) return {}
  const all = placesAt(bodyOf(exchange), '/Data/Statements/*').map(({ value }) => value)
  const [overlapping, wrong] = [overlaps(all), all.filter((one) => addsUp(one) === false).length]
  return {
    ...(overlapping > 0 && { 'statements that overlap': `${overlapping} of ${all.length}` }),
    ...(wrong > 0 && { 'statements that do not add up': `${wrong} of ${all.length}` }),
  }
}
