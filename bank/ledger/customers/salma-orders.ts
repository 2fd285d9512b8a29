import type { Arrangements } from '../arrangements.ts'
import { others, within } from '../counterparties.ts'

/** What Salma has agreed about her current account. */
export const salmaOrders = {
  standingOrders: [
    {
      id: 'SO-1001-1',
      type: 'LocalBankTransfer',
      dayOfMonth: 1,
      amount: 550_000,
      purpose: 'Rent',
      reference: 'Flat 12',
      to: others.landlord,
    },
    {
      id: 'SO-1001-2',
      type: 'BetweenMyAccounts',
      dayOfMonth: 2,
      amount: 100_000,
      purpose: 'To savings',
      reference: 'Rainy days',
      to: within('Salma Rashid Al Sidra', '0000100100000002'),
    },
    {
      id: 'SO-1001-3',
      type: 'LocalBankTransfer',
      dayOfMonth: 7,
      amount: 35_000,
      purpose: 'Sports club',
      reference: 'Member 99',
      to: others.club,
      ended: 8,
    },
    {
      id: 'SO-1001-4',
      type: 'Charity',
      dayOfMonth: 12,
      amount: 10_000,
      purpose: 'Charity',
      reference: 'Monthly gift',
      to: others.charity,
      begun: 5,
    },
  ],
  directDebits: [
    { id: 'DD-1001-1', mandate: 'M-1001-300', name: 'Najm Telecom', dayOfMonth: 9, from: 38_900, to: 39_900 },
    {
      id: 'DD-1001-2',
      mandate: 'M-1001-301',
      name: 'Rimal Fibre',
      dayOfMonth: 14,
      from: 24_900,
      to: 25_900,
      ended: 10,
    },
  ],
  beneficiaries: [
    { id: 'BEN-1001-1', activated: true, addedViaOpenFinance: false, reference: 'Rent', account: others.landlord },
    { id: 'BEN-1001-2', activated: true, addedViaOpenFinance: true, reference: 'Huda', account: others.friend },
    {
      id: 'BEN-1001-3',
      activated: false,
      addedViaOpenFinance: false,
      reference: 'Family',
      account: others.familyAbroad,
    },
  ],
  scheduledPayments: [
    {
      id: 'SP-1001-1',
      type: 'Execution',
      inDays: 6,
      amount: 250_000,
      creditorReference: 'Wedding gift',
      debtorReference: 'For Huda',
      to: others.friend,
    },
    {
      id: 'SP-1001-2',
      type: 'Arrival',
      inDays: 40,
      amount: 80_000,
      creditorReference: 'Yearly gift',
      debtorReference: 'Charity',
      to: others.charity,
    },
  ],
} as const satisfies Arrangements
