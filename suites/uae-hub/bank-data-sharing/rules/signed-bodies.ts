import {
  bodyIsSigned,
  claimsAreThere,
  isForTheClient,
  isInTime,
  longLife,
  type ReadBothWays,
  sameBothWays,
} from '../../../../checks/signed-body.ts'
import type { ScenarioRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { type TableRow, tableOf } from '../../row.ts'
import { readSignedAccounts } from '../scenarios/read-signed-accounts.ts'
import { readSignedResources } from '../scenarios/read-signed-resources.ts'

const asRule = tableOf<ReadBothWays>({
  about: 'hub',
  on: [readSignedAccounts, ...readSignedResources],
  breaks: (shows) => `GET /accounts   accept: application/jwt\n\n200\ncontent-type: application/jwt\n\n${shows}`,
})

const jwt = cite.accountInformation('components, Jwt')

/** A hub that answers with JSON all the same gives no occasion: which media types it has to serve is another rule's. */
const rows: readonly TableRow<ReadBothWays>[] = [
  {
    id: 'UAE-SIG-001',
    level: 'MUST',
    title: 'A signed answer verifies by PS256 with a key of the server',
    cites: [cite.guide('security/fapi/message-signing.md'), cite.rfc('7515 §5.2')],
    check: ({ signed }, given) => bodyIsSigned(signed, given),
    defect: 'signed-body-broken',
    shows: '… with a signature that no key verifies',
    finding: {
      at: 'JWS signature',
      expected: 'one that a key of the server verifies',
      got: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    },
  },
  {
    id: 'UAE-SIG-002',
    level: 'MUST',
    title: 'A signed answer tells its issuer, its times and its content',
    cites: [jwt],
    check: ({ signed }, given) => claimsAreThere(signed, given),
    defect: 'signed-body-without-issuer',
    shows: '{"nbf":1780300800,"exp":1780301100,"message":{ … }}',
    finding: { at: 'JWS iss', expected: 'a string', got: 'nothing' },
  },
  {
    id: 'UAE-SIG-003',
    level: 'MUST',
    title: 'A signed answer is good when it comes',
    cites: [cite.rfc('7519 §4.1')],
    check: ({ signed }, given) => isInTime(signed, given),
    observe: ({ signed }) => longLife(signed),
    defect: 'signed-body-of-yesterday',
    shows: '{"iss":"…","nbf":1780214400,"exp":1780214700,"message":{ … }}',
    finding: { at: 'JWS exp', expected: 'a time to come', got: '1780214700' },
  },
  {
    // As a string or in a list: the published schemas have both.
    id: 'UAE-SIG-004',
    level: 'SHOULD',
    title: 'A signed answer that names whom it is for names this client',
    cites: [jwt, cite.rfc('7519 §4.1.3')],
    check: ({ signed }, given) => isForTheClient(signed, given),
    defect: 'signed-body-for-another',
    shows: '{"iss":"…","aud":["another-client"], … }',
    finding: { at: 'JWS aud', expected: 'client-1', got: '["another-client"]' },
  },
  {
    id: 'UAE-SIG-005',
    level: 'MUST',
    title: 'A signed answer holds the same data as the plain one',
    cites: [cite.accountInformation('GET /accounts, both media types')],
    check: (evidence) => sameBothWays(evidence),
    defect: 'signed-body-with-other-data',
    shows: '{"iss":"…","message":{"Data":{"Account":[ one account of two ]}, … }}',
    finding: { at: 'JWS /message/Data', expected: 'the Data of the plain answer', got: 'other Data' },
  },
]

/** UAE-SIG-001 to UAE-SIG-005: what a signed answer is made of. */
export const signedBodiesAreSound: readonly ScenarioRule<ReadBothWays>[] = rows.map(asRule)
