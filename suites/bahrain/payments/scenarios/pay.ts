import { scenario } from '../../../../engine/scenario.ts'
import { onePayment } from '../../needs.ts'
import {
  createPayment,
  createPaymentConsent,
  fundsConfirmation,
  payment,
  paymentConsent,
  paymentDetails,
} from '../../operations.ts'
import { makePayment, type Steps } from './make-payment.ts'

const steps: Steps = {
  consent: paymentConsent,
  funds: fundsConfirmation,
  pay: createPayment,
  read: payment,
  details: paymentDetails,
  id: { member: 'DomesticPaymentId', parameter: 'DomesticPaymentId' },
}

/** Pays at once as the user agreed, after attempts to pay something else, and without an agreement. */
export const pay = scenario({
  id: 'payments/pay',
  title: 'pay as the user agreed, and try to pay otherwise',
  needs: ['payments'],
  means: ['user-journey'],
  uses: onePayment,
  operations: [createPaymentConsent, paymentConsent, fundsConfirmation, createPayment, payment, paymentDetails],
  effect: 'creates',
  notInProduction: true,
  run: (session) => makePayment(session, steps),
})
