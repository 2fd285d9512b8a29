/** A credential of a header in the parts that a server reads: what is glue between them stays as it was. */
interface Part {
  /** The scheme, the name of a parameter, quotes, blanks, commas. */
  readonly glue: string
  readonly value: string
}

/** The name of a parameter before its value; `=` at the end of base64 is none. */
const parameter = /^[\w.-]+=(?=[^=])"?/

/** Takes the value of a header apart: `Token token="abc"` into `Token token="` and `abc`; the cookies of `Cookie` each by itself. */
const partsOf = (header: string, value: string): readonly Part[] => {
  const scheme = (/^(proxy-)?authorization$/i.test(header) && /^[^\s=,]+\s+(?=\S)/.exec(value)?.[0]) || ''
  const found: Part[] = []
  let glue = scheme
  for (const [, between = '', word = ''] of value.slice(scheme.length).matchAll(/([\s,;"]*)([^\s,;"]+(?:"[^"]*)?|)/g)) {
    const name = parameter.exec(word)?.[0] ?? ''
    glue += `${between}${name}`
    if (word.length === name.length) continue
    found.push({ glue, value: word.slice(name.length) })
    glue = ''
  }
  return glue === '' || found.length === 0 ? found : [...found, { glue, value: '' }]
}

/** The value of a header with each part of its credential made into another; schemes and names of parameters stay. */
export const eachPart = (header: string, value: string, make: (part: string) => string): string =>
  partsOf(header, value)
    .map((one) => `${one.glue}${one.value === '' ? '' : make(one.value)}`)
    .join('')

const decoded = (part: string): readonly string[] => {
  const text = Buffer.from(part, 'base64').toString('utf8')
  const password = /^[^:]*:(.+)$/s.exec(text)?.[1]
  return password === undefined ? [] : [text, password]
}

/** All that must not be written of a header with a credential: each part of it, and of `Basic` what it encodes (RFC 7617). */
export const secretsOfHeader = (header: string, value: string): readonly string[] => {
  const parts = partsOf(header, value).flatMap(({ value: part }) => (part === '' ? [] : [part]))
  return /^basic\s/i.test(value) ? [...parts, ...parts.flatMap(decoded)] : parts
}
