import { type Exchange, headerValues } from '../engine/exchange.ts'
import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { errorOfApi, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { placesAt, valueAt } from './places.ts'

/** Where a standard's errors stand, and which of them are about a field. */
export interface FieldErrors {
  /** JSON Pointer of the list of errors. */
  readonly list: string
  /** Pointers into an error. */
  readonly code: string
  readonly path: string
  /** Codes that say that a field was wrong. */
  readonly codes: readonly [string, ...string[]]
}

/** An error about a field names it. Errors with other codes are not judged. */
export const fieldErrorsNameTheField =
  (options: Scope & FieldErrors): Check =>
  (exchange, given) => {
    const facts = errorOfApi(options, exchange, given)
    if (!('contract' in facts)) return facts
    const content = carried(exchange)
    const errors = placesAt(content?.value, `${options.list}/*`).filter(({ value }) =>
      options.codes.includes(String(valueAt(value, options.code))),
    )
    if (content === undefined || errors.length === 0) return silent('no error about a field')
    return errors.flatMap(({ at, value }) => {
      const path = valueAt(value, options.path)
      return typeof path === 'string' && path !== ''
        ? []
        : [finding(`${content.at}${at}${options.path}`, 'the name of the field', path)]
    })
  }

/** What no error shows: how the server is built, and what would open it. */
const secrets: readonly (readonly [what: string, shape: RegExp])[] = [
  ['frames of a stack', /\n {0,20}at [\w$.<>[\] ]{1,200}\((?:[^()\n]{1,300}:\d{1,6}(?::\d{1,6})?|Native Method)\)/],
  ['frames of a stack', /Traceback \(most recent call last\)|goroutine \d+ \[/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a JWT', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/],
]

/** The access token of a request, when it is long enough not to stand in a text by chance. */
const tokenOf = ({ request }: Exchange): string | undefined => {
  const token = headerValues(request, 'authorization')[0]?.split(' ')[1]
  return token !== undefined && token.length >= 16 ? token : undefined
}

/** The body of an error shows no stack, no key, no JWT, and not the access token of its request. What stands there is not told. */
export const errorsGiveNothingAway =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = errorOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    // Of an error that is a JWS, what it says is looked at.
    const said = exchange.facts.jws === undefined ? exchange.response.body : JSON.stringify(carried(exchange)?.value)
    if (said === undefined || said === '') return silent('the error has no body')
    const token = tokenOf(exchange)
    // Within JSON, ends of lines and tabs are escaped.
    const lines = said.replaceAll(/\\[nrt]|[\r\t]/g, '\n')
    const shown = new Set([
      ...secrets.flatMap(([what, shape]) => (shape.test(lines) ? [what] : [])),
      ...(token !== undefined && said.includes(token) ? ['the access token'] : []),
    ])
    return [...shown].map((what) => finding('body', 'nothing that opens or explains the server', what))
  }
