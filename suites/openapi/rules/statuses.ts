import type { Scope } from '../../../checks/declared.ts'
import { mediaTypeIsDeclared, statusIsDeclared } from '../../../checks/declared-answer.ts'
import { redirected, refused } from '../../../checks/status.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'

/** Refusals of HTTP itself, which few documents name: a wrong method, an Accept or a body of another media type. */
const ofNegotiation = [405, 406, 415]

/** A success. A redirect that is not declared is HTTP's: the call never came to the API. */
const successOf =
  (check: Check): Check =>
  (exchange, given) => {
    if (exchange.response.status >= 400) return silent('no success')
    const answer = check(exchange, given)
    return redirected(exchange) && Array.isArray(answer) && answer.length > 0
      ? silent('a redirect that the contract does not declare')
      : answer
  }

/** What went wrong with a request. A 5xx that is not declared has a rule of its own. */
const refusalOf =
  (check: Check): Check =>
  (exchange, given) =>
    refused(exchange) ? check(exchange, given) : silent('no refusal')

/** Rules about statuses and media types that the contract declares. */
export const statusRules = (
  scope: Scope,
  { all, withBody }: { readonly all: readonly string[]; readonly withBody: readonly string[] },
): readonly ExchangeRule[] => [
  {
    id: 'OAS-010',
    requirements: ['OAS-010'],
    level: 'MUST',
    about: 'bank',
    title: 'A success has a status that the contract declares',
    cites: [cite.openapi('Responses Object')],
    defects: [],
    on: 'exchange',
    // An operation of which no good call came to its end is not passed over in silence.
    operations: all,
    check: successOf(statusIsDeclared(scope)),
    example: {
      breaks: `GET /pets

206`,
      findings: [{ at: 'status', expected: '200, 400, 401, 404', got: '206' }],
    },
  },
  {
    id: 'OAS-011',
    requirements: ['OAS-011'],
    // The document is to name the errors that are known, and does not have to name all.
    level: 'SHOULD',
    about: 'bank',
    title: 'A refusal has a status that the contract declares',
    cites: [cite.openapi('Responses Object')],
    defects: [],
    on: 'exchange',
    check: refusalOf(statusIsDeclared({ ...scope, tolerated: ofNegotiation })),
    example: {
      breaks: `GET /pets

418`,
      findings: [{ at: 'status', expected: '200, 400, 401, 404', got: '418' }],
    },
  },
  {
    id: 'OAS-012',
    requirements: ['OAS-012'],
    level: 'MUST',
    about: 'bank',
    title: 'A body has a media type that the contract declares for its status',
    cites: [cite.openapi('Response Object, content')],
    defects: [],
    on: 'exchange',
    operations: withBody,
    check: mediaTypeIsDeclared(scope),
    example: {
      breaks: `GET /pets

200
content-type: text/html

<html>…</html>`,
      findings: [{ at: 'header content-type', expected: 'application/json', got: 'text/html' }],
    },
  },
]
