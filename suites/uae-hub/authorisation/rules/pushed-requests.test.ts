import type { PushProbe } from '../../../../checks/pushed-request.ts'
import type { Authorisation, Push } from '../../../../engine/session.ts'
import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { pushAnswersWithUri, requestObjectsAreVerified, requestUriEnds } from './pushed-requests.ts'

const requestUri = 'urn:ietf:params:oauth:request-uri:1'
const push = (sample: Sample): Push => ({
  consentId: 'c1',
  claims: {},
  par: exchange({ operation: 'POST /par', ...sample }),
  ...(sample.status === 400 ? {} : { requestUri }),
})
const accepted = push({ status: 201, body: { request_uri: requestUri, expires_in: 90 } })
const came = (outcome: Authorisation['outcome']): Authorisation => ({
  outcome,
  exchanges: [exchange({ id: 'a1', operation: 'authorization', status: 303 })],
})

proves(pushAnswersWithUri, {
  holds: { '201': accepted, '200': push({ body: { expires_in: 90, request_uri: requestUri } }) },
  breaks: {
    'expires_in as a text': [
      push({ status: 201, body: { request_uri: requestUri, expires_in: '90' } }),
      { at: '/expires_in', expected: 'a positive integer', got: '"90"' },
    ],
  },
})

const refused: PushProbe = { name: 'RS256', push: push({ status: 400, body: { error: 'invalid_request_object' } }) }
const broken = (outcome: Authorisation['outcome']): PushProbe => ({
  name: 'broken signature',
  push: accepted,
  authorisation: came(outcome),
})

proves(requestObjectsAreVerified, {
  holds: { 'at once, and later': { baseline: accepted, probes: [refused, broken('error')], taken: came('code') } },
  breaks: {
    'a code for a broken signature': [
      { baseline: accepted, probes: [refused, broken('code')] },
      { at: 'broken signature: authorization', expected: 'a refusal', got: 'a code', exchange: 'a1' },
    ],
  },
  undecided: {
    'a page that nobody fills in': { baseline: accepted, probes: [refused, broken('page')] },
    'a log-in that fails for good pushes, too': {
      baseline: accepted,
      probes: [refused, broken('error')],
      taken: came('error'),
    },
  },
})

proves(requestUriEnds, {
  holds: { 'an error': { push: accepted, authorisation: came('error') } },
  breaks: {
    'a code': [
      { push: accepted, authorisation: came('code') },
      { at: 'authorization', expected: 'an error page or an error redirect', got: 'a code', exchange: 'a1' },
    ],
  },
  undecided: { 'a page': { push: accepted, authorisation: came('page') } },
})
