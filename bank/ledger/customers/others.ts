import { paysBy, type StandingOrder } from '../arrangements.ts'
import { iban, others } from '../counterparties.ts'
import { soleOwner } from '../parties.ts'
import { buysAtShops, takesCash } from '../spending.ts'
import type { NewCustomer } from './opened.ts'
import * as parties from './parties.ts'
import { salary } from './payments.ts'

const rent: StandingOrder = {
  id: 'SO-1002-1',
  type: 'LocalBankTransfer',
  dayOfMonth: 1,
  amount: 320_000,
  purpose: 'إيجار',
  reference: 'فيلا ٧',
  to: others.landlord,
}

/** A customer with one account, who writes in Arabic. */
export const majid: NewCustomer = {
  id: 'cust-1002',
  username: 'majid',
  name: { en: 'Majid Nasser Al Ghaf', ar: 'ماجد ناصر الغاف' },
  party: parties.majid,
  accounts: [
    {
      id: '100200000001',
      type: 'Retail',
      subType: 'CurrentAccount',
      status: 'Active',
      currency: 'AED',
      identifier: iban('0000100200000001'),
      holder: 'ماجد ناصر الغاف',
      shortName: 'ماجد الغاف',
      description: 'حساب جاري',
      nickname: 'حساب البيت',
      shariaCompliant: true,
      parties: soleOwner(parties.majid),
      opening: 900_000,
      months: 26,
      age: 40,
      habits: [salary(1_180_000), paysBy(rent), buysAtShops(0.3), takesCash(0.04)],
      arrangements: { standingOrders: [rent] },
    },
  ],
}

/** A customer who opened an account today and has done nothing with it. */
export const noura: NewCustomer = {
  id: 'cust-1003',
  username: 'noura',
  name: { en: 'Noura Al Falaj', ar: 'نورة الفلج' },
  party: parties.noura,
  accounts: [
    {
      id: '100300000001',
      type: 'Retail',
      subType: 'CurrentAccount',
      status: 'Active',
      currency: 'AED',
      identifier: iban('0000100300000001'),
      holder: 'Noura Al Falaj',
      shortName: 'N Al Falaj',
      description: 'Current account',
      nickname: 'First account',
      shariaCompliant: false,
      parties: soleOwner(parties.noura),
      opening: 0,
      months: 0,
      habits: [],
    },
  ],
}
