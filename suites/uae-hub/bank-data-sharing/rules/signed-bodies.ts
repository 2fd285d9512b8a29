import { type ReadBothWays, sameBothWays } from '../../../../checks/signed-body.ts'
import { cite } from '../../cite.ts'
import { onScenarios } from '../../row.ts'
import { readSignedAccounts } from '../scenarios/read-signed-accounts.ts'
import { readSignedResources } from '../scenarios/read-signed-resources.ts'

/**
 * UAE-SIG-005. A hub that answers with JSON all the same gives no occasion: which media types it has to serve is another
 * rule's. What a signed answer is made of is judged wherever one comes.
 */
export const signedBodiesHoldTheSame = onScenarios<ReadBothWays>({
  id: 'UAE-SIG-005',
  level: 'MUST',
  about: 'hub',
  title: 'A signed answer holds the same data as the plain one',
  cites: [cite.accountInformation('GET /accounts, both media types')],
  on: [readSignedAccounts, ...readSignedResources],
  defect: 'signed-body-with-other-data',
  check: (evidence) => sameBothWays(evidence),
  example: {
    breaks: `GET /accounts   accept: application/jwt\n\n200\ncontent-type: application/jwt\n
{"iss":"…","message":{"Data":{"Account":[ one account of two ]}, … }}`,
    findings: [{ at: 'JWS /message/Data', expected: 'the Data of the plain answer', got: 'other Data' }],
  },
})
