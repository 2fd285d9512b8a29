import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { consent } from '../../operations.ts'
import { openAccount } from '../operations.ts'
import { openWithOtherTokens, openWithoutToken, readConsentAsOpener } from '../scenarios/use-other-tokens.ts'

/** UAE-AOP-015: 401 is expected without a token and 403 with another; either is a refusal, and other 4xx are observed. */
export const otherTokensOpenNoAccount = rule({
  id: 'UAE-AOP-015',
  requirements: ['UAE-AOP-015'],
  level: 'MUST',
  about: 'hub',
  title: 'No account is opened without a token of the client for account opening',
  cites: [cite.accountOpening('security of every operation: TPPOAuth2Security'), cite.rfc('6750 §3.1')],
  defects: ['any-token-opens-accounts'],
  on: [openWithoutToken, openWithOtherTokens],
  operation: openAccount,
  check: ({ probes }) => eachRefused({ statuses: [401, 403], demand: 'refused' })(probes),
  observe: ({ probes }) => ({
    ...otherStatuses(401)(probes.filter(({ name }) => name === 'no token')),
    ...otherStatuses(403)(probes.filter(({ name }) => name !== 'no token')),
  }),
  example: {
    breaks: 'POST /accounts   with a token of the scope accounts\n\n201',
    findings: [{ at: 'scope accounts: status', expected: '401 or 403, and no data', got: '201' }],
  },
})

/** UAE-TOK-039, and UAE-ERR-010 by it: a token of account opening at an API that is not account opening. */
export const openersReadNoConsents = rule({
  id: 'UAE-TOK-039',
  requirements: ['UAE-TOK-039'],
  level: 'MUST',
  about: 'hub',
  title: 'A token for one API opens no other',
  cites: [cite.guide('security/fapi/scopes.md'), cite.accountInformation('AEError403Code: AccessToken.InvalidScope')],
  defects: ['any-scope-reads-consents'],
  on: [readConsentAsOpener],
  operation: consent,
  check: ({ probes }) => eachRefused({ statuses: [403], demand: 'refused' })(probes),
  observe: ({ probes }) => otherStatuses(403)(probes),
  example: {
    breaks:
      'GET /account-access-consents/{ConsentId}   with a token of the scope account-opening\n\n200\n{"Data":{ … }}',
    findings: [{ at: 'scope account-opening: status', expected: '403, and no data', got: '200' }],
  },
})
