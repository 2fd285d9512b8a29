import { finding } from '../../../checks/findings.ts'
import type { PageShape, Walked } from '../../../checks/pages.ts'
import { type Limited, waitIsLongEnough } from '../../../checks/retry-after.ts'
import { nextLeadsOn } from '../../../checks/walk-links.ts'
import { recordsStandOnce } from '../../../checks/walk-records.ts'
import { type Answer, type Rule, rule, undecided } from '../../../engine/rule.ts'
import type { Called } from '../../baseline/scenarios.ts'
import { cite } from '../cite.ts'
import type { Scenarios } from './refusal-rule.ts'

/** Pages of a list, and where they keep what tells them apart. */
export interface Paged {
  readonly shape: PageShape
  readonly walked: Walked
}

/** A check of a walk that came as far as its links lead: one that was stopped before decides nothing by what it lacks. */
const wholeWalk =
  (check: (shape: PageShape) => (walked: Walked) => Answer) =>
  ({ shape, walked }: Paged): Answer => {
    const answer = check(shape)(walked)
    const found = Array.isArray(answer) && answer.length > 0
    return walked.stopped === undefined || found ? answer : undecided(walked.stopped)
  }

const noFailure = ({ good }: Called): Answer => {
  if (good.succeeded) return []
  if ([501, 502, 503, 504].includes(good.status)) return undecided(`the call was answered with ${good.status}`)
  return [{ ...finding('status', 'a success', good.status), exchange: good.exchange }]
}

/** Rules about calls with which nothing is wrong. */
export const goodCallRules = (
  calls: Scenarios<Called>,
  walks: Scenarios<Paged>,
  bursts: Scenarios<Limited>,
): readonly Rule[] => [
  rule({
    id: 'OAS-030',
    requirements: ['OAS-030'],
    // No text forbids a 500; one that comes twice to a call with which nothing is wrong helps nobody.
    level: 'SHOULD',
    about: 'bank',
    title: 'A good call is not answered with a failure of the server',
    cites: [cite.openapi('Responses Object'), cite.rfc('9110 §15.6.1')],
    defects: [],
    on: calls,
    check: noFailure,
    example: {
      breaks: `GET /pets

500`,
      findings: [{ at: 'status', expected: 'a success', got: '500' }],
    },
  }),
  rule({
    id: 'OAS-031',
    requirements: ['OAS-031'],
    level: 'SHOULD',
    about: 'bank',
    title: 'The links from page to page come to an end',
    cites: [cite.rfc('8288 §3')],
    defects: [],
    on: walks,
    check: wholeWalk(nextLeadsOn),
    example: {
      breaks: `GET /toys
{"toys":[{"id":1}],"next":"/toys?page=2"}

GET /toys?page=2
{"toys":[{"id":2}],"next":"/toys?page=2"}`,
      findings: [{ at: 'page 2 /next', expected: 'a link not met before', got: '/toys?page=2' }],
    },
  }),
  rule({
    id: 'OAS-032',
    requirements: ['OAS-032'],
    level: 'SHOULD',
    about: 'bank',
    title: 'No record stands on two pages of a list',
    cites: [cite.rfc('8288 §3')],
    defects: [],
    on: walks,
    check: wholeWalk(recordsStandOnce),
    example: {
      breaks: `GET /toys
{"toys":[{"id":1}],"next":"/toys?page=2"}

GET /toys?page=2
{"toys":[{"id":1},{"id":2}]}`,
      findings: [{ at: 'page 2 /toys/0/id', expected: 'another id than those of page 1', got: '1' }],
    },
  }),
  rule({
    id: 'OAS-033',
    requirements: ['OAS-033'],
    level: 'SHOULD',
    about: 'bank',
    title: 'After the wait that a 429 asks for, the same call is answered',
    cites: [cite.rfc('6585 §4'), cite.rfc('9110 §10.2.3')],
    defects: [],
    on: bursts,
    check: waitIsLongEnough,
    example: {
      breaks: `GET /pets
429
retry-after: 2

GET /pets   2 seconds later
429`,
      findings: [{ at: 'status', expected: 'an answer other than 429 after 2 seconds', got: '429' }],
    },
  }),
]
