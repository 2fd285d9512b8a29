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

/** No amount is finer than the smallest unit of its currency; zeros at its end do not count. Other currencies are not judged. */
export const amountsAreWholeUnits =
  ({ names, amount, currency, decimals }: SmallUnits): Check =>
  (exchange) => {
    const content = carried(exchange)
    const judged = membersNamed(content?.value, names).flatMap(({ at, value }) => {
      if (typeof value !== 'object' || value === null) return []
      const { [amount]: text, [currency]: code } = value as Readonly<Record<string, unknown>>
      const most = typeof code === 'string' ? decimals[code] : undefined
      const fraction = typeof text === 'string' ? /^\d+(?:\.(\d+))?$/.exec(text) : null
      return most === undefined || fraction === null
        ? []
        : [
            {
              at: `${content?.at ?? ''}${at}/${amount}`,
              text,
              most,
              digits: (fraction[1] ?? '').replace(/0+$/, '').length,
            },
          ]
    })
    if (judged.length === 0) return silent('no amount in such a currency')
    return judged.flatMap(({ at, text, most, digits }) =>
      digits <= most ? [] : [finding(at, `at most ${most} decimals`, text)],
    )
  }
