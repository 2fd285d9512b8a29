import { isDateTime } from '../schemas/formats.ts'

const shape = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)?(?:[.,](\d+))?\s?([Zz]|[+-]\d\d(?::?\d\d)?)$/

const offsetOf = (text: string): string => {
  if (text.toUpperCase() === 'Z') return 'Z'
  const digits = text.slice(1).replace(':', '').padEnd(4, '0')
  return `${text[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/**
 * Milliseconds since 1970 of a date-time with a zone, however it is written: offset `+0300` or `+03`, a blank for `T`, a
 * decimal comma, no seconds. Undefined for any other value; how it is to be written is the matter of another check.
 */
export const lenientInstant = (value: unknown): number | undefined => {
  const parts = typeof value === 'string' ? shape.exec(value.trim()) : null
  if (parts === null) return undefined
  const [, day = '', time = '', seconds = ':00', fraction, zone = 'Z'] = parts
  const text = `${day}T${time}${seconds}${fraction === undefined ? '' : `.${fraction}`}${offsetOf(zone)}`
  if (!isDateTime(text)) return undefined
  // Second 60 is the first of the next minute.
  const leap = seconds === ':60'
  const ms = Date.parse(leap ? text.replace(':60', ':59') : text)
  return leap ? ms + 1000 : ms
}
