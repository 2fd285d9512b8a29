const digits = /^\+?\d[\d\s-]{6,}\d$/
const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/

/**
 * How others write a personal value: in capitals, a number without what stands between or before its digits, an IBAN in
 * groups of four. Without the value itself.
 */
export const otherForms = (value: string): readonly string[] => {
  const forms = [
    value.toUpperCase(),
    ...(digits.test(value) ? [value.replaceAll(/\D/g, '')] : []),
    ...(iban.test(value) ? [value.replaceAll(/(.{4})(?=.)/g, '$1 ')] : []),
  ]
  return [...new Set(forms)].filter((form) => form !== value)
}
