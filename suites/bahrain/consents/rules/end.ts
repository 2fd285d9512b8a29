import { together } from '../../../../checks/answers.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { accessEnded } from '../../../../checks/revoked-access.ts'
import { failed, succeeded, unavailable } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, rule, undecided } from '../../../../engine/rule.ts'
import { stateOf } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { accounts, patchConsent } from '../../operations.ts'
import { deleteConsent } from '../scenarios/delete-consent.ts'
import { type Ended, type Revoked, revokeConsent } from '../scenarios/revoke-consent.ts'

/** A 204 has no consent to show: the next read does. */
const shown = ({ patch, state }: Revoked): Exchange => (patch.response.status === 204 ? state : patch)

const passing = (exchange: Exchange): boolean => failed(exchange) || unavailable(exchange)

/** BH-CON-009: the status 200 is inferred, so that any success will do. */
export const revocationIsAnswered = rule({
  id: 'BH-CON-009',
  requirements: ['BH-CON-009'],
  level: levels('BH-CON-009'),
  about: 'bank',
  title: 'A PATCH with Status Revoked is answered with the consent, which is Revoked',
  cites: [cite.consents('PATCH'), cite.schemas('OBPatchAccountAccessConsentRequest')],
  defects: ['bh-revocation-not-shown'],
  on: [revokeConsent],
  operation: patchConsent,
  check(revoked) {
    const { patch } = revoked
    if (passing(patch)) return undecided(`the patch was answered with ${patch.response.status}`)
    if (!succeeded(patch)) return [finding('status', '200', patch.response.status, patch)]
    const from = shown(revoked)
    if (!succeeded(from)) return undecided(`the consent was answered with ${from.response.status}`)
    const state = stateOf(from)
    return state === 'Revoked' ? [] : [finding('/Data/Status', 'Revoked', state, from)]
  },
  observe: ({ patch }) => (patch.response.status === 200 ? {} : { status: String(patch.response.status) }),
  example: {
    breaks: `PATCH /account-access-consents/{ConsentId}
{"Data":{"Status":"Revoked"}}

200
{"Data":{"ConsentId":"c1","Status":"Authorised", …}, …}`,
    findings: [{ at: '/Data/Status', expected: 'Revoked', got: 'Authorised' }],
  },
})

/** BH-CON-010: what a bank refuses says nothing where it refuses every PATCH. */
export const onlyRevocationIsPatched = rule({
  id: 'BH-CON-010',
  requirements: ['BH-CON-010'],
  level: levels('BH-CON-010'),
  about: 'bank',
  title: 'A PATCH changes a consent to Revoked and to nothing else',
  cites: [cite.schemas('OBPatchAccountAccessConsentRequest, Status')],
  defects: ['bh-patch-to-rejected'],
  on: [revokeConsent],
  operation: patchConsent,
  check({ before, wrong, unchanged, patch }) {
    if (stateOf(before) !== 'Authorised') return undecided('the consent did not show as Authorised before')
    const state = stateOf(unchanged)
    return together(
      succeeded(patch) ? [] : undecided(`the patch to Revoked was answered with ${patch.response.status}`),
      eachRefused({ statuses: [400], demand: 'refused' })(wrong),
      succeeded(unchanged) && state !== 'Authorised'
        ? [finding('afterwards /Data/Status', 'Authorised', state, unchanged)]
        : [],
    )
  },
  observe: ({ wrong }) => otherStatuses(400)(wrong),
  example: {
    breaks: `PATCH /account-access-consents/{ConsentId}
{"Data":{"Status":"Rejected"}}

200`,
    findings: [{ at: 'Status Rejected: status', expected: '400, and no data', got: '200' }],
  },
})

type Over = Ended & Partial<Pick<Revoked, 'state' | 'last'>>

const staysOver = ({ last }: Over): Answer =>
  last !== undefined && succeeded(last) && stateOf(last) !== 'Revoked'
    ? [finding('afterwards /Data/Status', 'Revoked', stateOf(last), last)]
    : []

/** BH-CON-011: what a second revocation is answered with is the bank's choice. */
export const endedConsentsStayEnded = rule<Over>({
  id: 'BH-CON-011',
  requirements: ['BH-CON-011'],
  level: levels('BH-CON-011'),
  about: 'bank',
  title: 'A consent that was ended gives no data, and does not come back',
  cites: [cite.british('account-and-transaction-api-profile, states'), cite.own('an end is one')],
  defects: ['bh-revoked-consent-gives-data'],
  on: [revokeConsent, deleteConsent],
  operation: accounts,
  check(over) {
    const { data, after, tokenEnded, state } = over
    if (!succeeded(data)) return undecided(`before the end data was answered with ${data.response.status}`)
    if (state !== undefined && stateOf(state) !== 'Revoked') return undecided('the consent did not become Revoked')
    if (tokenEnded) return undecided('the token ended before data was refused')
    return together(accessEnded(after, '401 or 403 once the consent is over'), staysOver(over))
  },
  observe: ({ after }) => ({ 'refused with': String(after.at(-1)?.response.status ?? 'not asked') }),
  example: {
    breaks: `GET /accounts   with the same token, after the consent showed Revoked
200
{"Data":{"Account":[ … ]}, …}`,
    findings: [{ at: 'status', expected: '401 or 403 once the consent is over', got: '200' }],
  },
})
