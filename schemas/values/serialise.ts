import { isObject, type Json } from '../openapi.ts'

/** How a parameter is written: what OpenAPI calls its style. */
export interface Written {
  readonly name: string
  readonly in: string
  readonly style?: string | undefined
  readonly explode?: boolean | undefined
  /** Its value stands as JSON: it has `content` instead of `schema`. */
  readonly asJson?: true
}

const text = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** What stands between the items of a list that is one value, in a query. */
const separators: Readonly<Record<string, string>> = { form: ',', spaceDelimited: '%20', pipeDelimited: '%7C' }

/** The parts of a query for one parameter, percent-encoded and joined with `&`; undefined for a style that none has. */
export const inQuery = (
  { name, style = 'form', explode = style === 'form', asJson }: Written,
  value: Json,
): string | undefined => {
  const pair = (key: string, one: Json): string => `${encodeURIComponent(key)}=${encodeURIComponent(text(one))}`
  if (asJson) return pair(name, JSON.stringify(value))
  const separator = separators[style]
  if (isObject(value)) {
    const members = Object.entries(value)
    if (style === 'deepObject') return members.map(([key, one]) => pair(`${name}[${key}]`, one)).join('&')
    if (separator === undefined) return undefined
    if (explode) return members.map(([key, one]) => pair(key, one)).join('&')
    return `${encodeURIComponent(name)}=${members
      .flat()
      .map((one) => encodeURIComponent(text(one)))
      .join(separator)}`
  }
  if (style === 'deepObject') return undefined
  if (!Array.isArray(value)) return pair(name, value)
  if (separator === undefined) return undefined
  if (explode) return value.map((one) => pair(name, one)).join('&')
  return `${encodeURIComponent(name)}=${value.map((one) => encodeURIComponent(text(one))).join(separator)}`
}

/** The text of a parameter in a path, header or cookie, not yet encoded; undefined for a style that is not spoken. */
export const asText = ({ in: place, style, explode = false, asJson }: Written, value: Json): string | undefined => {
  if (asJson) return JSON.stringify(value)
  if (style !== undefined && style !== (place === 'cookie' ? 'form' : 'simple')) return undefined
  if (Array.isArray(value)) return value.map(text).join(',')
  if (!isObject(value)) return text(value)
  return Object.entries(value)
    .map(([key, one]) => `${key}${explode ? '=' : ','}${text(one)}`)
    .join(',')
}
