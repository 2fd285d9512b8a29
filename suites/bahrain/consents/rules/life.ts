import { finding } from '../../../../checks/findings.ts'
import { jwtTimesAreSeconds } from '../../../../checks/numeric-dates.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { failed, refused, succeeded, unavailable } from '../../../../checks/status.ts'
import { type Answer, rule, undecided } from '../../../../engine/rule.ts'
import { stateOf } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { consent } from '../../operations.ts'
import { onAttempts } from '../../tried.ts'
import { declineConsent } from '../scenarios/decline-consent.ts'
import { type Followed, followConsent } from '../scenarios/follow-consent.ts'
import { readForeignConsent, readUnknownConsent } from '../scenarios/read-strange-consents.ts'

/** What a client's own token is refused: 401 may be about the token, and is one all the same, for it was fetched for this. */
const clientGetsThrough = ({ journey, read }: Followed): Answer => {
  const calls = [
    ['creation', journey.push.par],
    ['read', read],
  ] as const
  const open = calls.filter(([, call]) => failed(call) || unavailable(call))
  const shut = calls.filter(([, call]) => refused(call) && !unavailable(call))
  if (shut.length > 0)
    return shut.map(([name, call]) => finding(`${name}: status`, 'a success', call.response.status, call))
  return open.length > 0 ? undecided(open.map(([name, call]) => `${name}: ${call.response.status}`).join('; ')) : []
}

/** BH-CON-002 */
export const clientsNeedNoUser = rule({
  id: 'BH-CON-002',
  requirements: ['BH-CON-002'],
  level: levels('BH-CON-002'),
  about: 'bank',
  title: 'A client creates and reads its consents with a token of its own, of scope accounts',
  cites: [cite.consents('grant type and scope')],
  defects: ['bh-consents-want-a-user'],
  on: [followConsent],
  operation: consent,
  check: clientGetsThrough,
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   with a client-credentials token of scope accounts

403`,
    findings: [{ at: 'read: status', expected: 'a success', got: '403' }],
  },
})

/** BH-CON-008: the user agent came back with a code, so the user has given the consent. */
export const givenConsentsAreAuthorised = rule({
  id: 'BH-CON-008',
  requirements: ['BH-CON-008'],
  level: levels('BH-CON-008'),
  about: 'bank',
  title: 'A consent that its user gave shows as Authorised',
  cites: [cite.consents('states'), cite.schemas('Status')],
  defects: ['bh-approval-not-shown'],
  on: [followConsent],
  operation: consent,
  check: ({ read }) => {
    if (!succeeded(read)) return undecided(`the consent was answered with ${read.response.status}`)
    const state = stateOf(read)
    return state === 'Authorised' ? [] : [finding('/Data/Status', 'Authorised', state, read)]
  },
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   after the user came back with a code
200
{"Data":{"Status":"AwaitingAuthorisation", …}, …}`,
    findings: [{ at: '/Data/Status', expected: 'Authorised', got: 'AwaitingAuthorisation' }],
  },
})

/** BH-DAT-007, of the id_token that comes with the access token. */
export const timesInTokensAreNumbers = rule({
  id: 'BH-DAT-007',
  requirements: ['BH-DAT-007'],
  level: levels('BH-DAT-007'),
  about: 'bank',
  title: 'Times in an id_token are numbers of seconds',
  cites: [cite.questions('date formats, JWT'), cite.rfc('7519 §2')],
  defects: ['bh-id-token-times-are-text'],
  on: [followConsent],
  check: ({ journey }, given) => jwtTimesAreSeconds(journey.token, given),
  example: {
    breaks: 'id_token {"iat":"1780300800", …}',
    findings: [{ at: 'id_token claim iat', expected: 'a JSON number of seconds', got: '"1780300800"' }],
  },
})

/** BH-CON-012: a consent that still waits may be tried again until the bank gives it up. */
export const declinedConsentsAreNotOpen = rule({
  id: 'BH-CON-012',
  requirements: ['BH-CON-012'],
  level: levels('BH-CON-012'),
  about: 'bank',
  title: 'A consent that its user declined shows as Rejected',
  cites: [cite.british('account-and-transaction-api-profile, states'), cite.schemas('Status')],
  defects: ['bh-declined-consent-authorised'],
  on: [declineConsent],
  operation: consent,
  check: (read) => {
    if (!succeeded(read)) return undecided(`the consent was answered with ${read.response.status}`)
    const state = stateOf(read)
    if (state === 'AwaitingAuthorisation') return undecided('the consent still waits for its user')
    return state === 'Rejected' ? [] : [finding('/Data/Status', 'Rejected', state, read)]
  },
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   after the user declined
200
{"Data":{"Status":"Authorised", …}, …}`,
    findings: [{ at: '/Data/Status', expected: 'Rejected', got: 'Authorised' }],
  },
})

/** BH-CON-016: 404 is observed. */
export const strangersSeeNoConsent = onAttempts({
  id: 'BH-CON-016',
  title: 'A consent that is not the client’s own is not shown',
  cites: [cite.british('read-write-data-api-profile, 400 and 403')],
  defect: 'bh-foreign-consent-shown',
  on: [readUnknownConsent, readForeignConsent],
  operation: consent,
  check: eachRefused({ statuses: [400, 403], demand: 'refused', aside: [401], failureCounts: true }),
  usual: [400, 403],
  breaks: `GET /account-access-consents/{ConsentId}   of another client

200
{"Data":{"ConsentId":"c1", …}, …}`,
  finding: { at: 'read by another client: status', expected: '400 or 403, and no data', got: '200' },
})
