import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { accounts } from '../../operations.ts'
import { askForStrangePaths, readStrangeAccount } from '../scenarios/ask-for-strangers.ts'
import { readStrangeResources } from '../scenarios/read-strange-resources.ts'

/** UAE-ERR-011: 400, 403 and 404 are all used for it. */
export const strangeAccountsAreRefused = rule({
  id: 'UAE-ERR-011',
  requirements: ['UAE-ERR-011'],
  level: 'MUST',
  about: 'hub',
  title: 'An AccountId that nobody has opens no account',
  cites: [cite.guide('data-sharing requirements, row 3 of each resource')],
  defects: ['any-account-shown'],
  on: [readStrangeAccount, ...readStrangeResources],
  check: ({ probes }) =>
    eachRefused({ statuses: [400, 403, 404], demand: 'refused', aside: [401], failureCounts: true })(probes),
  observe: ({ probes }) => otherStatuses(403)(probes),
  example: {
    breaks:
      'GET /accounts/8c0c1a52-…   an id that nobody has\n\n200\n{"Data":{"AccountId":"8c0c1a52-…","Account":{ … }}}',
    findings: [{ at: 'unknown AccountId: status', expected: '400 or 403 or 404, and no data', got: '200' }],
  },
})

/** UAE-ERR-012: a gateway may refuse what it does not know in other ways, which are observed. */
export const strangePathsAreRefused = rule({
  id: 'UAE-ERR-012',
  requirements: ['UAE-ERR-012'],
  level: 'SHOULD',
  about: 'hub',
  title: 'An address that no contract has is answered with 404',
  cites: [cite.rfc('9110 §15.5.5')],
  defects: ['strange-paths-answered'],
  on: [askForStrangePaths],
  operation: accounts,
  check: ({ probes }) => eachRefused({ statuses: [404, 501], demand: 'refused', failureCounts: true })(probes),
  observe: ({ probes }) => otherStatuses(404)(probes),
  example: {
    breaks: 'GET /no-such-resource\n\n200\n{}',
    findings: [{ at: 'unknown path: status', expected: '404 or 501, and no data', got: '200' }],
  },
})
