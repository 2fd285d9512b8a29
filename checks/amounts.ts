import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { finding } from './findings.ts'
import { placesAt, valueAt } from './places.ts'

/** A decimal number without rounding: `units` of ten to the power of minus `scale`. */
interface Decimal {
  readonly units: bigint
  readonly scale: number
}

/** Digits beyond which nobody means an amount. */
const longest = 60

const decimal = (value: unknown): Decimal | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (parts === null || String(value).length > longest) return undefined
  const [, sign = '', whole = '', fraction = ''] = parts
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length }
}

const raised = ({ units, scale }: Decimal, to: number): bigint => units * 10n ** BigInt(to - scale)

const equal = (a: Decimal, b: Decimal): boolean => {
  const scale = Math.max(a.scale, b.scale)
  return raised(a, scale) === raised(b, scale)
}

/** Whether two amounts are one number: `10`, `10.0` and `010.00` are. False for what is no decimal number. */
export const sameAmount = (one: unknown, other: unknown): boolean => {
  const [a, b] = [decimal(one), decimal(other)]
  return a !== undefined && b !== undefined && equal(a, b)
}

const written = ({ units, scale }: Decimal): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`
}

const sumOf = (all: readonly Decimal[]): Decimal => {
  const scale = Math.max(0, ...all.map((one) => one.scale))
  return { units: all.reduce((sum, one) => sum + raised(one, scale), 0n), scale }
}

/** A total and its parts: JSON Pointers into the body, those of a part into the part. */
export interface Sum {
  readonly total: string
  /** The currency of the total, where it has one. */
  readonly currency?: string
  /** The parts: `/Data/Item/*`. */
  readonly parts: string
  readonly part: { readonly amount: string; readonly currency?: string }
  /** Parts that are taken off instead of added. */
  readonly takenOff?: (part: unknown) => boolean
  /** The sign of the total, where it stands beside it: true when the amount is meant below zero. */
  readonly negative?: (body: unknown) => boolean
}

/** A total is the sum of its parts. Silent where a part is in another currency, or an amount is no decimal number. */
export const totalIsTheSum =
  (sum: Sum): Check =>
  (exchange) => {
    const content = carried(exchange)
    const total = placesAt(content?.value, sum.total)[0]
    const parts = placesAt(content?.value, sum.parts)
    const said = decimal(total?.value)
    if (content === undefined || total === undefined || said === undefined || parts.length === 0)
      return silent('no total with parts')
    const amounts = parts.flatMap(({ value }) => {
      const amount = decimal(valueAt(value, sum.part.amount))
      if (amount === undefined) return []
      return [sum.takenOff?.(value) ? { ...amount, units: -amount.units } : amount]
    })
    if (amounts.length < parts.length) return silent('a part has no amount that could be added')
    const currencies = new Set([
      ...(sum.currency === undefined ? [] : [valueAt(content.value, sum.currency)]),
      ...(sum.part.currency === undefined ? [] : parts.map(({ value }) => valueAt(value, sum.part.currency ?? ''))),
    ])
    if (currencies.size > 1) return silent('the parts are in more than one currency')
    const added = sumOf(amounts)
    const expected = sum.negative?.(content.value) ? { ...added, units: -added.units } : added
    return equal(expected, said)
      ? []
      : [finding(`${content.at}${total.at}`, `${written(expected)}, the sum of ${parts.length} parts`, total.value)]
  }
