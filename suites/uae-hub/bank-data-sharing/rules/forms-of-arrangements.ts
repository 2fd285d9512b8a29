import type { ExchangeRule } from '../../../../engine/rule.ts'
import { beneficiaries, directDebits, scheduledPayments, standingOrders } from '../../operations.ts'
import { parts } from '../parts.ts'
import { excerpt, form } from './form.ts'

/** UAE-BDS-020 to UAE-BDS-023: the form of what is agreed about an account. */
export const formsOfArrangements: readonly ExchangeRule[] = [
  form({
    id: 'UAE-BDS-020',
    title: 'A beneficiary has its id, its type and whether it came by open finance',
    operations: [beneficiaries],
    parts: parts.beneficiary,
    holds: '/Data/Beneficiary',
    schema: 'AEBeneficiary',
    defect: 'beneficiary-without-origin',
    breaks: excerpt(
      beneficiaries,
      '{"AccountId":"a1","Beneficiary":[{"BeneficiaryId":"b1","BeneficiaryType":"Activated"}]}',
    ),
    finding: ['/Data/Beneficiary/0', 'member AddedViaOF', 'nothing'],
  }),
  form({
    id: 'UAE-BDS-021',
    title: 'A direct debit has its id, mandate, state, name and frequency',
    operations: [directDebits],
    parts: parts.directDebit,
    holds: '/Data/DirectDebit',
    schema: 'AEDirectDebit',
    defect: 'direct-debit-without-frequency',
    breaks: excerpt(directDebits, '{"AccountId":"a1","DirectDebit":[{ … no Frequency}]}'),
    finding: ['/Data/DirectDebit/0', 'member Frequency', 'nothing'],
  }),
  form({
    id: 'UAE-BDS-022',
    title: 'A standing order has its id, state, frequency and first payment',
    operations: [standingOrders],
    parts: parts.standingOrder,
    holds: '/Data/StandingOrder',
    schema: 'AEStandingOrder',
    defect: 'standing-order-without-state',
    breaks: excerpt(standingOrders, '{"AccountId":"a1","StandingOrder":[{ … no StandingOrderStatusCode}]}'),
    finding: ['/Data/StandingOrder/0', 'member StandingOrderStatusCode', 'nothing'],
  }),
  form({
    id: 'UAE-BDS-023',
    title: 'A scheduled payment has its id, date-time, type and amount',
    operations: [scheduledPayments],
    parts: parts.scheduledPayment,
    holds: '/Data/ScheduledPayment',
    schema: 'AEScheduledPayment',
    defect: 'scheduled-payment-without-type',
    breaks: excerpt(scheduledPayments, '{"AccountId":"a1","ScheduledPayment":[{ … no ScheduledType}]}'),
    finding: ['/Data/ScheduledPayment/0', 'member ScheduledType', 'nothing'],
  }),
]
