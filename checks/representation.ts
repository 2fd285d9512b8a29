import { type Check, silent, undecided } from '../engine/rule.ts'
import { declared } from './declared.ts'
import { finding } from './findings.ts'
import { mediaTypeOf } from './media-type.ts'
import { succeeded, unauthorised, unavailable } from './status.ts'

/**
 * Asked for a media type that the contract does not have, the API answers 406, or nevertheless in a type that it has.
 */
export const unacceptableIsRefused: Check = (exchange, given) => {
  const { status } = exchange.response
  if (status === 406) return []
  if (unavailable(exchange) || unauthorised(exchange)) return undecided(`the call was answered with ${status}`)
  if (!succeeded(exchange)) {
    return status >= 400
      ? [finding('status', '406, or a success in a declared media type', status)]
      : undecided(`the call was answered with ${status}`)
  }
  const facts = declared(exchange, given)
  if (facts?.response === undefined) return silent('the contract does not declare this answer')
  if (exchange.response.body === '' || facts.response.mediaTypes.length === 0)
    return silent('a success without a body has no media type')
  const type = mediaTypeOf(exchange.response)
  return type !== undefined && facts.response.mediaTypes.includes(type)
    ? []
    : [finding('header content-type', facts.response.mediaTypes.join(' or '), type)]
}
