import { type Check, silent } from '../engine/rule.ts'
import { isDateTime } from '../schemas/formats.ts'
import { declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { bodyOf, placeOn } from './pages.ts'
import { valueAt } from './places.ts'

/** Of two date-times of an answer, the first is not after the last. Silent where one is missing or no date-time. */
export const spanIsInOrder =
  (options: Scope & { readonly first: string; readonly last: string }): Check =>
  (exchange, given) => {
    if (declaredIn(options, exchange, given) === undefined) return silent('no operation of these contracts')
    const [first, last] = [valueAt(bodyOf(exchange), options.first), valueAt(bodyOf(exchange), options.last)]
    if (typeof first !== 'string' || typeof last !== 'string' || !isDateTime(first) || !isDateTime(last))
      return silent('the answer names no such span')
    return Date.parse(first) <= Date.parse(last)
      ? []
      : [finding(placeOn(exchange, options.first), `not after ${last}`, first)]
  }
