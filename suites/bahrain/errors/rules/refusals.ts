import { eachRefused } from '../../../../checks/refusals.ts'
import { cite } from '../../cite.ts'
import { consent } from '../../operations.ts'
import { onAttempts } from '../../tried.ts'
import { askForStrangePath, readUnknownAccount } from '../scenarios/ask-for-strangers.ts'
import { readConsentWithBadTokens, readWithBadTokens, useExpiredToken } from '../scenarios/use-bad-tokens.ts'
import { useWrongScope } from '../scenarios/use-wrong-scope.ts'

/** BH-ERR-001: 401 is the British status; the flow of the framework carries that nothing is served. */
export const badTokensOpenNothing = onAttempts({
  id: 'BH-ERR-001',
  title: 'A call without a token, or with one that is not good, is refused',
  cites: [cite.questions('error flow 1'), cite.british('read-write-data-api-profile, status codes')],
  defect: 'bh-tokenless-data',
  on: [readWithBadTokens, readConsentWithBadTokens, useExpiredToken],
  check: eachRefused({ statuses: [401], demand: 'refused' }),
  usual: [401],
  breaks: `GET /accounts   without Authorization

200
{"Data":{"Account":[ … ]}, …}`,
  finding: { at: 'no token: status', expected: '401, and no data', got: '200' },
})

/** BH-ERR-002: 403 is the British status. */
export const otherScopesOpenNothing = onAttempts({
  id: 'BH-ERR-002',
  title: 'A token of another scope is refused',
  cites: [cite.questions('error flow 2'), cite.british('read-write-data-api-profile, status codes')],
  defect: 'bh-wrong-scope-opens',
  on: [useWrongScope],
  operation: consent,
  check: eachRefused({ statuses: [403], demand: 'refused' }),
  usual: [403],
  breaks: `GET /account-access-consents/{ConsentId}   with a token of scope payments

200
{"Data":{"ConsentId":"c1", …}, …}`,
  finding: { at: 'a token for payments: status', expected: '403, and no data', got: '200' },
})

/** BH-ERR-006: 404 is observed. */
export const unknownAccountsAreRefused = onAttempts({
  id: 'BH-ERR-006',
  title: 'An id that nobody has is refused with 400',
  cites: [cite.british('read-write-data-api-profile, 400 and 404')],
  defect: 'bh-unknown-account-fails',
  on: [readUnknownAccount],
  check: eachRefused({ statuses: [400, 403], demand: 'refused', aside: [401], failureCounts: true }),
  usual: [400, 403],
  breaks: `GET /accounts/{AccountId}/balances   of an account that nobody has

500`,
  finding: { at: 'an unknown AccountId: status', expected: '400 or 403, and no data', got: '500' },
})

/** BH-ERR-007 */
export const unknownPathsAreNotFound = onAttempts({
  id: 'BH-ERR-007',
  title: 'A path that the framework does not have is answered with 404',
  cites: [cite.british('read-write-data-api-profile, 404')],
  defect: 'bh-unknown-path-is-200',
  on: [askForStrangePath],
  check: eachRefused({ statuses: [404], demand: 'refused', aside: [401] }),
  usual: [404],
  breaks: `GET /no-such-resource

200
{}`,
  finding: { at: 'an unknown path: status', expected: '404, and no data', got: '200' },
})
