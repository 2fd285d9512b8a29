import { type DirectDebit, nextOn, paymentsOf, type StandingOrder } from '../ledger/arrangements.ts'
import type { Account } from '../ledger/shapes.ts'
import { dayMs, localDay, printed } from '../ledger/time.ts'
import type { Setting } from '../setting.ts'
import type { UserCall } from './call.ts'
import { creditorView } from './counterparty-views.ts'
import { amount, type Json } from './money.ts'
import { listAbout } from './one-page.ts'

/** Second of the day at which the bank carries out what was ordered. */
const carriedOut = 21_600_000

/** `GET /accounts/{AccountId}/beneficiaries` */
export const listBeneficiaries = listAbout(
  'Beneficiary',
  ({ arrangements }) => arrangements.beneficiaries,
  ({ id, activated, addedViaOpenFinance, reference, account }, _, { permits, setting }) => ({
    BeneficiaryId: id,
    BeneficiaryType: activated ? 'Activated' : 'NotActivated',
    AddedViaOF: addedViaOpenFinance,
    ...(!(permits('ReadBeneficiariesDetail') && setting.misbehaves('detail-says-less')) && { Reference: reference }),
    ...((permits('ReadBeneficiariesDetail') || setting.misbehaves('creditor-in-basic')) && creditorView(account)),
  }),
)

const debitView = (debit: DirectDebit, account: Account): Json => {
  const last = paymentsOf(account, debit).at(-1)
  return {
    DirectDebitId: debit.id,
    MandateIdentification: debit.mandate,
    DirectDebitStatusCode: debit.ended === undefined ? 'Active' : 'Inactive',
    Name: debit.name,
    Frequency: 'Monthly',
    ...(last && {
      PreviousPaymentDateTime: printed(last.local),
      PreviousPaymentAmount: amount(last.amount, account.currency),
    }),
  }
}

/** `GET /accounts/{AccountId}/direct-debits` */
export const listDirectDebits = listAbout('DirectDebit', ({ arrangements }) => arrangements.directDebits, debitView)

const orderView = (order: StandingOrder, account: Account, { setting, permits }: UserCall): Json => {
  const payments = paymentsOf(account, order)
  const last = payments.at(-1)
  const next = nextOn(order.dayOfMonth, localDay(setting.ledger.now)) + carriedOut
  const each = amount(order.amount, account.currency)
  const end = { FinalPaymentDateTime: last && printed(last.local), FinalPaymentAmount: each }
  return {
    StandingOrderId: order.id,
    StandingOrderType: order.type,
    StandingOrderStatusCode: order.ended === undefined ? 'Active' : 'Inactive',
    Frequency: `IntervalMonthDay:1:${order.dayOfMonth}`,
    Purpose: order.purpose,
    CreditorReference: order.reference,
    FirstPaymentDateTime: printed(payments[0]?.local ?? next),
    FirstPaymentAmount: each,
    ...(last && { LastPaymentDateTime: printed(last.local), LastPaymentAmount: each }),
    ...(order.ended === undefined
      ? { NextPaymentDateTime: printed(next), NextPaymentAmount: each }
      : { ...end, NumberOfPayments: String(payments.length) }),
    ...(permits('ReadStandingOrdersDetail') && creditorView(order.to)),
  }
}

/** How often the standing orders of an account were read under a consent. */
const readings = new WeakMap<Setting, Map<string, number>>()

/** The list from another record on than the last time that it was read under the consent. */
const turned = <One>(list: readonly One[], { setting, consent, path }: UserCall): readonly One[] => {
  const counts = readings.get(setting) ?? new Map<string, number>()
  readings.set(setting, counts)
  const key = `${consent.id} ${path.AccountId}`
  const count = counts.get(key) ?? 0
  counts.set(key, count + 1)
  const from = count % Math.max(1, list.length)
  return [...list.slice(from), ...list.slice(0, from)]
}

/** `GET /accounts/{AccountId}/standing-orders` */
export const listStandingOrders = listAbout(
  'StandingOrder',
  ({ arrangements }, call) =>
    call.setting.misbehaves('order-changes') ? turned(arrangements.standingOrders, call) : arrangements.standingOrders,
  orderView,
)

/** `GET /accounts/{AccountId}/scheduled-payments` */
export const listScheduledPayments = listAbout(
  'ScheduledPayment',
  ({ arrangements }) => arrangements.scheduledPayments,
  (payment, account, { setting, permits }) => ({
    ScheduledPaymentId: payment.id,
    ScheduledPaymentDateTime: printed(localDay(setting.ledger.now) + payment.inDays * dayMs + carriedOut),
    ScheduledType: payment.type,
    InstructedAmount: amount(payment.amount, account.currency),
    CreditorReference: payment.creditorReference,
    DebtorReference: payment.debtorReference,
    ...(permits('ReadScheduledPaymentsDetail') && creditorView(payment.to)),
  }),
)
