import { finding } from '../../../../checks/findings.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { failed, succeeded, unavailable } from '../../../../checks/status.ts'
import { type Answer, type Probe, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { onAttempts } from '../../tried.ts'
import type { Paid } from '../scenarios/make-payment.ts'
import { pay } from '../scenarios/pay.ts'
import { payLater } from '../scenarios/pay-later.ts'

const common = { on: [pay, payLater] } as const

/** A refusal says something only beside a payment that was made. */
const besideAPayment =
  (check: (probes: readonly Probe[]) => Answer) =>
  (probes: readonly Probe[], _: unknown, { baseline }: Paid): Answer => {
    const answer = check(probes)
    const holds = Array.isArray(answer) && answer.length === 0
    return holds && !succeeded(baseline)
      ? undecided(`the payment itself was answered with ${baseline.response.status}`)
      : answer
  }

/** BH-PIS-002: the token is that of a user who agreed to another consent. */
export const consentsArePaidAfterAgreement = onAttempts<Paid>({
  ...common,
  id: 'BH-PIS-002',
  title: 'A consent that nobody has authorised pays nothing',
  cites: [cite.pages('Domestic Payments 3.1.1'), cite.schemas('error codes')],
  defect: 'bh-unauthorised-consent-pays',
  check: besideAPayment(eachRefused({ statuses: [400, 403], demand: 'refused', aside: [401] })),
  usual: [400],
  breaks: `POST /domestic-payments   for a consent that is AwaitingAuthorisation

201`,
  finding: { at: 'a consent that nobody gave: status', expected: '400 or 403, and no data', got: '201' },
})

/** BH-PIS-003: another refusal than 400 is observed. */
export const paymentsAreThoseAgreedUpon = onAttempts<Paid>({
  ...common,
  id: 'BH-PIS-003',
  title: 'A payment that differs from its consent is refused with 400',
  cites: [cite.pages('Domestic Payments 3.1')],
  defect: 'bh-mismatch-pays',
  check: besideAPayment(eachRefused({ statuses: [400], demand: 'refused', aside: [401] })),
  usual: [400],
  breaks: `POST /domestic-payments
{"Data":{"ConsentId":"c1","Initiation":{"InstructedAmount":{"Amount":"1.501","Currency":"BHD"}, …}}, …}

201`,
  finding: { at: 'another amount: status', expected: '400, and no data', got: '201' },
})

/** BH-SEC-003, as far as grants open something. That others do not is another rule. */
export const grantsOpenTheirOperations = rule({
  ...common,
  id: 'BH-SEC-003',
  requirements: ['BH-SEC-003'],
  level: levels('BH-SEC-003'),
  about: 'bank',
  title: 'Consents to pay and payments are read with a token of the client, funds with one of the user',
  cites: [cite.payments('grant types'), cite.pages('Domestic Payments')],
  defects: ['bh-payment-read-wants-user'],
  check({ consent, funds, read }) {
    const calls = [consent, funds, read].flatMap((one) => one ?? [])
    const shut = calls.filter(({ response }) => response.status === 401 || response.status === 403)
    if (shut.length > 0)
      return shut.map((one) => finding(`${one.operation}: status`, 'a success', one.response.status, one))
    if (read === undefined) return undecided('nothing was paid that could be read')
    const open = calls.filter((one) => !succeeded(one) || unavailable(one) || failed(one))
    return open.length > 0 ? undecided(open.map((one) => `${one.operation}: ${one.response.status}`).join('; ')) : []
  },
  example: {
    breaks: `GET /domestic-payments/{DomesticPaymentId}   with a client-credentials token of scope payments

403`,
    findings: [{ at: 'GET /domestic-payments/{DomesticPaymentId}: status', expected: 'a success', got: '403' }],
  },
})
