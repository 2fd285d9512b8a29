import { declaredIn } from '../../../../checks/declared.ts'
import { idIsNotLostOnErrors, idsAreNotMixedUp } from '../../../../checks/interaction-id.ts'
import { failuresDoNotLast, type Refused, refusalOf } from '../../../../checks/lasting-failures.ts'
import type { Exchange, Headers } from '../../../../engine/exchange.ts'
import { type Check, type Given, type RunRule, silent } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { resourceContracts } from '../../operations.ts'

const suite = 'uae-hub/bank-data-sharing'
const resources = { contracts: resourceContracts }

const ofIds = (headers: Headers): Headers => headers.filter(([name]) => /^x-fapi-interaction-id$/i.test(name))

const own: Exchange['credentials'] = { token: 'other', certificate: 'own' }
const stranger: Exchange['credentials'] = { token: 'other', certificate: 'none' }

/** What is not kept. */
const nothing = {
  suite: '',
  scenario: '',
  purpose: '',
  startedAt: '',
  durationMs: 0,
  facts: { bytes: 0, bodySha256: '', validUtf8: true },
} as const

/** An exchange of a resource with its interaction ids alone: a run has too many to keep the rest. */
const withIds = (exchange: Exchange, given: Given): Exchange | undefined => {
  if (declaredIn(resources, exchange, given) === undefined) return undefined
  const { id, operation, request, response } = exchange
  return {
    ...nothing,
    id,
    ...(operation !== undefined && { operation }),
    credentials: exchange.credentials.certificate === 'own' ? own : stranger,
    request: { method: request.method, url: '', headers: ofIds(request.headers) },
    response: { status: response.status, headers: ofIds(response.headers), body: '' },
  }
}

/** Where a part of a run gave no occasion, nothing was asked: that is not the fault of anybody. */
const wherePossible =
  <Piece>(check: Check<Piece>): Check<Piece> =>
  (pieces, given) => {
    const answer = check(pieces, given)
    return 'undecided' in answer ? silent(answer.undecided) : answer
  }

/** The softer branch of UAE-HDR-001: no answer carries the id that somebody else sent. */
export const idsStayApart: RunRule<Exchange> = {
  id: 'UAE-HDR-001/should',
  requirements: ['UAE-HDR-001'],
  level: 'SHOULD',
  about: 'hub',
  title: 'The interaction id of one call does not come back on another',
  cites: [cite.guide('security/request-headers.md, x-fapi-interaction-id')],
  defects: ['interaction-id-of-another-call'],
  on: 'run',
  suite,
  gather: withIds,
  check: wherePossible(idsAreNotMixedUp),
  example: {
    breaks: `x1 GET /accounts
x-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab

x2 GET /accounts   without x-fapi-interaction-id

200
x-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab`,
    findings: [
      {
        at: 'header x-fapi-interaction-id',
        expected: 'another id',
        got: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab, which x1 sent',
      },
    ],
  },
}

/** The softer branch of UAE-HDR-003: errors that the contract does not declare, of operations that return the id. */
export const idsOnEveryError: RunRule<Exchange> = {
  id: 'UAE-HDR-003/should',
  requirements: ['UAE-HDR-003'],
  level: 'SHOULD',
  about: 'hub',
  title: 'An operation that returns the interaction id on success returns it on every error',
  cites: [cite.guide('security/request-headers.md, x-fapi-interaction-id')],
  defects: ['interaction-id-lost-on-404'],
  on: 'run',
  suite,
  gather: withIds,
  check: wherePossible(idIsNotLostOnErrors),
  example: {
    breaks: `x1 GET /accounts/{AccountId}\n200\nx-fapi-interaction-id: (the one that was sent)

x2 GET /accounts/{AccountId}   x-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab\n404`,
    findings: [
      {
        at: 'GET /accounts/{AccountId} 404: header x-fapi-interaction-id',
        expected: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab',
        got: 'nothing',
      },
    ],
  },
}

/** UAE-ERR-017: scenarios repeat a request that was answered with 500. One that was not repeated says nothing. */
export const nothingFailsForGood: RunRule<Refused> = {
  id: 'UAE-ERR-017',
  requirements: ['UAE-ERR-017'],
  level: 'MUST',
  about: 'hub',
  title: 'What is to be refused is refused, and not failed at',
  cites: [cite.own('500 says that the server failed, whatever was asked')],
  defects: ['odd-auth-date-fails'],
  on: 'run',
  suite,
  gather: refusalOf(resources),
  check: failuresDoNotLast,
  example: {
    breaks: `x1 GET /accounts/{AccountId}   x-fapi-auth-date: 2026-06-01T08:00:00.000Z\n500

x2 GET /accounts/{AccountId}   the same once more\n500`,
    findings: [
      {
        at: 'GET /accounts/{AccountId}, x-fapi-auth-date of ISO 8601: status',
        expected: 'a refusal',
        got: '500, 2 times',
      },
    ],
  },
}
