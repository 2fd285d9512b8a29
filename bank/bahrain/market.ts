import { bic as dubaiBic } from '../ledger/counterparties.ts'
import { ibanOf } from '../ledger/iban.ts'
import type { Account, Counterparty, Hundredths } from '../ledger/shapes.ts'
import type { Json } from '../resources/money.ts'

/** A wall-clock time of the ledger as a date-time of Manama, where there is no daylight saving time. */
export const printed = (local: number): string => `${new Date(local).toISOString().slice(0, 19)}+03:00`

/** Milliseconds since the epoch at a wall-clock time of Manama. */
export const instantOf = (local: number): number => local - 3 * 3_600_000

/** Hundredths of a dirham become those of a dinar; other money stays what it is. */
const currencyOf = (currency: string): string => (currency === 'AED' ? 'BHD' : currency)

/** Decimals of a currency (ISO 4217). */
const decimalsOf = (currency: string): number => (currency === 'BHD' ? 3 : 2)

/** An amount without its sign, as money of this market. */
export const amount = (value: Hundredths, ledgerCurrency: string): Json => {
  const currency = currencyOf(ledgerCurrency)
  return { Amount: (Math.abs(value) / 100).toFixed(decimalsOf(currency)), Currency: currency }
}

/** The currency of an account in this market. */
export const accountCurrency = ({ currency }: Account): string => currencyOf(currency)

/** The code of the same bank in this market: those of the Emirates are at home in Bahrain. */
const bankCode = (code: string): string => (code.slice(4, 6) === 'AE' ? `${code.slice(0, 4)}BH${code.slice(6)}` : code)

/** An IBAN of the Emirates as one of Bahrain: 4 letters of the bank, the last 14 digits of the account. */
const bahrainIban = (emirates: string, code: string): string =>
  ibanOf('BH', `${code.slice(0, 4)}${emirates.slice(-14)}`)

/** The digits of a card number whose middle is masked, so that the whole has good check digits (Luhn). */
export const wholePan = (masked: string): string => {
  const luhn = (digits: string): number =>
    [...digits].reverse().reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }, 0)
  const candidates = Array.from({ length: 10 }, (_, last) =>
    masked.replace(/X+/, (gap) => `${last}`.padStart(gap.length, '0')),
  )
  return candidates.find((digits) => luhn(digits) % 10 === 0) ?? masked
}

const schemes: Readonly<Record<Account['identifier']['scheme'], string>> = {
  IBAN: 'BH.OBF.IBAN',
  MaskedPAN: 'BH.OBF.PAN',
  MortgageReference: 'BH.Mizan.MortgageReference',
  FinanceReference: 'BH.Mizan.FinanceReference',
}

/** The identifier of an account; that of a card whole or masked. */
export const identifierOf = ({ identifier }: Account, whole: boolean): Json => {
  const { scheme, value } = identifier
  const shown = { IBAN: bahrainIban(value, dubaiBic), MaskedPAN: whole ? wholePan(value) : value }
  return { SchemeName: schemes[scheme], Identification: (shown as Readonly<Record<string, string>>)[scheme] ?? value }
}

/** The bank at which an account is. */
export const agentOf = (code: string = dubaiBic): Json => ({
  SchemeName: 'BH.OBF.BICFI',
  Identification: bankCode(code),
})

/** The account of somebody else. */
export const cashAccountOf = ({ scheme, number, name, bic }: Counterparty): Json => ({
  SchemeName: scheme === 'IBAN' ? 'BH.OBF.IBAN' : 'BH.OBF.BBAN',
  Identification: scheme === 'IBAN' ? bahrainIban(number, bic) : number,
  Name: name,
})

/** Whom money goes to: account and bank. */
export const creditorOf = (to: Counterparty): Json => ({
  CreditorAgent: agentOf(to.bic),
  CreditorAccount: cashAccountOf(to),
})
