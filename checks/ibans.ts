/** Whether a text is an IBAN by its check digits (ISO 13616, ISO 7064 mod 97-10); the form of a country is not looked at. */
export const checkDigitsFit = (iban: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return false
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((one) => Number.parseInt(one, 36).toString()).join('')
  return BigInt(digits) % 97n === 1n
}
