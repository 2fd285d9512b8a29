import type { Exchange } from '../engine/exchange.ts'
import { type Answer, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { refused, succeeded, unavailable } from './status.ts'

/** A call that ought no longer to be answered, asked again and again until it was refused or patience ended. */
export const accessEnded = (attempts: readonly Exchange[], expected: string): Answer => {
  const last = attempts.at(-1)
  if (last === undefined) return undecided('nothing was asked')
  const { status } = last.response
  if (succeeded(last)) return [finding('status', expected, status, last)]
  return refused(last) && !unavailable(last) ? [] : undecided(`the last call was answered with ${status}`)
}
