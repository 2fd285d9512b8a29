import { type Check, silent } from '../engine/rule.ts'
import { at, carried } from './body.ts'
import { finding } from './findings.ts'
import { refused, succeeded } from './status.ts'

/** A look-up: a list of all things that have the value of a query parameter. */
interface LookUp {
  readonly operation: string
  /** The query parameter, which the contract requires. */
  readonly parameter: string
  /** Path of the value in a thing of the list. */
  readonly path: readonly string[]
}

/** Every thing that a look-up gives has the value that was asked for; without a value it is refused. An empty list holds. */
export const lookUpKeepsItsValue =
  ({ operation, parameter, path }: LookUp): Check =>
  (exchange) => {
    if (exchange.operation !== operation) return silent('another operation')
    const asked = new URL(exchange.request.url).searchParams.get(parameter)
    const { status } = exchange.response
    if (asked === null) {
      if (succeeded(exchange)) return [finding(`query ${parameter}`, '400 without it', status)]
      return refused(exchange) ? [] : silent('neither a list nor a refusal')
    }
    if (!succeeded(exchange)) return silent('not a list')
    const content = carried(exchange)
    // What is no list is the schema's business.
    if (!Array.isArray(content?.value)) return []
    return content.value.flatMap((one, index) => {
      const got = at(one, ...path)
      return got === asked ? [] : [finding(`${content.at}/${index}/${path.join('/')}`, asked, got)]
    })
  }
