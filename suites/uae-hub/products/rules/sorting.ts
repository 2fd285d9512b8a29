import { finding } from '../../../../checks/findings.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Finding } from '../../../../engine/rule.ts'
import { isDateTime } from '../../../../schemas/formats.ts'
import { type Listed, productsOn } from '../catalogue.ts'

type Comparison = (one: string, other: string) => number

const byCode: Comparison = (one, other) => (one < other ? -1 : one > other ? 1 : 0)
const numeric = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

// Nobody says how ids are compared: by code, without letter case, or with numbers as numbers.
const waysToCompareIds: readonly Comparison[] = [
  byCode,
  (one, other) => byCode(one.toLowerCase(), other.toLowerCase()),
  (one, other) => numeric.compare(one, other),
]
const waysToCompareTimes: readonly Comparison[] = [(one, other) => Date.parse(one) - Date.parse(other)]

interface Sorted {
  readonly listed: Listed
  readonly value: string
}

/** The first product that stands before one that belongs before it. */
const inversion = (list: readonly Sorted[], compare: Comparison): readonly [Sorted, Sorted] | undefined => {
  for (const [index, one] of list.entries()) {
    const next = list[index + 1]
    if (next !== undefined && compare(one.value, next.value) > 0) return [one, next]
  }
  return undefined
}

/** Each group of an answer is in the order that `SortField` and `SortOrder` ask for; equal values come in any order. */
export const inOrder = (
  answer: Exchange,
  { SortField: field = '', SortOrder: order }: Readonly<Record<string, string>>,
  name: string,
): readonly Finding[] => {
  const byTime = field === 'LastUpdatedDateTime'
  const groups = new Map<number, Sorted[]>()
  for (const listed of productsOn(answer)) {
    const value = listed.product[field]
    if (typeof value !== 'string' || (byTime && !isDateTime(value))) continue
    groups.set(listed.group, [...(groups.get(listed.group) ?? []), { listed, value }])
  }
  return [...groups.values()].flatMap((list) => {
    const found = (byTime ? waysToCompareTimes : waysToCompareIds).map((compare) =>
      inversion(list, order === 'desc' ? (one, other) => compare(other, one) : compare),
    )
    const [first] = found
    if (first === undefined || found.includes(undefined)) return []
    const [one, next] = first
    const expected = `${order === 'desc' ? 'not after' : 'not before'} ${one.value}`
    return [finding(`${name}: ${next.listed.at}/${field}`, expected, next.value, answer)]
  })
}
