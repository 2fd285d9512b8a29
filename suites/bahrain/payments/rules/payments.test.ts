import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { status, tried } from '../../../../testing/tried.ts'
import { createPayment, fundsConfirmation, payment, paymentConsent } from '../../operations.ts'
import type { Paid } from '../scenarios/make-payment.ts'
import { consentsArePaidAfterAgreement, grantsOpenTheirOperations, paymentsAreThoseAgreedUpon } from './payments.ts'

const answer = (operation: string, code = 200) => exchange({ id: 'p1', operation, status: code })
const paid = (of: string, answers: Parameters<typeof tried>[1], change: Partial<Paid> = {}): Paid => ({
  ...tried(of, answers),
  consent: answer(paymentConsent),
  funds: answer(fundsConfirmation),
  read: answer(payment),
  detailed: { name: 'details', exchange: exchange({ status: 404 }) },
  ...change,
})

/** The payment itself was refused. */
const unpaid = (of: string, answers: Parameters<typeof tried>[1]): Paid => {
  const { read: _, detailed: __, ...others } = paid(of, answers)
  return { ...others, baseline: exchange({ id: 'x1', operation: createPayment, status: 400 }) }
}

const waiting = 'a consent that nobody gave'
proves(consentsArePaidAfterAgreement, {
  holds: { '400': paid('BH-PIS-002', { [waiting]: 400 }), '403': paid('BH-PIS-002', { [waiting]: 403 }) },
  breaks: { paid: [paid('BH-PIS-002', { [waiting]: 201 }), status(waiting, '400 or 403, and no data', 201)] },
  undecided: {
    'the token ended': paid('BH-PIS-002', { [waiting]: 401 }),
    'nothing was paid': unpaid('BH-PIS-002', { [waiting]: 400 }),
  },
})

const other = 'another amount'
proves(paymentsAreThoseAgreedUpon, {
  holds: { '400': paid('BH-PIS-003', { [other]: 400 }), '422': paid('BH-PIS-003', { [other]: 422 }) },
  breaks: {
    paid: [paid('BH-PIS-003', { [other]: 201 }), status(other, '400, and no data', 201)],
    'paid instead': [unpaid('BH-PIS-003', { [other]: 201 }), status(other, '400, and no data', 201)],
  },
  undecided: {
    'a failure': paid('BH-PIS-003', { [other]: 500 }),
    'nothing was paid': unpaid('BH-PIS-003', { [other]: 400 }),
  },
})

proves(grantsOpenTheirOperations, {
  holds: { 'all of them': paid('', {}) },
  breaks: {
    'a payment for users alone': [
      paid('', {}, { read: answer(payment, 403) }),
      { at: `${payment}: status`, expected: 'a success', got: '403', exchange: 'p1' },
    ],
    'funds for clients alone': [
      paid('', {}, { funds: answer(fundsConfirmation, 401) }),
      { at: `${fundsConfirmation}: status`, expected: 'a success', got: '401', exchange: 'p1' },
    ],
  },
  undecided: {
    'a failure': paid('', {}, { funds: answer(fundsConfirmation, 500) }),
    'nothing was paid': unpaid('', {}),
  },
})
