import { duplicateMembers } from '../engine/duplicate-members.ts'
import { byteOrderMark, type Exchange, json } from '../engine/exchange.ts'
import { type Check, type Given, type Silent, silent, type Undecided } from '../engine/rule.ts'
import { answerOfApi, type Declared, type Scope } from './declared.ts'
import { finding, noObject } from './findings.ts'
import { mediaTypeOf } from './media-type.ts'
import { succeeded } from './status.ts'

const isJsonType = (type: string | undefined): boolean => /^application\/(.+\+)?json$/.test(type ?? '')

/** Answers to these hold no body, whatever their headers say (RFC 9110 §9.3.2, §15.3.5, §15.3.6, §15.4.5). */
const bodyless = ({ request, response }: Exchange): boolean =>
  request.method === 'HEAD' || [204, 205, 304].includes(response.status)

/** Decoding takes the mark away. */
const hasMark = ({ response, facts }: Exchange): boolean =>
  response.body.startsWith(byteOrderMark) || (response.body !== '' && facts.byteOrderMark === true)

/** A text that JSON.parse takes, however deep. */
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const labelled = (
  scope: Scope,
  exchange: Exchange,
  given: Given,
): { readonly facts: Declared } | { readonly answer: Silent | Undecided } => {
  const facts = answerOfApi(scope, exchange, given)
  if (!('contract' in facts)) return { answer: facts }
  if (bodyless(exchange) || !isJsonType(mediaTypeOf(exchange.response)))
    return { answer: silent('no JSON is announced') }
  return { facts }
}

/** What is labelled as JSON can be read as JSON. An empty body, and one that begins with a mark, are not judged here. */
export const labelledJsonIsJson =
  (scope: Scope): Check =>
  (exchange, given) => {
    const found = labelled(scope, exchange, given)
    if ('answer' in found) return found.answer
    const { body } = exchange.response
    if (body === '' || body.startsWith(byteOrderMark)) return silent('no text that could be read')
    return json(exchange.response) !== undefined || isJson(body) ? [] : [noObject(exchange.response, 'JSON')]
  }

/** A 200 that announces JSON, for which the contract declares a body, has one: no JSON text is empty (RFC 8259 §2). */
export const announcedJsonIsThere =
  (scope: Scope): Check =>
  (exchange, given) => {
    const found = labelled(scope, exchange, given)
    if ('answer' in found) return found.answer
    if (exchange.response.status !== 200) return silent('only 200 is judged')
    if ((found.facts.response?.mediaTypes.length ?? 0) === 0) return silent('the contract declares no body')
    return exchange.response.body === '' ? [finding('body', 'JSON', undefined)] : []
  }

/** Where the contract declares JSON, no page for people comes instead of it. Proxies may answer errors that are not declared. */
export const noPageInsteadOfJson =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    if (!facts.response?.mediaTypes.some(isJsonType) || bodyless(exchange)) return silent('no JSON is declared here')
    if (!succeeded(exchange) && exchange.response.status < 400) return silent('neither a success nor an error')
    const { body } = exchange.response
    const type = mediaTypeOf(exchange.response) ?? ''
    const isPage =
      /^(text\/html|application\/xhtml\+xml)$/.test(type) || /^\s*<(!doctype|html|head|body|\?xml)/i.test(body)
    return isPage && json(exchange.response) === undefined ? [noObject(exchange.response, 'JSON')] : []
  }

/** JSON begins without a byte order mark (RFC 8259 §8.1). */
export const jsonHasNoMark =
  (scope: Scope): Check =>
  (exchange, given) => {
    const found = labelled(scope, exchange, given)
    if ('answer' in found) return found.answer
    return hasMark(exchange) ? [finding('body', 'no byte order mark', 'U+FEFF before the JSON')] : []
  }

/** JSON is encoded in UTF-8 (RFC 8259 §8.1). */
export const jsonIsUtf8 =
  (scope: Scope): Check =>
  (exchange, given) => {
    const found = labelled(scope, exchange, given)
    if ('answer' in found) return found.answer
    return exchange.facts.validUtf8 ? [] : [finding('body', 'UTF-8', 'bytes that are not UTF-8')]
  }

/** No object of a JSON body, or of the claims of a JWS, has a member twice: readers differ in which one they take (RFC 8259 §4, RFC 7519 §4). */
export const membersStandOnce =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const { body } = exchange.response
    const message =
      exchange.facts.jws === undefined
        ? exchange.response
        : { body: Buffer.from(body.split('.')[1] ?? '', 'base64url').toString() }
    if (typeof json(message) !== 'object') return silent('the body holds no JSON object')
    return duplicateMembers(message).map((at) => finding(at, 'one member of this name', 'several'))
  }
