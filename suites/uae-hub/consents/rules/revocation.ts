import { accessEnded } from '../../../../checks/revoked-access.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { accounts } from '../../operations.ts'
import { revokeConsent } from '../scenarios/revoke-consent.ts'

/** UAE-CNS-021 for the state Revoked; UAE-ERR-013 asks the same of the refusal. */
export const revokedConsentsGiveNoData = rule({
  id: 'UAE-CNS-021',
  requirements: ['UAE-CNS-021', 'UAE-ERR-013'],
  level: 'MUST',
  about: 'hub',
  title: 'A consent that shows as Revoked gives no data, though its token has not ended',
  cites: [cite.guide('consent/index.md, states of a consent')],
  defects: ['data-after-revocation'],
  on: [revokeConsent],
  operation: accounts,
  check: ({ after }) => accessEnded(after, '403, 401 or 400 once the consent shows Revoked'),
  observe: ({ after }) => ({ 'refused with': String(after.at(-1)?.response.status) }),
  example: {
    breaks: `GET /accounts   60 seconds after the consent showed Revoked

200
content-type: application/json

{"Data":{"Account":[{"AccountId":"a1", … }]}}`,
    findings: [{ at: 'status', expected: '403, 401 or 400 once the consent shows Revoked', got: '200' }],
  },
})
