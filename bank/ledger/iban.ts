/** Remainder by 97 of a decimal text of any length (ISO 7064 MOD 97-10). */
const mod97 = (digits: string): number => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/** `A` is 10 … `Z` is 35, as ISO 13616 counts them. */
const inDigits = (text: string): string => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))

/** The IBAN of a country (ISO 3166-1 alpha-2) for a basic bank account number of letters and digits. */
export const ibanOf = (country: string, basic: string): string => {
  const check = 98 - mod97(inDigits(`${basic}${country}00`))
  return `${country}${String(check).padStart(2, '0')}${basic}`
}

/** The IBAN of the Emirates for a basic bank account number of 19 digits: 3 of the bank, 16 of the account. */
export const emiratesIban = (basic: string): string => {
  if (!/^\d{19}$/.test(basic)) throw new Error(`a basic bank account number has 19 digits, got ${basic}`)
  return ibanOf('AE', basic)
}

/** Whether the check digits of an IBAN fit the rest of it. */
export const ibanFits = (iban: string): boolean => mod97(inDigits(iban.slice(4) + iban.slice(0, 4))) === 1
