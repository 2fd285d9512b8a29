import { membersKept, membersNotShown } from '../../../../checks/kept-members.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { consent } from '../../operations.ts'
import { type Life, pushedIn } from '../consent.ts'
import { followConsent } from '../scenarios/follow-consent.ts'
import { pushWaitingConsent } from '../scenarios/push-consent.ts'
import { readNarrowly } from '../scenarios/read-narrowly.ts'
import { renewConsent } from '../scenarios/renew-consent.ts'
import { revokeConsent } from '../scenarios/revoke-consent.ts'

const place = { path: ['Data'] }
const of = ({ push, reads }: Life) => ({ lodged: pushedIn(push), shown: reads })

/** UAE-CNS-006, while a consent waits, after the user's yes, and after its end. What is not shown is the schema's business. */
export const pushedMembersAreKept = rule<Life>({
  id: 'UAE-CNS-006',
  requirements: ['UAE-CNS-006'],
  level: 'MUST',
  about: 'hub',
  title: 'What a client pushed into a consent stays as it was for the whole life of the consent',
  cites: [cite.guide('consent/index.md, immutability')],
  defects: ['consent-expiration-moved'],
  on: [followConsent, pushWaitingConsent, revokeConsent, renewConsent, readNarrowly],
  operation: consent,
  check: (life) => membersKept(place)(of(life)),
  observe: (life) => membersNotShown(place)(of(life)),
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   pushed with "ExpirationDateTime":"2026-06-02T08:00:00Z"

200
{"Data":{"ConsentId":"consent-1","ExpirationDateTime":"2026-06-03T08:00:00Z", … }}`,
    findings: [
      {
        at: '/Data/ExpirationDateTime',
        expected: '"2026-06-02T08:00:00Z"',
        got: '"2026-06-03T08:00:00Z"',
      },
    ],
  },
})
