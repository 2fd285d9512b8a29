import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Given, silent } from '../engine/rule.ts'
import { declaredIn, reachedTheApi, type Scope } from './declared.ts'
import { finding } from './findings.ts'

/** What is kept of a request that was refused or failed: enough to know the same one again. */
export interface Refused {
  readonly id: string
  readonly operation: string
  readonly purpose: string
  /** Method, address and body. */
  readonly request: string
  readonly status: number
}

/** What the purpose of a request that is only repeated ends in. */
export const repeated = ', again'

/** A refusal, or a 500, of one of these APIs. */
export const refusalOf =
  (scope: Scope) =>
  (exchange: Exchange, given: Given): Refused | undefined => {
    const { id, operation, purpose, request, response } = exchange
    const { status } = response
    if (operation === undefined || !reachedTheApi(exchange) || status < 400 || (status >= 500 && status !== 500))
      return undefined
    if (declaredIn(scope, exchange, given) === undefined) return undefined
    return {
      id,
      operation,
      purpose: purpose.endsWith(repeated) ? purpose.slice(0, -repeated.length) : purpose,
      request: `${request.method} ${request.url} ${request.body ?? ''}`,
      status,
    }
  }

/** No request is answered with 500 as often as it is made, twice or more. One failure may be the moment's. */
export const failuresDoNotLast = (refused: readonly Refused[]): Answer => {
  if (refused.length === 0) return silent('nothing was refused')
  const same = new Map<string, readonly Refused[]>()
  for (const one of refused) {
    const key = JSON.stringify([one.operation, one.purpose, one.request])
    same.set(key, [...(same.get(key) ?? []), one])
  }
  return [...same.values()].flatMap((all) => {
    const [first] = all
    return first !== undefined && all.length > 1 && all.every(({ status }) => status === 500)
      ? [finding(`${first.operation}, ${first.purpose}: status`, 'a refusal', `500, ${all.length} times`, first)]
      : []
  })
}
