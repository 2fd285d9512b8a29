import { type Exchange, header, headerValues } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { answerOfApi, type Scope } from './declared.ts'
import { finding, nothing } from './findings.ts'

/** Fields of a response that hold one value, and whether letter case tells two values apart (RFC 9110 §5.3). */
const single: readonly (readonly [name: string, letters: 'matter' | 'ignored'])[] = [
  ['content-type', 'ignored'],
  ['content-length', 'matter'],
  ['content-location', 'matter'],
  ['date', 'matter'],
  ['etag', 'matter'],
  ['last-modified', 'matter'],
  ['location', 'matter'],
  ['retry-after', 'matter'],
  ['x-fapi-interaction-id', 'ignored'],
]

const repeated = (exchange: Exchange) =>
  single.flatMap(([name, letters]) => {
    const values = headerValues(exchange.response, name).map((value) => value.trim())
    if (values.length < 2) return []
    return [{ name, values: [...new Set(letters === 'ignored' ? values.map((one) => one.toLowerCase()) : values)] }]
  })

/** A header field that holds one value does not stand twice with different ones. Fields of `except` have another rule. */
export const singleFieldsAgree =
  (scope: Scope & { readonly except?: readonly string[] }): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    return repeated(exchange).flatMap(({ name, values }) =>
      values.length < 2 || scope.except?.includes(name)
        ? []
        : [finding(`header ${name}`, 'one value', values.join(' and '))],
    )
  }

/** Fields that stand twice with the same value. */
export const fieldsSentTwice = (exchange: Exchange): Observed => {
  const names = repeated(exchange).flatMap(({ name, values }) => (values.length === 1 ? [name] : []))
  return names.length === 0 ? {} : { 'header fields sent twice': names.join(', ') }
}

/**
 * Content-Length is the number of bytes that came, before any content coding is undone (RFC 9110 §8.6). Not judged where
 * the answer has no body by its nature or comes in chunks.
 */
export const contentLengthFits =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const { request, response } = exchange
    const values = [...new Set(headerValues(response, 'content-length').map((value) => value.trim()))]
    const [said] = values
    if (request.method === 'HEAD' || [204, 205, 304].includes(response.status)) return silent('no body belongs here')
    if (said === undefined || header(response, 'transfer-encoding') !== undefined) return silent('no length is said')
    if (values.length > 1) return silent('two lengths are said, for which there is another rule')
    return /^\d+$/.test(said) && Number(said) === exchange.facts.bytes
      ? []
      : [finding('header content-length', String(exchange.facts.bytes), said)]
  }

/** A 204 has no body and announces none (RFC 9110 §15.3.5, §8.6). A Content-Length of 0 does no harm and is no finding. */
export const noContentIsEmpty =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const { response } = exchange
    if (response.status !== 204) return silent('not a 204')
    if (exchange.facts.bytes > 0) return [finding('body', nothing, `${exchange.facts.bytes} bytes`)]
    const length = header(response, 'content-length')
    return length === undefined || /^\s*0+\s*(,\s*0+\s*)*$/.test(length)
      ? []
      : [finding('header content-length', nothing, length)]
  }
