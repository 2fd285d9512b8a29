import { scenario } from '../../../../engine/scenario.ts'
import { oneLaterPayment } from '../../needs.ts'
import {
  createFutureConsent,
  createFuturePayment,
  futureConsent,
  futurePayment,
  futurePaymentDetails,
} from '../../operations.ts'
import { makePayment, type Steps } from './make-payment.ts'

const steps: Steps = {
  consent: futureConsent,
  pay: createFuturePayment,
  read: futurePayment,
  details: futurePaymentDetails,
  id: { member: 'DomesticFutureDatedPaymentId', parameter: 'Id' },
}

/** Orders a payment for a day to come as the user agreed, after attempts to order something else, and without an agreement. */
export const payLater = scenario({
  id: 'payments/pay-later',
  title: 'order a payment for a day to come as the user agreed, and try to order otherwise',
  needs: ['future-payments'],
  means: ['user-journey'],
  uses: oneLaterPayment,
  operations: [createFutureConsent, futureConsent, createFuturePayment, futurePayment, futurePaymentDetails],
  effect: 'creates',
  notInProduction: true,
  run: (session) => makePayment(session, steps),
})
