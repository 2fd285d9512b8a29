import type { Exclusion } from '../../engine/standard.ts'
import { excluded, exclusionsFrom, kept, observed, planned } from '../exclusions.ts'

/** Binds the client: what this tool sends is held to it by a test of its own requests. */
const ofOurs = (requirement: string, what: string): Exclusion =>
  kept(requirement, `binds the client: ${what}: suites/bahrain/own-requests.test.ts`)

/** Requirements that no rule serves: they bind this tool, nothing can break them, or another one owns the finding. */
const settled: readonly Exclusion[] = [
  observed('BH-URI-005', 'a bank has a prefix or none; BH-URI-004 judges that it is one'),
  excluded('BH-HDR-001', 'BH-ERR-001 judges calls without a token; this one has no finding of its own'),
  ofOurs('BH-HDR-003', 'no Content-Type on GET and DELETE'),
  excluded('BH-HDR-004', 'binds the client, which is free to write parameters or none; this tool writes none'),
  ofOurs('BH-HDR-006', 'no Accept on DELETE'),
  ofOurs('BH-HDR-007', 'nothing about the customer on PUT'),
  ofOurs('BH-HDR-008', 'x-fapi-auth-date is a full date'),
  ofOurs('BH-HDR-009', 'x-fapi-customer-ip-address is an address'),
  ofOurs('BH-HDR-010', 'x-fapi-interaction-id is a UUID'),
  excluded('BH-HDR-012', 'binds the client of a mobile app, which this tool is not'),
  excluded(
    'BH-NEG-002',
    'BH-RSP-001 judges the type of what was asked for as JSON; this one has no finding of its own',
  ),
  ofOurs('BH-DAT-004', 'filters have no zone'),
  excluded('BH-DAT-006', 'BH-RSP-008 judges the dates of headers; this one has no finding of its own'),
  ofOurs('BH-IDM-002', 'x-idempotency-key where an operation has one'),
  ofOurs('BH-JWS-002', 'x-jws-signature where an operation has one'),
  ofOurs('BH-JWS-003', 'x-jws-signature on PUT'),
  observed('BH-UID-003', 'ids are there or not; what is there is judged by BH-UID-001, BH-UID-002 and BH-UID-004'),
  excluded('BH-ENU-002', 'BH-ENU-003 and BH-ENU-005 judge codes with a namespace; this one has no finding of its own'),
  observed('BH-FLT-004', 'which zone a filter is read in is not told; BH-FLT-002 lets a day on either side pass'),
  observed('BH-PAG-001', 'a list has pages or not; BH-PAG-002 reports how many there were'),
  observed('BH-PAG-007', 'links to pages are followed as they are; BH-PAG-002 reports where that led'),
  observed('BH-PAG-008', 'how long a page is is a matter of agreement; BH-PAG-002 reports how many pages there were'),
  observed('BH-PAG-009', 'a record may stand on two pages, and is no fault of BH-PAG-002 or BH-PAG-010'),
  ofOurs('BH-CON-013', 'a request for a consent names no account'),
  excluded('BH-CON-017', 'binds the client, which here revokes whatever it was given when a run ends'),
  planned('BH-PRM-011', 'it takes a user who leaves an account out; a profile says one way to fill in the pages'),
  planned(
    'BH-PIS-009',
    'cancelling takes another consent of the user, and no page that could be read says how the PATCH is answered',
  ),
  planned('BH-PIS-010', 'about payments by file, which are judged where a recording shows them and not asked for'),
  excluded(
    'BH-ERR-008',
    'nothing that a client does makes a bank ask for another authentication at a time of its choice',
  ),
  observed('BH-ERR-010', 'the framework leaves other statuses to the registry of IANA; each rule says which it takes'),
]

/** Every requirement that none of the rules serves, with its state. `titles` says what each area is about. */
export const exclusionsOf = exclusionsFrom(settled)
