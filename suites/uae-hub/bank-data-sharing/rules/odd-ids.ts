import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { account } from '../../operations.ts'
import { readOddIds } from '../scenarios/read-odd-ids.ts'

/** UAE-BDS-031: 400, 403 and 404 are all used for it; a gateway may see another path where a slash was encoded. */
export const oddIdsAreRefused = rule({
  id: 'UAE-BDS-031',
  requirements: ['UAE-BDS-031'],
  level: 'SHOULD',
  about: 'hub',
  title: 'What is no AccountId is refused, and not failed at',
  cites: [cite.accountInformation('AccountId: 1 to 40 characters')],
  defects: ['long-id-fails'],
  on: [readOddIds],
  operation: account,
  check: ({ probes }) =>
    eachRefused({ statuses: [400, 403, 404], demand: 'refused', aside: [401], failureCounts: true })(probes),
  observe: ({ probes }) => otherStatuses(400)(probes),
  example: {
    breaks: 'GET /accounts/99999999999999999999999999999999999999999\n\n500',
    findings: [{ at: 'an AccountId of 41 characters: status', expected: '400 or 403 or 404, and no data', got: '500' }],
  },
})
