import { emiratesIban } from './iban.ts'
import type { AccountFacts, Counterparty } from './shapes.ts'

/** Bank identifier code of this bank. Those of test banks have a 0 as their eighth character (ISO 9362). */
export const bic = 'MIZNAEA0XXX'

/** An IBAN of this bank, by the 16 digits of the account. */
export const iban = (number: string): AccountFacts['identifier'] => ({
  scheme: 'IBAN',
  value: emiratesIban(`999${number}`),
})

/** An account of this bank, as others see it. */
export const within = (name: string, number: string): Counterparty => ({
  name,
  scheme: 'IBAN',
  number: emiratesIban(`999${number}`),
  bic,
})

const at =
  (bank: string, code: string) =>
  (name: string, number: string): Counterparty => ({
    name,
    scheme: 'IBAN',
    number: emiratesIban(`${bank}000000000000${number}`),
    bic: code,
  })

const rimal = at('998', 'RIMLAEA0XXX')
const sahel = at('997', 'SAHLAEA0XXX')
const waha = at('996', 'WAHAAEA0XXX')

/** Who sends money to the customers of the bank, and who gets it from them. All of them are invented. */
export const others = {
  employer: sahel('Sahel Water Engineering LLC', '0815'),
  landlord: waha('Burj Al Waha Properties', '0042'),
  friend: rimal('Huda Al Rimal', '4711'),
  club: rimal('Nakhla Sports Club', '0099'),
  charity: waha('Ghaf Relief Society', '0777'),
  hotels: rimal('Marsa Hotels LLC', '2200'),
  supplier: sahel('Wadi Clay Supplies', '3300'),
  tenantAbroad: { name: 'Harbour Lane Trading', scheme: 'AccountNumber', number: '0099887766', bic: 'HRBLUS30XXX' },
  familyAbroad: { name: 'Leila Al Sidra', scheme: 'AccountNumber', number: '0011223344', bic: 'HRBLGB20XXX' },
} as const satisfies Readonly<Record<string, Counterparty>>
