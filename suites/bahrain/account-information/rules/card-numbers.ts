import { finding } from '../../../../checks/findings.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Finding } from '../../../../engine/rule.ts'

/** Whether digits are a card number by their check digit (ISO/IEC 7812-1, annex B). */
const fits = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Whether a body shows accounts by card number, and those that are whole. A number is never part of a finding. */
export const cardNumbers = (
  body: unknown,
  from: Exchange,
): { readonly seen: boolean; readonly whole: readonly Finding[] } => {
  let seen = false
  const whole: Finding[] = []
  const visit = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { SchemeName, Identification } = value as { readonly SchemeName?: unknown; readonly Identification?: unknown }
    if (typeof SchemeName === 'string' && SchemeName.endsWith('.PAN') && typeof Identification === 'string') {
      seen = true
      const digits = /(?<!\d)\d{13,19}(?!\d)/.exec(Identification.replaceAll(/[ -]/g, ''))?.[0]
      if (digits !== undefined && fits(digits))
        whole.push(
          finding(`${at}/Identification`, 'a masked card number', `a whole one, of ${digits.length} digits`, from),
        )
    }
    for (const [name, member] of Object.entries(value)) visit(member, `${at}/${name}`)
  }
  visit(body, '')
  return { seen, whole }
}
