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

/** Names of parameters whose value is a credential wherever an address stands, as part of a regular expression. */
export const credentialNames = '(?:(?:access|refresh|id)_)?token|auth|pwd|j?session_?id|sid|jwt|hmac|sig'

/** The same of those that name a person. */
export const personNames =
  'login_?hint|cpr|name|(?:phone|mobile)(?:_?(?:number|no))?|iban|user(?:_?(?:name|id))?|e-?mail'

/** Names of headers in which a gateway tells of the person. */
export const personHeader =
  /(?:^|[-_])(?:cpr|remote-user|sm_user|user-?(?:info|id|name)|customer-(?:id|name)|psu-id(?:entifier)?)$/i

/** What stands before a parameter: in a query, a fragment or a form, also as HTML and JSON write `&`. */
const beforeParameter = String.raw`(?:^|[?&#]|&amp;|\\u0026)`

/** The value of a parameter: a mask in its place is one already. */
const valueAfter = (names: string): RegExp =>
  new RegExp(`(?<=${beforeParameter}(?:${names})=)(?!‹)[^&#\\s"'<>\\\\]+`, 'gi')

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
  { kind: 'token', hint: /(?:token|auth|pwd|id|jwt|hmac|sig)=/i, form: valueAfter(credentialNames) },
  {
    // A parameter of a path (RFC 3986 §3.3) ends where its segment ends.
    kind: 'token',
    hint: /;[jst]/i,
    form: /(?<=;(?:jsessionid|sid|token)=)(?!‹)[^;/?&#\s"'<>\\]+/gi,
  },
  // However short: here the place tells what it is, and nothing else of the text is touched.
  {
    kind: 'person',
    hint: /(?:hint|cpr|name|number|no|phone|mobile|iban|user|id|mail)=/i,
    form: valueAfter(personNames),
  },
  { kind: 'iban', hint: /[A-Z]{2}\d\d[A-Z0-9]{11}/, form: /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g, holds: mod97 },
  {
    // Of the Gulf, in international form. What goes on as an id, a fraction or a longer number is none.
    kind: 'phone',
    hint: /(?:\+|%2B|00)9(?:6[568]|7[134])/i,
    form: /(?:(?<![\d.]|\de)(?:\+|%2B)|(?<![\w.+-])00)9(?:6[568]|7[134])(?: ?\(0\))?(?:[ -]?\d){8,9}(?![\w(]|[.,]\d|-\w)/gi,
  },
  { kind: 'card', hint: /\d{13}/, form: /(?<![\d.])\d{13,19}(?![\d.])/g, holds: luhn },
  { kind: 'emirates id', hint: /784/, form: /\b784-?\d{4}-?\d{7}-?\d\b/g },
  { kind: 'email', hint: /@/, form: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/g },
]

const personalName =
  /^(?:.*(?:holder|party|customer|debtor|creditor|beneficiary|payee|user).*name|(?:full|first|given|last|family|middle|nick)_?name|e-?mail.*|.*phone.*|.*mobile.*|iban|emirates_?id.*|.*passport.*|birth_?date|date_?of_?birth|cpr(?:_?number)?|dob)$/i

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
