import { together } from '../../../../checks/answers.ts'
import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { type StateMachine, statesAreReachable, statesSeen } from '../../../../checks/state-machine.ts'
import { failed, refused, succeeded, unauthorised, unavailable } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type Finding, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { idOf, notOpened, stateOf } from '../opening.ts'
import { openingStatus } from '../operations.ts'
import { followOlderOpening, followOpening, type Opened } from '../scenarios/open-account.ts'

const ends = ['Rejected', 'Completed', 'Created']
const waits = ['AwaitingUserInput', 'AwaitingLFIProcesses', 'AwaitingPartyData']

/** Version 2.0 says AwaitingPartyData and Created, and may come to Pending once it has the data. */
const machine: StateMachine = {
  path: ['Data', 'OpeningStatus'],
  first: 'Pending',
  next: {
    Pending: [...waits, ...ends],
    AwaitingUserInput: ['AwaitingLFIProcesses', ...ends],
    AwaitingLFIProcesses: ['AwaitingUserInput', ...ends],
    AwaitingPartyData: ['Pending', ...ends],
    Rejected: [],
    Completed: [],
    Created: [],
  },
}

/** Answers that tell a state, but for a step back between two that agree: a copy of the server lagged behind. */
const lasting = ({ opened, reads }: Opened): readonly Exchange[] => {
  const seen = [opened, ...reads].flatMap((exchange) => {
    const state = stateOf(exchange)
    return state === undefined ? [] : [{ exchange, state }]
  })
  const lags = (index: number): boolean => {
    const [before, state, after] = [-1, 0, 1].map((step) => seen[index + step]?.state ?? '')
    return before === after && before !== state && machine.next[before ?? '']?.includes(state ?? '') === false
  }
  return seen.flatMap(({ exchange }, index) => (lags(index) ? [] : [exchange]))
}

const timeOf = (exchange: Exchange): string =>
  String(at(carried(exchange)?.value, 'Data', 'OpeningStatusUpdateDateTime'))

/** Milliseconds that rounding to minutes, and the clocks of two copies, may take away. */
const rounding = 60_000

const timesGoOn = (answers: readonly Exchange[]): readonly Finding[] =>
  answers.flatMap((one, index) => {
    const [before, now] = [answers[index - 1], one].map((each) => (each === undefined ? '' : timeOf(each)))
    return Date.parse(now ?? '') < Date.parse(before ?? '') - rounding
      ? [finding(`${carried(one)?.at ?? ''}/Data/OpeningStatusUpdateDateTime`, `not before ${before}`, now, one)]
      : []
  })

const sameAccount = ({ opened, reads }: Opened): readonly Finding[] =>
  reads.filter(succeeded).flatMap((read) => {
    const [asked, told] = [idOf(opened), at(carried(read)?.value, 'Data', 'AccountId')]
    return told === undefined || told === asked
      ? []
      : [finding(`${carried(read)?.at ?? ''}/Data/AccountId`, `${asked}, as it was made`, told, read)]
  })

/** Whether the status was to be had at all; silent about what it said. */
const wasRead = ({ reads }: Opened): Answer => {
  if (reads.some(succeeded)) return []
  const last = reads.at(-1)
  if (last === undefined) return undecided('the answer to the request names no AccountId')
  const { status } = last.response
  return refused(last) && !unauthorised(last) && !unavailable(last) && !failed(last)
    ? [finding('status', '200', status, last)]
    : undecided(`the status was answered with ${status}`)
}

/** UAE-AOP-008. An account that does not come to its end while the run waits is no finding: people decide. */
export const statesGoForward = rule({
  id: 'UAE-AOP-008',
  requirements: ['UAE-AOP-008'],
  level: 'MUST',
  about: 'bank',
  title: 'The status of an account is of that account, comes to Pending only at its beginning, and stays at its end',
  cites: [cite.accountOpening('GET /accounts/{AccountId}/status, AEAccountOpeningStatusCodes')],
  defects: ['opening-begins-anew'],
  on: [followOpening, followOlderOpening],
  operation: openingStatus,
  check(evidence) {
    if (!succeeded(evidence.opened)) return undecided(notOpened(evidence.opened))
    const answers = lasting(evidence)
    const read = wasRead(evidence)
    if (!Array.isArray(read) || read.length > 0) return read
    return together(sameAccount(evidence), statesAreReachable(machine)(answers), timesGoOn(answers))
  },
  observe: ({ opened, reads }) => ({
    ...statesSeen(machine)([opened, ...reads].filter(succeeded)),
    ...(reads.at(-1)?.operation === undefined || reads.at(-1)?.operation === openingStatus
      ? {}
      : { address: String(reads.at(-1)?.operation) }),
  }),
  example: {
    breaks: `GET /accounts/{AccountId}/status   after it was Completed

200
{"Data":{"AccountId":"o1","OpeningStatus":"Pending", … }, … }`,
    findings: [{ at: '/Data/OpeningStatus', expected: 'Completed, which nothing follows', got: 'Pending' }],
  },
})

/** UAE-AOP-009: 404 is expected, other 4xx are observed. */
export const unknownOpeningsAreRefused = rule({
  id: 'UAE-AOP-009',
  requirements: ['UAE-AOP-009'],
  level: 'MUST',
  about: 'bank',
  title: 'An account that nobody asked for has no status',
  cites: [cite.accountOpening('GET /accounts/{AccountId}/status, 404')],
  defects: ['any-opening-pending'],
  on: [followOpening, followOlderOpening],
  operation: openingStatus,
  check: ({ opened, strange }) =>
    strange.length === 0
      ? undecided(
          succeeded(opened) ? 'the status of the account that was asked for was not to be had' : notOpened(opened),
        )
      : eachRefused({ statuses: [404], demand: 'refused', failureCounts: true })(strange),
  observe: ({ strange }) => otherStatuses(404)(strange),
  example: {
    breaks:
      'GET /accounts/{AccountId}/status   of an id that nobody has\n\n200\n{"Data":{"OpeningStatus":"Pending", … }, … }',
    findings: [{ at: 'unknown account: status', expected: '404, and no data', got: '200' }],
  },
})
