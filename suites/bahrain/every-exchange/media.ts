import { answerOfApi, declaredIn } from '../../../checks/declared.ts'
import { finding } from '../../../checks/findings.ts'
import { contentType, mediaTypeOf } from '../../../checks/media-type.ts'
import { succeeded } from '../../../checks/status.ts'
import { type Exchange, header } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { framework, rowOf } from './answers.ts'

const encrypted: readonly string[] = ['application/jwe', 'application/jose+jwe']

const acceptIsFree: Check = (exchange, given) => {
  const row = rowOf(exchange)
  if (row?.body !== 'json' || exchange.request.method === 'DELETE' || header(exchange.request, 'accept') !== undefined)
    return silent('the request has an Accept, or is about no JSON')
  if (exchange.request.headers.length === 0) return silent('the headers of the request were not recorded')
  const facts = answerOfApi(framework, exchange, given)
  if (!('contract' in facts)) return facts
  if (exchange.response.status === 406) return [finding('status', 'JSON, as no Accept was sent', 406)]
  return succeeded(exchange) && mediaTypeOf(exchange.response) === 'application/json' ? [] : silent('no JSON came')
}

/** Whether the request named this type, and no JSON: a 406 may come as a page for people who ask for pages. */
const isAskedFor = ({ request }: Exchange, type: string | undefined): boolean => {
  const types = (header(request, 'accept') ?? '').split(',').map((one) => one.split(';')[0]?.trim().toLowerCase())
  return type !== undefined && types.includes(type) && !types.some((one) => /json|\*/.test(one ?? ''))
}

const bodiesAreJson: Check = (exchange, given) => {
  const { status, body } = exchange.response
  if (
    rowOf(exchange)?.body === 'file' ||
    body === '' ||
    (status > 500 && !succeeded(exchange)) ||
    exchange.request.method === 'HEAD'
  )
    return silent('no body, or one that is no JSON by right')
  const facts = answerOfApi(framework, exchange, given)
  if (!('contract' in facts)) return facts
  if (status >= 300 && status < 400) return silent('a redirect')
  const type = mediaTypeOf(exchange.response)
  if (isAskedFor(exchange, type)) return silent('the type that was asked for')
  return type === 'application/json' || encrypted.includes(type ?? '')
    ? []
    : [finding('header content-type', 'application/json', contentType(exchange.response))]
}

const compactJwe = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/

const encryptedIsJwe: Check = (exchange, given) => {
  const { response } = exchange
  if (!encrypted.includes(mediaTypeOf(response) ?? '') || declaredIn(framework, exchange, given) === undefined)
    return silent('the answer is not called encrypted')
  return compactJwe.test(response.body.trim())
    ? []
    : [finding('body', 'a compact JWE of five parts', `a text of ${response.body.split('.').length} parts`)]
}

/** In which media types bodies come. */
export const media: readonly ExchangeRule[] = [
  // A success in another media type is BH-RSP-001's finding.
  everywhere({
    id: 'BH-HDR-005',
    level: levels('BH-HDR-005'),
    about: 'bank',
    title: 'A request without Accept gets JSON',
    cites: [cite.questions('request headers, Accept')],
    defect: 'bh-accept-demanded',
    check: acceptIsFree,
    example: {
      breaks: 'GET /accounts   without Accept\n\n406',
      findings: [{ at: 'status', expected: 'JSON, as no Accept was sent', got: '406' }],
    },
  }),
  everywhere({
    id: 'BH-RSP-001',
    level: levels('BH-RSP-001'),
    about: 'bank',
    title: 'A body that is not encrypted is called application/json',
    cites: [cite.questions('response headers, Content-Type')],
    defect: 'bh-json-called-text',
    check: bodiesAreJson,
    example: {
      breaks: 'GET /accounts\n\n200\ncontent-type: text/plain\n\n{"Data":{ … }}',
      findings: [{ at: 'header content-type', expected: 'application/json', got: 'text/plain' }],
    },
  }),
  everywhere({
    id: 'BH-RSP-002',
    level: levels('BH-RSP-002'),
    about: 'bank',
    title: 'A body that is called encrypted is a compact JWE',
    cites: [cite.questions('response headers, Content-Type'), cite.rfc('7516 §7.1')],
    defect: 'bh-jwe-of-three-parts',
    // Banks that encrypt nothing give no occasion, and nothing is lost by it.
    operations: [],
    check: encryptedIsJwe,
    example: {
      breaks: 'GET /accounts   accept: application/jose+jwe\n\n200\ncontent-type: application/jwe\n\ne30.e30.e30',
      findings: [{ at: 'body', expected: 'a compact JWE of five parts', got: 'a text of 3 parts' }],
    },
  }),
]
