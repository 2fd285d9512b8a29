import type { Json, JsonObject } from '../openapi.ts'

/** One text of each format, good in every version of its definition. */
const byFormat: Readonly<Record<string, string>> = {
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
  time: '00:00:00Z',
  duration: 'P1D',
  email: 'someone@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  'uri-reference': 'https://example.com/',
  uuid: '6f1f8f0a-1f63-4c5d-9b1e-2f9e6a0d3c11',
  byte: 'bWl6YW4=',
}

const plain = 'mizan'

/** A text of a schema's format and length; undefined where a pattern, an unknown format or a length leaves none that is known to fit. */
export const makeText = ({ pattern, format, minLength, maxLength }: JsonObject): string | undefined => {
  if (pattern !== undefined) return undefined
  const least = typeof minLength === 'number' ? minLength : 0
  const most = typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY
  const known = typeof format === 'string' ? byFormat[format] : undefined
  if (known !== undefined) return known.length >= least && known.length <= most ? known : undefined
  if (least > most || least > 10_000) return undefined
  return plain.padEnd(least, plain).slice(0, Math.min(Math.max(plain.length, least), most))
}

const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined)

/** A small number of a schema's limits; undefined where none of them fits. */
export const makeNumber = (schema: JsonObject): number | undefined => {
  const { exclusiveMinimum: above, exclusiveMaximum: below } = schema
  // Until OpenAPI 3.0 these two are booleans beside the limits.
  const least = number(above) === undefined ? number(schema.minimum) : (number(above) ?? 0) + 1
  const most = number(below) === undefined ? number(schema.maximum) : (number(below) ?? 0) - 1
  const from = (least ?? Math.min(1, most ?? 1)) + (above === true ? 1 : 0)
  const until = (most ?? Number.POSITIVE_INFINITY) - (below === true ? 1 : 0)
  const step = number(schema.multipleOf) ?? (schema.type === 'integer' ? 1 : undefined)
  const value = step === undefined ? Math.min(from, until) : Math.ceil(from / step) * step
  return value <= until && value >= from ? value : undefined
}
