import { together } from '../../../../checks/answers.ts'
import { expectEqual, finding } from '../../../../checks/findings.ts'
import { bodyIsSigned, claimsAreThere, isInTime } from '../../../../checks/signed-body.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type Check, type Given, silent, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { onScenarios } from '../../row.ts'
import { delivery, eachEvent, type Received } from '../event.ts'
import { followConsentEvents } from '../scenarios/follow-consent.ts'
import { onEvents } from './followed.ts'

/** An event as an answer with a signed body: what is judged of both is the same. */
const asAnswer = (event: Exchange): Exchange => {
  const opened = event.facts.delivery?.opened
  return {
    ...event,
    response: { status: 200, headers: [], body: '' },
    facts: { ...event.facts, ...(opened && 'claims' in opened && { jws: opened }) },
  }
}

/** Said of a JWS whose `kid` no key of the set has. */
const noSuchKey = 'ERR_JWKS_NO_MATCHING_KEY'

/** Events may be signed by the hub or the bank: a key that this authorization server does not publish may be the other's. */
const hasKnownKey: Check = (answer, given) => {
  const { jws } = answer.facts
  return jws?.reason === noSuchKey && jws.header.alg === 'PS256'
    ? undecided(`no key that the authorization server publishes has the kid ${String(jws.header.kid)}`)
    : bodyIsSigned(answer, given)
}

const isSigned = (event: Exchange, given: Given): Answer => {
  const { opened, decrypted } = event.facts.delivery ?? {}
  if (opened === undefined || 'failed' in opened) {
    const why = opened?.failed ?? 'nothing is known of it'
    return decrypted ? [finding('JWE content', 'a compact JWS', why, event)] : undecided(`it was not opened: ${why}`)
  }
  const answer = asAnswer(event)
  return together(hasKnownKey(answer, given), claimsAreThere(answer, given), isInTime(answer, given))
}

/** UAE-EVT-004. */
export const eventsAreSigned = onEvents({
  id: 'UAE-EVT-004',
  level: 'MUST',
  title: 'An event holds a JWS by PS256 that a key of the server verifies, with issuer, times and content',
  cites: [cite.webhooks('AEWebhookEventSigned'), cite.rfc('7515 §5.2')],
  check: ({ lives }, given) => eachEvent(lives, (event) => isSigned(event, given)),
  defect: 'event-signature-broken',
  shows: '… a JWS with a signature that no key verifies',
  finding: {
    at: 'JWS signature',
    expected: 'one that a key of the server verifies',
    got: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  },
})

const isNumber = (value: unknown): boolean => typeof value === 'number'
const isString = (value: unknown): boolean => typeof value === 'string'

const isSound = (event: Exchange, { url, deliveries }: Received): Answer => {
  const permit = event.facts.delivery?.authorization
  if (permit === undefined) return silent('no JWT stands in the header Authorization')
  const { header, claims, verified, reason } = permit
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  const before = deliveries.slice(0, deliveries.indexOf(event))
  const twice = before.some(({ facts }) => facts.delivery?.authorization?.claims.jti === claims.jti)
  const typed = (names: readonly string[], fits: (value: unknown) => boolean, expected: string) =>
    names.flatMap((name) => (fits(claims[name]) ? [] : [finding(`JWT ${name}`, expected, claims[name], event)]))
  return [
    ...expectEqual('JWT alg', header.alg, 'PS256', event),
    ...(verified || reason === 'no key set was read'
      ? []
      : [finding('JWT signature', 'one that a key of the server verifies', reason, event)]),
    ...typed(['iss', 'sub', 'jti'], isString, 'a string'),
    ...typed(['iat', 'nbf', 'exp'], isNumber, 'a number'),
    ...(audience.includes(url) ? [] : [finding('JWT aud', url, claims.aud, event)]),
    ...(twice && claims.jti !== undefined
      ? [finding('JWT jti', 'one of its own', 'that of an earlier event', event)]
      : []),
  ]
}

/** UAE-EVT-008: the guide shows such a token; no document demands it, so what differs is no more than noted. */
export const permitsAreSound = onScenarios({
  id: 'UAE-EVT-008',
  level: 'MAY',
  about: 'hub',
  title: 'The token beside an event is a JWT by PS256 for the receiver, used once',
  cites: [cite.accountOpeningGuide('3.1.2.1')],
  defect: 'event-permit-for-another',
  on: [followConsentEvents],
  operation: delivery,
  check: ({ lives }) => eachEvent(lives, isSound),
  example: {
    breaks: `POST /hooks/7f3c
authorization: Bearer eyJ…   {"iss":"…","sub":"…","aud":"https://another.example", … }`,
    findings: [{ at: 'JWT aud', expected: 'https://tpp.example/hooks/7f3c', got: 'https://another.example' }],
  },
})
