/** Personal data and keys that show by their form, wherever they stand. */
export interface Pattern {
  readonly kind: string
  readonly form: RegExp
  /** Cheap to look for: without it in a text, the form is not in it either. */
  readonly hint?: RegExp
  readonly holds?: (match: string) => boolean
}

/** ISO 7064 mod 97-10, as IBANs use it (ISO 13616). */
const mod97 = (iban: string): boolean => {
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((c) => Number.parseInt(c, 36)).join('')
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** ISO/IEC 7812-1, as card numbers use it. */
const luhn = (number: string): boolean => {
  let sum = 0
  for (const [index, digit] of [...number].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** No pattern may begin anew in the middle of what it has just read: texts of a server can be long. */
export const patterns: readonly Pattern[] = [
  {
    kind: 'private key',
    hint: /-----BEGIN /,
    form: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  },
  {
    kind: 'jwt',
    hint: /e(?:y[JA]|w0K|wo[gJi])/,
    form: /(?<![\w-])[\w-]{11,}\.[\w-]+(?:\.[\w-]*){1,6}/g,
    holds: (match) => /e(?:y[JA]|w0K|wo[gJi])[\w-]{8}/.test(match),
  },
  {
    kind: 'token',
    hint: /_token=/,
    form: /(?<=[?&#](?:access|refresh|id)_token=)(?!‹)[^&#\s"'<>\\]{4,}/g,
  },
  { kind: 'iban', hint: /[A-Z]{2}\d\d[A-Z0-9]{11}/, form: /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g, holds: mod97 },
  { kind: 'card', hint: /\d{13}/, form: /(?<![\d.])\d{13,19}(?![\d.])/g, holds: luhn },
  { kind: 'emirates id', hint: /784/, form: /\b784-?\d{4}-?\d{7}-?\d\b/g },
  { kind: 'email', hint: /@/, form: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/g },
]

const personalName =
  /^(?:.*(?:holder|party|customer|debtor|creditor|beneficiary|payee|user).*name|(?:full|first|given|last|family|middle|nick)_?name|e-?mail.*|.*phone.*|.*mobile.*|iban|emirates_?id.*|.*passport.*|birth_?date|date_?of_?birth)$/i

/** Names of members longer than this belong to no contract. */
const longestName = 200

/** Whether a member holds personal data by its name alone, whatever the contract. A name that no contract has, may. */
export const personalMember = (name: string): boolean => {
  if (name.length > longestName) return true
  const known = judged.get(name)
  if (known !== undefined) return known
  const personal = personalName.test(name)
  // Contracts have few names; one who makes up a new one for each member is not remembered.
  if (judged.size < mostNames) judged.set(name, personal)
  return personal
}

const mostNames = 10_000
const judged = new Map<string, boolean>()

const secretMembers: Readonly<Record<string, string>> = {
  access_token: 'token',
  refresh_token: 'refresh token',
  id_token: 'id token',
  client_assertion: 'client assertion',
  client_secret: 'client secret',
  code: 'code',
  code_verifier: 'code verifier',
  password: 'password',
  request: 'request object',
  request_uri: 'request uri',
}

/** What kind of secret a member or a form field holds by its name alone; undefined for none. */
export const secretMember = (name: string): string | undefined =>
  Object.hasOwn(secretMembers, name) ? secretMembers[name] : undefined
