import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { finding } from './findings.ts'
import { membersNamed } from './places.ts'

/** Where amounts stand, and how many decimals each currency has. */
export interface SmallUnits {
  /** Name of the member that holds both members. */
  readonly names: RegExp
  readonly amount: string
  readonly currency: string
  readonly decimals: Readonly<Record<string, number>>
}

const isAmount = /^\d+(?:\.\d+)?$/

/** Digits behind the point, without zeros at the end. */
const decimalsOf = (text: string): number => {
  let end = text.length
  while (text.charCodeAt(end - 1) === 0x30) end -= 1
  return Math.max(0, end - 1 - (text.indexOf('.') < 0 ? text.length : text.indexOf('.')))
}

/** No amount is finer than the smallest unit of its currency; zeros at its end do not count. Other currencies are not judged. */
export const amountsAreWholeUnits =
  ({ names, amount, currency, decimals }: SmallUnits): Check =>
  (exchange) => {
    const content = carried(exchange)
    let judged = 0
    const findings = membersNamed(content?.value, names).flatMap((place) => {
      if (typeof place.value !== 'object' || place.value === null) return []
      const { [amount]: text, [currency]: code } = place.value as Readonly<Record<string, unknown>>
      const most = typeof code === 'string' ? decimals[code] : undefined
      if (most === undefined || typeof text !== 'string' || !isAmount.test(text)) return []
      judged += 1
      return decimalsOf(text) <= most
        ? []
        : [finding(`${content?.at ?? ''}${place.at}/${amount}`, `at most ${most} decimals`, text)]
    })
    return judged === 0 ? silent('no amount in such a currency') : findings
  }
