import { together } from '../../../../checks/answers.ts'
import { cameTo } from '../../../../checks/authorisation.ts'
import { noStateReturned } from '../../../../checks/callback.ts'
import { consentShows, consentUntouched } from '../../../../checks/consent-reads.ts'
import { idTokenNonce } from '../../../../checks/nonce.ts'
import { type Answer, rule, silent } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { authorization, consent } from '../../operations.ts'
import { readDeclinedConsent } from '../scenarios/decline-consent.ts'
import { pushConsentTwice } from '../scenarios/push-consent-twice.ts'
import { readPushedConsent } from '../scenarios/read-pushed-consent.ts'
import { returnStateAndNonce, type StateProbe } from '../scenarios/return-state-and-nonce.ts'

const status = ['Data', 'Status']

const stateAndNonce = (probe: StateProbe): Answer => {
  if ('inconclusive' in probe || probe.authorisation?.outcome !== 'code') return silent('it led to no code')
  const { push, authorisation, token } = probe
  return together(
    typeof push.claims.state === 'string' ? [] : noStateReturned(authorisation),
    token === undefined ? [] : idTokenNonce(token, push.claims.nonce),
  )
}

/** UAE-PAR-021. Whether a request without them is refused is observed; what comes back is judged. */
export const stateAndNonceComeBackAsSent = rule({
  id: 'UAE-PAR-021',
  requirements: ['UAE-PAR-021'],
  level: 'MAY',
  about: 'hub',
  title: 'A request without state gets none back, and the nonce of the id_token is that of the request',
  cites: [cite.articles('jwt-claims, nonce'), cite.rfc('6749 §4.1.2'), cite.rfc('9101 §6.3')],
  defects: ['state-from-outside-returned'],
  on: [returnStateAndNonce],
  operation: authorization,
  check({ probes }) {
    const answers = probes.map(stateAndNonce)
    return answers.every((answer) => 'silent' in answer) ? silent('no request led to a code') : together(...answers)
  },
  observe: ({ probes }) =>
    Object.fromEntries(
      probes.flatMap((probe) => {
        if ('inconclusive' in probe) return []
        const { authorisation, push } = probe
        return [
          [probe.name, authorisation === undefined ? `status ${push.par.response.status}` : cameTo(authorisation)],
        ]
      }),
    ),
  example: {
    breaks: `POST /par   a request object without state, and state=outside as a form field

303
location: https://client.example/callback?code=…&state=outside&iss=…`,
    findings: [{ at: 'callback state', expected: 'nothing', got: 'outside' }],
  },
})

/** UAE-PAR-026. A second push may be accepted, which is observed. */
export const secondPushChangesNothing = rule({
  id: 'UAE-PAR-026',
  requirements: ['UAE-PAR-026'],
  level: 'MUST',
  about: 'hub',
  title: 'A second push with the id of an authorised consent leaves that consent as it was',
  cites: [cite.guide('consent/index.md, immutability')],
  defects: ['without-fresh-consent-id-check'],
  on: [pushConsentTwice],
  operation: consent,
  check: consentUntouched(['Data'], ['StatusUpdateDateTime']),
  observe: ({ second }) => ({ 'second push': String(second.par.response.status) }),
  example: {
    breaks: `POST /par   the ConsentId of a consent with Permissions ["ReadAccountsBasic"], and more permissions

201

GET /account-access-consents/{ConsentId}

200
{"Data":{"Permissions":["ReadAccountsBasic","ReadBalances"], … }}`,
    findings: [
      { at: '/Data/Permissions', expected: '["ReadAccountsBasic"]', got: '["ReadAccountsBasic","ReadBalances"]' },
    ],
  },
})

/** UAE-PAR-048 */
export const pushedConsentIsReadable = rule({
  id: 'UAE-PAR-048',
  requirements: ['UAE-PAR-048'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A pushed consent is read with a client-credentials token, as AwaitingAuthorization, before the user acts',
  cites: [cite.guide('consent/index.md, states of a consent'), cite.olderGuide('collection, order of requests')],
  defects: ['pushed-consent-hidden'],
  on: [readPushedConsent],
  operation: consent,
  check: consentShows(status, 'AwaitingAuthorization'),
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   after the push

404`,
    findings: [{ at: 'status', expected: '200', got: '404' }],
  },
})

/** UAE-CBK-009, for a user who declines; no run makes a log-in fail. */
export const declinedConsentIsRejected = rule({
  id: 'UAE-CBK-009',
  requirements: ['UAE-CBK-009'],
  level: 'SHOULD',
  about: 'bank',
  title: 'A consent that the user declined is Rejected',
  cites: [
    cite.guide('consent/index.md, states of a consent'),
    cite.web('API Hub for LFIs, consent journey, requirements'),
  ],
  defects: ['declined-consent-waits'],
  on: [readDeclinedConsent],
  operation: consent,
  check: consentShows(status, 'Rejected'),
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   after the user declined

200
{"Data":{"Status":"AwaitingAuthorization", … }}`,
    findings: [{ at: '/Data/Status', expected: 'Rejected', got: 'AwaitingAuthorization' }],
  },
})
