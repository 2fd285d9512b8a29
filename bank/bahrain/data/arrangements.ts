import {
  type DirectDebit,
  nextOn,
  paymentsOf,
  type ScheduledPayment,
  type StandingOrder,
} from '../../ledger/arrangements.ts'
import type { Account } from '../../ledger/shapes.ts'
import { dayMs, localDay } from '../../ledger/time.ts'
import type { Json } from '../../resources/money.ts'
import type { Answer, UserCall } from '../call.ts'
import { amount, creditorOf, printed } from '../market.ts'
import { onePage, records } from './listing.ts'

/** Milliseconds of the day at which the bank carries out what was ordered. */
const carriedOut = 21_600_000

const beneficiaries = records('Beneficiary', ({ arrangements }, { permits }) =>
  arrangements.beneficiaries.map(({ id, activated, reference, account }) => ({
    BeneficiaryId: id,
    BeneficiaryType: activated ? 'Trusted' : 'Ordinary',
    Reference: reference,
    ...(permits('ReadBeneficiariesDetail') && creditorOf(account)),
  })),
)

const withoutAccount = (answer: Answer): Answer => {
  if (!('value' in answer)) return answer
  const body = answer.value as { readonly Data: { readonly Beneficiary: readonly Json[] } }
  const Beneficiary = body.Data.Beneficiary.map(({ AccountId: _, ...rest }) => rest)
  return { ...answer, value: { ...body, Data: { Beneficiary } } }
}

/** `GET /accounts/{AccountId}/beneficiaries` */
export const listBeneficiaries = (call: UserCall): Answer =>
  call.setting.has('bh-own-beneficiaries-without-account')
    ? withoutAccount(beneficiaries.ofOne(call))
    : beneficiaries.ofOne(call)

/** `GET /beneficiaries`: the bank keeps them per customer, so none names an account. */
export const listAllBeneficiaries = (call: UserCall): Answer => withoutAccount(beneficiaries.ofAll(call))

const debitView = (debit: DirectDebit, account: Account): Json => {
  const last = paymentsOf(account, debit).at(-1)
  return {
    DirectDebitId: debit.id,
    MandateIdentification: debit.mandate,
    DirectDebitStatusCode: debit.ended === undefined ? 'Active' : 'Inactive',
    Name: debit.name,
    Frequency: 'BH.OBF.Monthly',
    ...(last && {
      PreviousPaymentDateTime: printed(last.local),
      PreviousPaymentAmount: amount(last.amount, account.currency),
    }),
  }
}

/** `GET /accounts/{AccountId}/direct-debits` and `GET /direct-debits` */
export const directDebits = records('DirectDebit', (account) =>
  account.arrangements.directDebits.map((debit) => debitView(debit, account)),
)

const orderView = (order: StandingOrder, account: Account, { setting, permits }: UserCall): Json => {
  const payments = paymentsOf(account, order)
  const last = payments.at(-1)
  const next = nextOn(order.dayOfMonth, localDay(setting.ledger.now)) + carriedOut
  const each = amount(order.amount, account.currency)
  return {
    StandingOrderId: order.id,
    Frequency: `IntrvlMnthDay:01:${String(order.dayOfMonth).padStart(2, '0')}`,
    Reference: order.reference,
    StandingOrderStatusCode: order.ended === undefined ? 'Active' : 'Inactive',
    FirstPaymentDateTime: printed(payments[0]?.local ?? next),
    FirstPaymentAmount: each,
    ...(last && { LastPaymentDateTime: printed(last.local), LastPaymentAmount: each }),
    ...(order.ended === undefined
      ? { NextPaymentDateTime: printed(next), NextPaymentAmount: each }
      : {
          ...(last && { FinalPaymentDateTime: printed(last.local) }),
          FinalPaymentAmount: each,
          NumberOfPayments: String(payments.length),
        }),
    ...(permits('ReadStandingOrdersDetail') && creditorOf(order.to)),
  }
}

/** `GET /accounts/{AccountId}/standing-orders` and `GET /standing-orders` */
export const standingOrders = records('StandingOrder', (account, call) =>
  account.arrangements.standingOrders.map((order) => orderView(order, account, call)),
)

const futureView = (payment: ScheduledPayment, account: Account, { setting, permits }: UserCall): Json => ({
  FutureDatedPaymentId: payment.id,
  FutureDatedPaymentDateTime: printed(localDay(setting.ledger.now) + payment.inDays * dayMs + carriedOut),
  FutureDatedType: payment.type,
  Reference: payment.creditorReference,
  DebtorReference: payment.debtorReference,
  InstructedAmount: amount(payment.amount, account.currency),
  ...(permits('ReadFutureDatedPaymentsDetail') && creditorOf(payment.to)),
})

/** `GET /accounts/{AccountId}/future-dated-payments` and `GET /future-dated-payments` */
export const futureDatedPayments = records('FutureDatedPayment', (account, call) =>
  account.arrangements.scheduledPayments.map((payment) => futureView(payment, account, call)),
)

/** `GET /accounts/{AccountId}/offers`: who owes on a card may owe more. */
export const offers = records('Offer', ({ id, subType, limit, currency }, { setting }) =>
  subType === 'CreditCard' && limit !== undefined
    ? [
        {
          OfferId: `OFFER-${id}`,
          OfferType: 'LimitIncrease',
          Description: 'A higher limit of the card',
          StartDateTime: printed(localDay(setting.ledger.now)),
          EndDateTime: printed(localDay(setting.ledger.now) + 30 * dayMs),
          Amount: amount(limit / 2, currency),
        },
      ]
    : [],
)

/** `GET /offers`: the bank does not have it. */
export const listAllOffers = (call: UserCall): Answer =>
  call.setting.has('bh-unimplemented-is-empty') ? onePage(call, { Offer: [] }) : { status: 404 }
