import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import type { ScenarioRule } from '../../../../engine/rule.ts'
import type { Probed } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { type TableRow, tableOf } from '../../row.ts'
import { openAccount } from '../operations.ts'
import { sendUnfitRequests } from '../scenarios/send-unfit-requests.ts'
import { about } from '../unfit-requests.ts'

const asRule = tableOf<Probed>({
  about: 'bank',
  on: [sendUnfitRequests],
  operation: openAccount,
  breaks: (shows) => `POST /accounts\n\n${shows}\n\n201\ncontent-type: application/jwt\n\neyJ…`,
})

type What = Parameters<typeof about>[0]

const refuses = (what: What, beside: (name: string) => boolean): Pick<TableRow<Probed>, 'check' | 'observe'> => ({
  check: ({ probes }) => eachRefused({ statuses: [400], demand: 'refused', aside: [401] })(about(what, probes)),
  observe: ({ probes }) => ({
    ...otherStatuses(400)(about(what, probes)),
    ...otherStatuses()(about('observed', probes).filter(({ name }) => beside(name))),
  }),
})

const taken = (name: string) => ({ at: `${name}: status`, expected: '400, and no data', got: '201' })

/**
 * UAE-SIG-011, UAE-AOP-010 and UAE-AOP-011: 400 is expected, other 4xx are observed, and which code comes is the bank's
 * choice. A request without a party, and a JSONPath that is none, may be taken: the one because its own document
 * contradicts itself, the other because a bank may not read it.
 */
const rows: readonly TableRow<Probed>[] = [
  {
    id: 'UAE-SIG-011',
    level: 'SHOULD',
    title: 'A signed request without its message, or without what the message has to hold, is refused',
    cites: [cite.accountOpening('POST /accounts, requestBody; AECreateAccountRequestBody1')],
    ...refuses('message', () => false),
    defect: 'claims-taken-for-message',
    shows: '{"iss":"…","exp":1780301100,"nbf":1780300800,"Data":{ … }}',
    finding: taken('claims without message'),
  },
  {
    id: 'UAE-AOP-010',
    level: 'MUST',
    title: 'A request for an account that breaks its schema is refused',
    cites: [cite.accountOpening('AEAccountOpeningRequest')],
    ...refuses('request', (name) => name.endsWith('Party')),
    defect: 'opening-without-account-taken',
    shows: '{ …,"message":{"Data":{"Party":{ … }}}}',
    finding: taken('no Data.Account'),
  },
  {
    id: 'UAE-AOP-011',
    level: 'MUST',
    title: 'A change of shared data that does not say what was changed and how is refused',
    cites: [cite.accountOpening('AEAccountOpeningDataSharingAudit')],
    ...refuses('audit', (name) => name.includes('JSONPath')),
    defect: 'audit-unread',
    shows: '{ …,"message":{"Data":{ …,"DataSharingAudit":[{"JSONPath":"$.Data.Party","Action":"Replaced"}]}}}',
    finding: taken('Action Replaced'),
  },
]

/** Requests that break the contract are refused. */
export const unfitRequestsAreRefused: readonly ScenarioRule<Probed>[] = rows.map(asRule)
