import { eachRefused, otherStatuses, type Refusal } from '../../../../checks/refusals.ts'
import type { ScenarioRule } from '../../../../engine/rule.ts'
import type { Probed } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { type TableRow, tableOf } from '../../row.ts'
import { openAccount } from '../operations.ts'
import { spoilSignature } from '../scenarios/spoil-signature.ts'
import { about } from '../spoiled-signatures.ts'

const asRule = tableOf<Probed>({
  about: 'hub',
  on: [spoilSignature],
  operation: openAccount,
  breaks: (shows) => `POST /accounts   ${shows}\n\n201\ncontent-type: application/jwt\n\neyJ…`,
})

type What = Parameters<typeof about>[0]

const refuses = (
  what: What,
  status: number,
  more: Partial<Refusal> = {},
): Pick<TableRow<Probed>, 'check' | 'observe'> => ({
  check: ({ probes }) => eachRefused({ statuses: [status], demand: 'refused', ...more })(about(what, probes)),
  observe: ({ probes }) => ({
    ...otherStatuses(status)(about(what, probes)),
    ...(what === 'end' ? otherStatuses()(about('observed', probes)) : {}),
  }),
})

const taken = (name: string, status = 400) => ({
  at: `${name}: status`,
  expected: `${status}, and no data`,
  got: '201',
})
const failures = { failureCounts: true } as const
const request = cite.accountOpening('POST /accounts, requestBody')
const codes = cite.accountOpening('AEError400Codes')

/**
 * UAE-SIG-007 to UAE-SIG-010 and UAE-SIG-012 for requests that open accounts. Which 4xx and which code refuses them is
 * observed at most. What is not yet good, or for or from somebody else, is observed with UAE-SIG-010.
 */
const rows: readonly TableRow<Probed>[] = [
  {
    id: 'UAE-SIG-007',
    level: 'MUST',
    title: 'A signed request whose signature does not verify by a key of the client is refused',
    cites: [request, codes, cite.rfc('7515 §5.2')],
    ...refuses('signature', 400, failures),
    defect: 'request-signature-unread',
    shows: 'one bit of the signature changed',
    finding: taken('one bit of the signature changed'),
  },
  {
    id: 'UAE-SIG-008',
    level: 'MUST',
    title: 'A body that is called a JWT and is none is refused',
    cites: [request, codes],
    ...refuses('form', 400, failures),
    defect: 'request-of-two-segments-taken',
    shows: 'two segments',
    finding: taken('two segments'),
  },
  {
    id: 'UAE-SIG-009',
    level: 'MUST',
    title: 'A signed request by another algorithm than PS256, or by a key that nobody knows, is refused',
    cites: [request, codes, cite.articles('jwt-claims')],
    ...refuses('header', 400, failures),
    defect: 'request-algorithms-open',
    shows: 'signed by RS256',
    finding: taken('RS256'),
  },
  {
    id: 'UAE-SIG-010',
    level: 'MUST',
    title: 'A signed request that has no end, or has come to it, is refused',
    cites: [request, codes, cite.rfc('7519 §4.1.4')],
    ...refuses('end', 400),
    defect: 'request-never-ends',
    shows: 'exp five minutes ago',
    finding: taken('exp five minutes ago'),
  },
  {
    id: 'UAE-SIG-012',
    level: 'MUST',
    title: 'A request that is to be signed is refused as JSON',
    cites: [request, cite.accountOpening('POST /accounts, 415')],
    ...refuses('media type', 415),
    defect: 'unsigned-request-taken',
    shows: 'content-type: application/json',
    finding: taken('JSON', 415),
  },
]

/** Requests that are not signed as they have to be are refused. */
export const spoiledSignaturesAreRefused: readonly ScenarioRule<Probed>[] = rows.map(asRule)
