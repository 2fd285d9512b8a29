import type { SchemaFault } from '../engine/contract.ts'
import { type Exchange, mediaType } from '../engine/exchange.ts'
import { memory } from '../engine/memory.ts'
import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { answerOfApi, type Declared, type Scope } from './declared.ts'
import { finding } from './findings.ts'

/** Which faults of a body a rule is about; the others have rules of their own. */
interface Judged {
  readonly judged: (fault: SchemaFault) => boolean
}

interface Read {
  /** Of the body, or of `message` in a JWS. */
  readonly under: string
  /** Undefined where the contract declares no schema. */
  readonly faults: readonly SchemaFault[] | undefined
}

/** Several rules ask for faults of one body, one after the other. */
const known = memory<Exchange, Read & { readonly by: Declared['contract'] }>()

const read = (exchange: Exchange, { contract, operation }: Declared): Read | undefined => {
  const before = known.get(exchange)
  if (before?.by === contract) return before
  const content = carried(exchange)
  const type = mediaType(exchange.response)
  if (content === undefined || type === undefined) return undefined
  const faults = contract.faults(operation.id, exchange.response.status, type, content.value)
  known.set(exchange, { by: contract, under: content.at, faults })
  return { under: content.at, faults }
}

/**
 * The JSON of an answer, whatever its status, keeps the schema that the contract declares for its status and media type.
 * Silent where there is none, and where the body is no JSON.
 */
export const bodyKeepsSchema =
  (options: Scope & Judged): Check =>
  (exchange, given) => {
    const facts = answerOfApi(options, exchange, given)
    if (!('contract' in facts)) return facts
    const found = read(exchange, facts)
    if (found === undefined) return silent('the body is no JSON of a known media type')
    const { faults, under } = found
    if (faults === undefined) return silent('the contract declares no schema for this answer')
    return faults.filter(options.judged).map(({ at, expected, got }) => {
      const place = `${under}${at}`
      return finding(place === '' ? 'body' : place, expected, got)
    })
  }
