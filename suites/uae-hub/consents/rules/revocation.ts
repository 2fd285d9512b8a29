import { together } from '../../../../checks/answers.ts'
import { at } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { accessEnded } from '../../../../checks/revoked-access.ts'
import { failed, succeeded, unavailable } from '../../../../checks/status.ts'
import { type Answer, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { accounts, consent, patchConsent } from '../../operations.ts'
import { dataOf, stateOf } from '../consent.ts'
import { outliveConsent } from '../scenarios/outlive-consent.ts'
import { patchSubscription } from '../scenarios/patch-subscription.ts'
import { type Revocation, revokeConsent } from '../scenarios/revoke-consent.ts'

type Revoking = { readonly revocation: Revocation }

const answeredWell = ({ patch }: Revocation): Answer => {
  const { status, body } = patch.response
  if (failed(patch) || unavailable(patch)) return undecided(`the patch was answered with ${status}`)
  if (status !== 204) return [finding('status', '204', status, patch)]
  return body === '' ? [] : [finding('body', 'nothing', `${body.length} characters`, patch)]
}

const becameRevoked = ({ patch, state }: Revocation): Answer => {
  if (!succeeded(patch)) return undecided('the revocation was not accepted')
  if (!succeeded(state)) return undecided(`the consent was answered with ${state.response.status}`)
  return stateOf(state) === 'Revoked' ? [] : [finding('/Data/Status', 'Revoked', stateOf(state), state)]
}

/** UAE-CNS-015, of a consent that a user gave. Sources disagree about one that waits or is suspended; neither is judged. */
export const revocationIsAnswered = rule<Revoking>({
  id: 'UAE-CNS-015',
  requirements: ['UAE-CNS-015'],
  level: 'MUST',
  about: 'hub',
  title: 'A revocation is answered with 204 and nothing else, and the consent becomes Revoked',
  cites: [cite.accountInformation('PATCH /account-access-consents/{ConsentId}')],
  defects: ['revocation-with-body'],
  on: [revokeConsent, patchSubscription],
  operation: patchConsent,
  check: ({ revocation }) => together(answeredWell(revocation), becameRevoked(revocation)),
  example: {
    breaks: `PATCH /account-access-consents/{ConsentId}
{"Data":{"Status":"Revoked","RevokedBy":"TPP"}}

200
{"Data":{"ConsentId":"consent-1","Status":"Revoked", … }}`,
    findings: [{ at: 'status', expected: '204', got: '200' }],
  },
})

/** UAE-CNS-016: the two values that a client uses. Those of a bank are not sent, though the schema has them. */
export const revokerIsShown = rule<Revoking>({
  id: 'UAE-CNS-016',
  requirements: ['UAE-CNS-016'],
  level: 'MUST',
  about: 'hub',
  title: 'A consent that shows who revoked it shows what the client said',
  cites: [cite.accountInformation('AERevokedBy')],
  defects: ['revoked-by-somebody-else'],
  on: [revokeConsent, patchSubscription],
  operation: consent,
  check({ revocation }) {
    const { by, state } = revocation
    if (stateOf(state) !== 'Revoked') return undecided('the consent did not become Revoked')
    const shown = at(dataOf(state), 'RevokedBy')
    return shown === undefined || shown === by ? [] : [finding('/Data/RevokedBy', by, shown, state)]
  },
  observe: ({ revocation }) =>
    stateOf(revocation.state) === 'Revoked' && at(dataOf(revocation.state), 'RevokedBy') === undefined
      ? { RevokedBy: 'not shown' }
      : {},
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   after a revocation with "RevokedBy":"TPP"

200
{"Data":{"ConsentId":"consent-1","Status":"Revoked","RevokedBy":"LFI", … }}`,
    findings: [{ at: '/Data/RevokedBy', expected: 'TPP', got: 'LFI' }],
  },
})

/** UAE-CNS-021 for the state Revoked; UAE-ERR-013 asks the same of the refusal. */
export const revokedConsentsGiveNoData = rule({
  id: 'UAE-CNS-021',
  requirements: ['UAE-CNS-021', 'UAE-ERR-013'],
  level: 'MUST',
  about: 'hub',
  title: 'A consent that shows as Revoked gives no data, though its token has not ended',
  cites: [cite.guide('consent/index.md, states of a consent')],
  defects: ['data-after-revocation'],
  on: [revokeConsent],
  operation: accounts,
  check({ data, after, tokenEnded, revocation }) {
    if (!succeeded(data)) return undecided(`before the revocation data was answered with ${data.response.status}`)
    if (stateOf(revocation.state) !== 'Revoked') return undecided('the consent did not become Revoked')
    return tokenEnded
      ? undecided('the token ended before data was refused')
      : accessEnded(after, '403, 401 or 400 once the consent shows Revoked')
  },
  observe: ({ after }) => ({ 'refused with': String(after.at(-1)?.response.status ?? 'not asked') }),
  example: {
    breaks: `GET /accounts   60 seconds after the consent showed Revoked

200
content-type: application/json

{"Data":{"Account":[{"AccountId":"a1", … }]}}`,
    findings: [{ at: 'status', expected: '403, 401 or 400 once the consent shows Revoked', got: '200' }],
  },
})

/** UAE-CNS-022. That the consent shows Expired is observed: a hub may count its states in batches. */
export const endedConsentsGiveNoData = rule({
  id: 'UAE-CNS-022',
  requirements: ['UAE-CNS-022'],
  level: 'MUST',
  about: 'hub',
  title: 'A consent gives no data after its ExpirationDateTime, though its token has not ended',
  cites: [cite.guide('consent/index.md, states of a consent')],
  defects: ['consent-never-expires'],
  on: [outliveConsent],
  operation: accounts,
  check: ({ after, tokenEnded }) =>
    tokenEnded
      ? undecided('the token ended before data was refused')
      : accessEnded(after, '403, 401 or 400 after the end of the consent'),
  observe: ({ after, reads }) => ({
    'refused with': String(after.at(-1)?.response.status),
    'state after the end': String(reads.map(stateOf).at(-1)),
  }),
  example: {
    breaks: `GET /accounts   after the ExpirationDateTime of the consent

200
content-type: application/json

{"Data":{"Account":[{"AccountId":"a1", … }]}}`,
    findings: [{ at: 'status', expected: '403, 401 or 400 after the end of the consent', got: '200' }],
  },
})
