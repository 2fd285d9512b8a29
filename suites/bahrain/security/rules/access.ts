import { together } from '../../../../checks/answers.ts'
import { certificatesAreNeeded, waysToRefuse } from '../../../../checks/certificates.ts'
import { finding } from '../../../../checks/findings.ts'
import { weakHandshakesFail } from '../../../../checks/handshakes.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { type Check, rule, silent } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { accounts } from '../../operations.ts'
import { onAttempts } from '../../tried.ts'
import { connectWeakly, type Weakly } from '../scenarios/connect-weakly.ts'
import { logInWrongly } from '../scenarios/log-in-wrongly.ts'
import { useWrongGrant } from '../scenarios/use-wrong-grant.ts'

/** A sandbox may do without mutual TLS; an old version of TLS is found there as well. */
const connectionsAreSafe: Check<Weakly> = ({ api, hosts }, { profile }) => {
  const versions = weakHandshakesFail(hosts)
  if (profile.samples.mutualTls !== 'no') return together(certificatesAreNeeded(api), versions)
  return 'length' in versions && versions.length > 0
    ? versions
    : silent('the profile says that this bank asks for no client certificate (samples.mutualTls: no)')
}

/** BH-SEC-001 */
export const mutualTlsIsDemanded = rule({
  id: 'BH-SEC-001',
  requirements: ['BH-SEC-001'],
  level: levels('BH-SEC-001'),
  about: 'bank',
  title: 'Hosts speak TLS 1.2 or later, and data takes a client certificate',
  cites: [cite.olderQuestions('mutual TLS 1.2'), cite.rfc('8996 §5')],
  defects: ['bh-no-certificate-needed'],
  on: [connectWeakly],
  check: connectionsAreSafe,
  observe: ({ api }) => waysToRefuse(api),
  example: {
    breaks: `GET /accounts   without a client certificate

200
{"Data":{"Account":[ … ]}, …}`,
    findings: [{ at: 'accounts: status', expected: 'a refusal', got: '200' }],
  },
})

/** BH-SEC-004: 401 and 403 are expected. */
export const clientTokensOpenNoData = onAttempts({
  id: 'BH-SEC-004',
  title: 'A token that no user stands behind opens no account',
  cites: [cite.british('account-and-transaction-api-profile, grants'), cite.own('users decide')],
  defect: 'bh-client-token-opens-data',
  on: [useWrongGrant],
  operation: accounts,
  check: eachRefused({ statuses: [401, 403], demand: 'refused' }),
  usual: [401, 403],
  breaks: `GET /accounts   with a client-credentials token

200
{"Data":{"Account":[ … ]}, …}`,
  finding: { at: 'client-credentials token: status', expected: '401 or 403, and no data', got: '200' },
})

/** BH-ERR-005: whether the user gets another try or is sent back is the bank's choice; an error that goes back is observed. */
export const wrongPasswordsOpenNothing = rule({
  id: 'BH-ERR-005',
  requirements: ['BH-ERR-005'],
  level: levels('BH-ERR-005'),
  about: 'bank',
  title: 'A user with a wrong password comes back without a code',
  cites: [cite.questions('error flow 5')],
  defects: ['bh-wrong-password-logs-in'],
  on: [logInWrongly],
  check: ({ outcome, callback, exchanges }) =>
    outcome === 'code' || callback?.withCode === true
      ? [finding('callback', 'no code', 'a code', exchanges.at(-1))]
      : [],
  observe: ({ callback }) =>
    callback === undefined
      ? {}
      : {
          'came back with': `${callback.parameters.error ?? 'no error'}${callback.parameters.state === undefined ? ', without state' : ''}`,
        },
  example: {
    breaks: `a log-in with a password that is nobody's, and then
303
location: https://client.example/callback#code=…`,
    findings: [{ at: 'callback', expected: 'no code', got: 'a code' }],
  },
})
