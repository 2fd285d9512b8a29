import { isDateTime } from '../schemas/formats.ts'
import { sameAmount } from './amounts.ts'
import { object } from './body.ts'

const sameText = (one: string, other: string): boolean =>
  one === other ||
  (isDateTime(one) && isDateTime(other) && Math.abs(Date.parse(one) - Date.parse(other)) < 1000) ||
  // Without a point it may be a number of an account, in which zeros count.
  ([one, other].some((text) => text.includes('.')) && sameAmount(one, other))

/**
 * Whether two JSON values mean the same: members in any order, date-times as instants to
 * the second, which not every answer divides, amounts such as `1.0` and `1.00` as
 * numbers. Lists are compared in their order.
 */
export const sameMeaning = (one: unknown, other: unknown): boolean => {
  if (typeof one === 'string' && typeof other === 'string') return sameText(one, other)
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameMeaning(item, other[index]))
  const [before, after] = [object(one), object(other)]
  if (before === undefined || after === undefined) return one === other
  const names = Object.keys(before)
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => Object.hasOwn(after, name) && sameMeaning(before[name], after[name]))
  )
}
