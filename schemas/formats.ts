import { fullFormats } from 'ajv-formats/dist/formats.js'

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The number that two digits of a text write. */
const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

/** Whether the calendar has the day that a text begins with, digits at the places of YYYY-MM-DD. */
const beginsWithDay = (text: string): boolean => {
  const [year, month, day] = [twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8)]
  return day >= 1 && day <= (monthDays[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)
}

/** A day that the calendar has, written YYYY-MM-DD (RFC 3339 full-date). */
export const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && beginsWithDay(text)

const time = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)'
const wholeTime = new RegExp(`^${time}$`, 'i')
const wholeDateTime = new RegExp(`^\\d{4}-\\d\\d-\\d\\dt${time}$`, 'i')

/** RFC 3339 full-time: seconds, an offset of the form Z or +hh:mm; a second 60 is allowed in any minute. */
const isTime = (text: string): boolean => wholeTime.test(text)

/** RFC 3339 date-time: a real day, T, a full-time; T and Z in any case, a blank instead of T never. */
export const isDateTime = (text: string): boolean => wholeDateTime.test(text) && beginsWithDay(text)

const isUri = fullFormats.uri as (text: string) => boolean

/** An absolute URI of RFC 3986 with the scheme http or https, in any letter case, and a host. */
const isHttpUri = (text: string): boolean => /^https?:\/\/[^/?#]/i.test(text) && isUri(text)

const own = {
  date: isDate,
  time: isTime,
  'date-time': isDateTime,
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  decimal: /^[+-]?\d+(?:\.\d+)?$/,
  base64: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  // `url` is no JSON Schema format; the one of ajv-formats refuses localhost and private addresses (UAE-SCH-012).
  url: fullFormats.uri,
  // Of our own documents: what a client is able to follow.
  'absolute-http-uri': isHttpUri,
}

const taken = [
  'binary',
  'byte',
  'double',
  'duration',
  'email',
  'float',
  'hostname',
  'int32',
  'int64',
  'ipv4',
  'ipv6',
  'json-pointer',
  'password',
  'regex',
  'relative-json-pointer',
  'uri',
  'uri-reference',
  'uri-template',
] as const

/** Every format that a contract may use, as ajv takes them. Stricter than ajv-formats where that is laxer than its RFC. */
export const formats = { ...Object.fromEntries(taken.map((name) => [name, fullFormats[name]])), ...own }

const names: Readonly<Record<string, string>> = {
  'date-time': 'a date-time of RFC 3339',
  date: 'a date YYYY-MM-DD',
  time: 'a time of RFC 3339',
  uuid: 'a UUID',
  uri: 'a URI',
  url: 'a URI',
  'absolute-http-uri': 'an absolute http or https URI',
  email: 'an e-mail address',
  duration: 'a duration of ISO 8601',
  int32: 'an integer of 32 bits',
  int64: 'an integer of 64 bits',
}

/** What a value of a format is called in a finding. */
export const formatName = (format: string): string => names[format] ?? `a value of the format ${format}`
