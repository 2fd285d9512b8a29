import { type Exchange, header } from '../engine/exchange.ts'
import { type Answer, type Observed, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { succeeded } from './status.ts'

/** A call that was answered with 429, and the same call after the wait that the answer asked for. */
export interface Limited {
  readonly limited: Exchange
  /** Seconds that were waited. */
  readonly waited?: number
  readonly retried?: Exchange
}

/**
 * Seconds that an answer asks to wait: an integer, or an HTTP-date counted from the answer's own `Date`, so that no clocks
 * are compared, else from `now`; rounded up (RFC 9110 §10.2.3). Undefined when the header is missing or is neither.
 */
export const secondsToWait = ({ response }: Exchange, now: Date): number | undefined => {
  const value = header(response, 'retry-after')?.trim()
  if (value === undefined) return undefined
  if (/^\d+$/.test(value)) return Number(value)
  const date = /GMT$/.test(value) ? Date.parse(value) : Number.NaN
  const theirs = Date.parse(header(response, 'date') ?? '')
  const from = Number.isNaN(theirs) ? now.getTime() : theirs
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - from) / 1000))
}

/** After the wait that a 429 asks for, the same call is answered. */
export const waitIsLongEnough = ({ limited, waited, retried }: Limited): Answer => {
  if (retried === undefined || waited === undefined) return undecided('the 429 says no time to wait in Retry-After')
  if (retried.response.status === 429)
    return [finding('status', `an answer other than 429 after ${waited} seconds`, 429, retried)]
  return succeeded(retried)
    ? []
    : undecided(`after the wait ${limited.id} was answered with ${retried.response.status}`)
}

/** Whether a 429 said when to come back, and for which request it was. */
export const headersOfLimit = ({ limited }: Limited): Observed => ({
  'Retry-After': header(limited.response, 'retry-after') ?? 'missing',
  'x-fapi-interaction-id on 429':
    header(limited.response, 'x-fapi-interaction-id') === undefined ? 'missing' : 'present',
})
