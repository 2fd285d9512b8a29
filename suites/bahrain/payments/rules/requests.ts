import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { succeeded, unavailable } from '../../../../checks/status.ts'
import { type Probe, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { createPaymentConsent } from '../../operations.ts'
import { onAttempts } from '../../tried.ts'
import { arabic, askForPaymentConsents } from '../scenarios/ask-for-consents.ts'

const common = { on: [askForPaymentConsents], operation: createPaymentConsent } as const
const badRequest = eachRefused({ statuses: [400], demand: 'refused', aside: [401] })
const signing = [cite.british('read-write-data-api-profile, message signing'), cite.schemas('error codes')] as const

/** BH-JWS-004 */
export const signaturesAreDemanded = onAttempts({
  ...common,
  id: 'BH-JWS-004',
  title: 'A request that is to be signed and is not is refused',
  cites: signing,
  defect: 'bh-signature-not-demanded',
  check: badRequest,
  usual: [400],
  breaks: `POST /domestic-payment-consents   without x-jws-signature

201`,
  finding: { at: 'no signature: status', expected: '400, and no data', got: '201' },
})

/** BH-JWS-005 */
export const signaturesAreVerified = onAttempts({
  ...common,
  id: 'BH-JWS-005',
  title: 'A request whose signature does not fit is refused',
  cites: signing,
  defect: 'bh-signature-not-verified',
  check: badRequest,
  usual: [400],
  breaks: `POST /domestic-payment-consents
x-jws-signature: eyJ….….…   over another amount

201`,
  finding: { at: 'a signature of another body: status', expected: '400, and no data', got: '201' },
})

const isRejected = (probe: Probe): boolean =>
  'exchange' in probe &&
  succeeded(probe.exchange) &&
  at(carried(probe.exchange)?.value, 'Data', 'Status') === 'Rejected'

/** BH-AIS-007, of a local instrument that the bank has not. A consent that is born rejected is refused as well. */
export const unsupportedValuesAreRefused = onAttempts({
  ...common,
  id: 'BH-AIS-007',
  title: 'A value that a bank does not support is refused and not passed over',
  cites: [cite.glossary('Conditional'), cite.schemas('error codes')],
  defect: 'bh-conditional-field-passed-over',
  check: (probes) => (probes.length > 0 && probes.every(isRejected) ? [] : badRequest(probes)),
  usual: [400],
  breaks: `POST /domestic-payment-consents
{"Data":{"Initiation":{"LocalInstrument":"BH.Mizan.None", …}}, …}

201`,
  finding: { at: 'an instrument that there is not: status', expected: '400, and no data', got: '201' },
})

const textOf = (probe: Probe): unknown =>
  'exchange' in probe
    ? at(carried(probe.exchange)?.value, 'Data', 'Initiation', 'RemittanceInformation', 'RemittanceDescription')
    : undefined

/** BH-NEG-007: a bank that cannot process the letters says so; one that takes them gives them back. */
export const lettersComeBack = onAttempts({
  ...common,
  id: 'BH-NEG-007',
  title: 'A text in Arabic comes back as it was sent, or is refused',
  cites: [cite.british('read-write-data-api-profile, character encoding')],
  defect: 'bh-arabic-garbled',
  check([probe]) {
    if (probe === undefined) return undecided('nothing was asked')
    if ('inconclusive' in probe) return undecided(probe.inconclusive)
    const { exchange, name } = probe
    const { status } = exchange.response
    if (unavailable(exchange) || status === 401) return undecided(`${name}: status ${status}`)
    if (status >= 500) return [finding(`${name}: status`, 'a success or 400', status, exchange)]
    if (!succeeded(exchange)) return []
    const text = textOf(probe)
    if (text === undefined) return undecided('the answer does not repeat the text')
    return text === arabic
      ? []
      : [finding(`${name}: RemittanceDescription`, 'the text as it was sent', 'another text', exchange)]
  },
  usual: [201],
  breaks: `POST /domestic-payment-consents
{"Data":{"Initiation":{"RemittanceInformation":{"RemittanceDescription":"دفعة تجريبية"}, …}}, …}

201
{"Data":{"Initiation":{"RemittanceInformation":{"RemittanceDescription":"???? ???????"}, …}, …}, …}`,
  finding: {
    at: 'a text in Arabic: RemittanceDescription',
    expected: 'the text as it was sent',
    got: 'another text',
  },
})
