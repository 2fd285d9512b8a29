import type { Exclusion } from '../../engine/standard.ts'
import { excluded, exclusionsFrom, kept, observed, planned } from '../exclusions.ts'

/** Requirements that are not planned: they bind this tool, or nothing can break them. */
const settled: readonly Exclusion[] = [
  kept('UAE-DSC-007', 'endpoints are read from discovery: suites/uae-hub/endpoints.test.ts'),
  kept('UAE-RTL-006', 'a 429 is waited out, and is no finding when it stays: engine/calls.test.ts'),
  kept('UAE-HDR-027', 'header names are compared without letter case: checks/interaction-id.test.ts'),
  kept('UAE-SCH-001', 'of a JWS the claim message is judged, by the unsigned schema: checks/contract.test.ts'),
  ...['002', '003', '004', '005', '006', '007', '008', '009', '011', '014'].map((number) =>
    kept(`UAE-SCH-${number}`, 'corrected when a contract is loaded: schemas/corrections/corrections.test.ts'),
  ),
  kept('UAE-SCH-010', 'the closed object is judged as it is published: schemas/corrections/corrections.test.ts'),
  kept('UAE-SCH-012', 'read as the format uri: schemas/formats.test.ts'),
  observed('UAE-SCH-013', 'open items may hold further members; UAE-BDS-001 reports which'),
  kept('UAE-SCH-015', 'converted when a contract is loaded: schemas/convert.test.ts'),
  kept('UAE-SCH-016', 'no header is asked for because a document declares it: checks/interaction-id.test.ts'),
  excluded(
    'UAE-SCH-017',
    'examples are no facts and are not carried over; answers of the embedded bank take their place',
  ),
  observed('UAE-CNS-002', 'a hub may show a consent to its user or not; UAE-CNS-001 reports how it answers that token'),
  ...['004', '010', '012', '020', '023', '026'].map((number) =>
    planned(`UAE-CNS-${number}`, 'about consents to pay, which are not asked for yet'),
  ),
  planned(
    'UAE-CNS-025',
    'it takes an account that several users authorise, and a journey of each; a profile names one user',
  ),
  planned('UAE-DSC-009', 'keys for encryption belong to payments, which are not asked for yet'),
  ...['011', '012', '013'].map((number) =>
    planned(`UAE-DSC-${number}`, 'about the directory of the trust framework, which a profile does not name yet'),
  ),
  excluded(
    'UAE-DSC-014',
    'a client is registered once, before any run; a second registration may be answered with 204 or with 4xx',
  ),
  planned('UAE-TLS-002', 'it takes a certificate that no authority of the trust framework has issued'),
  kept('UAE-TLS-004', 'nothing is sent to a server whose certificate does not hold: engine/transport-trust.test.ts'),
  excluded('UAE-TLS-006', 'an opaque token tells nothing, and UAE-TLS-005 judges the binding itself'),
  excluded('UAE-TLS-007', 'this tool sends nothing in the clear, not even to see it refused'),
  planned('UAE-TOK-018', 'it takes a client with one role, and an API of another role'),
  observed('UAE-TOK-034', 'a refresh may give a new refresh token or not; UAE-TOK-031 reports which'),
  observed('UAE-TOK-036', 'a code may give a refresh token or not; UAE-TOK-021 reports which'),
  planned(
    'UAE-SIG-006',
    'about the errors of payments and payee confirmation, whose suites are still to come; UAE-ERR-004 judges all others',
  ),
  observed(
    'UAE-AOP-002',
    'UAE-SIG-007, UAE-SIG-008 and UAE-SIG-012 judge these requests; this one has no finding of its own',
  ),
  observed('UAE-AOP-005', 'the first state may be any; UAE-AOP-001 reports which'),
  kept(
    'UAE-AOP-014',
    'no scenario takes a user to a bank so that an account is opened: suites/uae-hub/account-opening/scenarios/scenarios.test.ts',
  ),
  planned('UAE-SIG-013', 'about encrypted personal data of payments, which are not asked for yet'),
  observed('UAE-PAR-023', 'no push of a run has a login_hint; UAE-PAR-001 reports how good pushes went'),
  planned('UAE-PAR-024', 'it takes the encryption key of a bank, which comes with encrypted personal data'),
  ...['036', '037', '038', '039', '040', '041', '042', '043', '044', '045', '046'].map((number) =>
    planned(`UAE-PAR-${number}`, 'about requests to pay, which are not asked for yet'),
  ),
  ...['HDR-024', 'HDR-025', 'HDR-026', 'HDR-030', 'DAT-014', 'ERR-014', 'ERR-016', 'RTL-005'].map((id) =>
    planned(`UAE-${id}`, 'about payments, which are not asked for yet'),
  ),
  excluded(
    'UAE-HDR-023',
    'a 204 that has or announces a body ends the connection of the client: no answer is left that could be judged',
  ),
  observed('UAE-DAT-002', 'UAE-DAT-001 judges the offset of date-times; this one has no finding of its own'),
  planned('UAE-DAT-017', 'about foreign exchange, which is not asked for yet'),
  observed('UAE-PRD-018', 'the same lead sent twice may get one LeadId or two; UAE-PRD-013 reports which'),
  observed('UAE-ERR-010', 'UAE-TOK-039 judges tokens of other APIs; this one has no finding of its own'),
  observed('UAE-ERR-013', 'UAE-CNS-021 judges consents that are over; this one has no finding of its own'),
  planned('UAE-ERR-015', 'it takes an account that its bank has blocked or closed, and a profile names none'),
  observed(
    'UAE-ERR-018',
    'which code a bank gives is its choice among those of the status; UAE-ERR-001 judges the list',
  ),
  planned('UAE-EVT-011', 'about events of payments, which are not asked for yet'),
  kept(
    'UAE-EVT-015',
    'the receiver of a run answers an event with 202 and no body, and another media type with 415: engine/events/inboxes.test.ts',
  ),
  observed('UAE-RTL-001', 'an API may limit a burst or not; UAE-RTL-004 reports how it did'),
  observed('UAE-ERR-008', 'UAE-PAG-014 judges the refusal of bad filters; this one has no finding of its own'),
  observed('UAE-BDS-019', 'rates are an object or encrypted; UAE-BDS-018 reports which'),
  observed('UAE-BDS-034', 'UAE-HDR-019 judges unacceptable media types; this one has no finding of its own'),
]

/** Every requirement that none of the rules serves, with its state. `titles` says what each area is about. */
export const exclusionsOf = exclusionsFrom(settled)
