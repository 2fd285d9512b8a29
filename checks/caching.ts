import { header } from '../engine/exchange.ts'
import { type Check, silent } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { contentType, mediaTypeOf } from './media-type.ts'
import { succeeded } from './status.ts'

/** A successful answer of the token endpoint is JSON and is not stored (RFC 6749 §5.1). */
export const tokenIsNotStored =
  (options: { readonly operation: string }): Check =>
  (exchange) => {
    if (exchange.operation !== options.operation || !succeeded(exchange)) return silent('not a token that was given')
    const { response } = exchange
    const cacheControl = header(response, 'cache-control')
    const directives = (cacheControl ?? '').split(',').map((one) => one.trim().toLowerCase())
    return [
      ...(mediaTypeOf(response) === 'application/json'
        ? []
        : [finding('header content-type', 'application/json', contentType(response))]),
      ...(directives.includes('no-store') ? [] : [finding('header cache-control', 'no-store', cacheControl)]),
    ]
  }
