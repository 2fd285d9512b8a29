import { eachAccepted } from '../../../../checks/acceptance.ts'
import { together } from '../../../../checks/answers.ts'
import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { replayMakesNothingNew, statusOfReplay } from '../../../../checks/idempotency.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { failed, succeeded, unavailable } from '../../../../checks/status.ts'
import { type Answer, type Probe, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { createPaymentConsent } from '../../operations.ts'
import { onAttempts } from '../../tried.ts'
import { type AskedToPay, askForPaymentConsents } from '../scenarios/ask-for-consents.ts'

const common = { on: [askForPaymentConsents], operation: createPaymentConsent } as const
const badRequest = eachRefused({ statuses: [400], demand: 'refused', aside: [401] })

/** BH-IDM-001 */
export const keysAreDemanded = onAttempts({
  ...common,
  id: 'BH-IDM-001',
  title: 'A request for a consent to pay without x-idempotency-key is refused',
  cites: [cite.questions('idempotency'), cite.payments('x-idempotency-key')],
  defect: 'bh-key-not-demanded',
  check: badRequest,
  usual: [400],
  breaks: `POST /domestic-payment-consents   without x-idempotency-key

201`,
  finding: { at: 'no key: status', expected: '400, and no data', got: '201' },
})

const named = (probes: readonly Probe[], part: string): readonly Probe[] =>
  probes.filter(({ name }) => name.includes(part))

/** BH-IDM-004: 40 characters are taken, 41 are refused, whatever with. */
export const longKeysAreRefused = onAttempts({
  ...common,
  id: 'BH-IDM-004',
  title: 'A key of more than 40 characters is refused, and one of 40 is taken',
  cites: [cite.olderQuestions('idempotency'), cite.british('read-write-data-api-profile, x-idempotency-key')],
  defect: 'bh-long-key-taken',
  check: (probes) => together(badRequest(named(probes, '41')), eachAccepted()(named(probes, '40'))),
  breaks: `POST /domestic-payment-consents
x-idempotency-key: kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk

201`,
  finding: { at: 'a key of 41 characters: status', expected: '400, and no data', got: '201' },
})

/** BH-IDM-005: the status may be that of the first time, or 200. */
export const keysMakeNothingTwice = rule<AskedToPay>({
  ...common,
  id: 'BH-IDM-005',
  requirements: ['BH-IDM-005'],
  level: levels('BH-IDM-005'),
  about: 'bank',
  title: 'The same request with the same key creates nothing new',
  cites: [cite.olderQuestions('idempotency'), cite.british('read-write-data-api-profile, x-idempotency-key')],
  defects: ['bh-key-ignored'],
  check: ({ replay }) => replayMakesNothingNew({ id: '/Data/ConsentId', refusals: [] })(replay),
  observe: ({ replay }) => statusOfReplay(replay),
  example: {
    breaks: `POST /domestic-payment-consents   twice, with the same key and body
201 {"Data":{"ConsentId":"c1", …}, …}
201 {"Data":{"ConsentId":"c2", …}, …}`,
    findings: [{ at: '/Data/ConsentId', expected: 'c1', got: 'c2' }],
  },
})

const amount = (body: unknown): unknown => at(body, 'Data', 'Initiation', 'InstructedAmount', 'Amount')

const firstAmountStands = ({ reuse, kept }: AskedToPay): Answer => {
  const { status } = reuse.again.response
  if (failed(reuse.again) || unavailable(reuse.again) || status === 401)
    return undecided(`the second request was answered with ${status}`)
  if (!succeeded(kept)) return undecided(`the consent was answered with ${kept.response.status}`)
  const [before, after] = [reuse.first, kept].map((one) => amount(carried(one)?.value))
  if (before === undefined) return undecided('the first answer does not repeat the amount')
  return Number(before) === Number(after)
    ? []
    : [finding('afterwards /Data/Initiation/InstructedAmount/Amount', String(before), after, kept)]
}

/** BH-IDM-006: however the second request was answered, what the first one made stays as it was. */
export const keysAreNotReused = rule<AskedToPay>({
  ...common,
  id: 'BH-IDM-006',
  requirements: ['BH-IDM-006'],
  level: levels('BH-IDM-006'),
  about: 'bank',
  title: 'Another request with the same key changes nothing',
  cites: [cite.british('read-write-data-api-profile, x-idempotency-key')],
  defects: ['bh-key-reuse-replaces'],
  check: firstAmountStands,
  example: {
    breaks: `POST /domestic-payment-consents   with a key that was used for 1.500
{"Data":{"Initiation":{"InstructedAmount":{"Amount":"1.999","Currency":"BHD"}, …}}, …}
201

GET /domestic-payment-consents/{ConsentId}
{"Data":{"Initiation":{"InstructedAmount":{"Amount":"1.999","Currency":"BHD"}, …}, …}, …}`,
    findings: [{ at: 'afterwards /Data/Initiation/InstructedAmount/Amount', expected: '1.500', got: '1.999' }],
  },
})
