import type { Business, Person } from '../parties.ts'

/** Who has accounts of every kind. */
export const salma: Person = {
  kind: 'person',
  id: 'party-1001',
  number: '1001',
  givenName: 'Salma',
  surname: 'Al Sidra',
  fullName: 'Salma Rashid Al Sidra',
  emiratesId: '784-1988-0000001-0',
  emiratesIdEnds: '2031-04-30',
  born: '1988-02-14',
  email: 'salma@customers.mizan.example',
  mobile: '+971-500000001',
  address: { lines: ['Flat 12, Ghaf Tower'], town: 'Dubai', emirate: 'Dubai' },
}

/** Who has one account, and half of a home. */
export const majid: Person = {
  kind: 'person',
  id: 'party-1002',
  number: '1002',
  givenName: 'ماجد',
  surname: 'الغاف',
  fullName: 'ماجد ناصر الغاف',
  emiratesId: '784-1985-0000002-0',
  emiratesIdEnds: '2030-09-30',
  born: '1985-11-03',
  email: 'majid@customers.mizan.example',
  mobile: '+971-500000002',
  address: { lines: ['فيلا ٧، شارع النخيل'], town: 'الشارقة', emirate: 'Sharjah' },
}

/** Who has one account and does nothing with it. */
export const noura: Person = {
  kind: 'person',
  id: 'party-1003',
  number: '1003',
  givenName: 'Noura',
  surname: 'Al Falaj',
  fullName: 'Noura Al Falaj',
  emiratesId: '784-2001-0000003-0',
  emiratesIdEnds: '2032-01-31',
  born: '2001-07-22',
  email: 'noura@customers.mizan.example',
  mobile: '+971-500000003',
  address: { lines: ['House 3', 'Al Waha Street'], town: 'Ajman', emirate: 'Ajman' },
}

/** Who acts for a company. */
export const director: Person = {
  kind: 'person',
  id: 'party-2002',
  number: '2002',
  givenName: 'Yousef',
  surname: 'Al Wadi',
  fullName: 'Yousef Al Wadi',
  emiratesId: '784-1979-0000004-0',
  emiratesIdEnds: '2029-12-31',
  born: '1979-05-09',
  email: 'yousef@desertrose.example',
  mobile: '+971-500000004',
  address: { lines: ['Villa 21', 'Kiln Road'], town: 'Ras Al Khaimah', emirate: 'RasAlKhaimah' },
}

/** The company. */
export const desertRose: Business = {
  kind: 'business',
  id: 'party-2001',
  number: '2001',
  name: 'Desert Rose Ceramics LLC',
  licence: 'CN-0000001',
  taxNumber: '100000000000003',
  founded: '2014-03-02',
  email: 'office@desertrose.example',
  address: { lines: ['Workshop 5', 'Kiln Road'], town: 'Ras Al Khaimah', emirate: 'RasAlKhaimah' },
}
