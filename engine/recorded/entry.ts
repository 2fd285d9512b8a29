import type { Credentials, Facts, Headers, Request } from '../exchange.ts'
import { type Body, bodyIn } from './content.ts'
import { EntryFault, list, members, number, optional, text } from './members.ts'

/** What an entry of a run of ours says beside HAR: nothing of it has to be guessed. */
export interface Ours {
  readonly id: string
  readonly operation?: string
  readonly suite: string
  readonly scenario: string
  readonly purpose: string
  readonly credentials: Credentials
  readonly inbound?: true
  readonly facts: Pick<Facts, 'bytes' | 'bodySha256' | 'validUtf8' | 'byteOrderMark'>
}

/** An entry of a HAR, read. */
export interface Entry {
  readonly number: number
  readonly startedAt?: string
  /** Milliseconds; 0 where the recording does not say. */
  readonly durationMs: number
  readonly request: Request
  /** Undefined: no answer came, or it has no headers, so that nothing can be judged by it. */
  readonly response?: { readonly status: number; readonly headers: Headers; readonly body: Body }
  /** It came from the cache or the worker of a browser, as Chrome says: the server did not send it then. */
  readonly stored?: true
  readonly ours?: Ours
}

/** Some tools write numbers as such, and null for a value that they do not know. */
const valueIn = (value: unknown, at: string): string | undefined => {
  if (value === null) return undefined
  return typeof value === 'number' ? String(value) : text(value, at)
}

/** Header fields without what HTTP/2 has instead of a request line; Chrome writes repeated ones as lines of one. */
const headersIn = (value: unknown, at: string): Headers =>
  list(value, at).flatMap((one, index) => {
    const pair = members(one, `${at}[${index}]`)
    const name = text(pair.name, `${at}[${index}].name`)
    const content = valueIn(pair.value, `${at}[${index}].value`)
    if (name.startsWith(':') || content === undefined) return []
    return content.split('\n').map((line) => [name, line] as const)
  })

const formType = 'application/x-www-form-urlencoded'

const sentBody = (value: unknown, at: string): string | undefined => {
  if (value === undefined || value === null) return undefined
  const { text: given, params, mimeType } = members(value, at)
  if (typeof given === 'string' && (given !== '' || params === undefined)) return given
  if (!Array.isArray(params) || !String(mimeType).startsWith(formType)) return undefined
  const fields = params.map((one, index) => {
    const { name, value: content } = members(one, `${at}.params[${index}]`)
    return [text(name, `${at}.params[${index}].name`), String(content ?? '')] as [string, string]
  })
  return new URLSearchParams(fields).toString()
}

const requestIn = (value: unknown, at: string): Request => {
  const { method, url, headers, postData } = members(value, at)
  const address = text(url, `${at}.url`)
  if (!URL.canParse(address)) throw new EntryFault(`${at}.url`, 'an absolute URL', address)
  const body = sentBody(postData, `${at}.postData`)
  return {
    method: text(method, `${at}.method`),
    url: address,
    headers: headersIn(headers ?? [], `${at}.headers`),
    ...(body === undefined ? {} : { body }),
  }
}

const responseIn = (value: unknown, method: string, at: string): Entry['response'] => {
  const response = members(value, at)
  const status = number(response.status, `${at}.status`)
  if (status <= 0) return undefined
  const headers = headersIn(response.headers, `${at}.headers`)
  if (headers.length === 0) return undefined
  return { status, headers, body: bodyIn({ ...response, status, headers }, method, at) }
}

const instant = (value: unknown): string | undefined => {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

const isStored = (entry: Readonly<Record<string, unknown>>): boolean =>
  Boolean(entry._fromCache) || optional(entry.response)?._fetchedViaServiceWorker === true

const words = (value: Readonly<Record<string, unknown>>, ...names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string')

/** What a run of ours wrote beside HAR, if this is its entry and nobody has taken it apart. */
const oursIn = (entry: Readonly<Record<string, unknown>>): Ours | undefined => {
  const credentials = optional(entry._credentials)
  const facts = optional(entry._facts)
  if (!words(entry, '_id', '_suite', '_scenario', '_purpose') || credentials === undefined || facts === undefined)
    return undefined
  if (!words(credentials, 'token', 'certificate') || !words(facts, 'bodySha256') || typeof facts.bytes !== 'number')
    return undefined
  return {
    id: String(entry._id),
    ...(typeof entry._operation === 'string' && { operation: entry._operation }),
    suite: String(entry._suite),
    scenario: String(entry._scenario),
    purpose: String(entry._purpose),
    credentials: credentials as unknown as Credentials,
    ...(entry._inbound === true && { inbound: true as const }),
    facts: {
      bytes: facts.bytes,
      bodySha256: String(facts.bodySha256),
      validUtf8: facts.validUtf8 !== false,
      ...(facts.byteOrderMark === true && { byteOrderMark: true as const }),
    },
  }
}

/** Reads an entry. Throws an `EntryFault` with the place within it; members that tools leave out may be missing. */
export const readEntry = (value: unknown, place: number): Entry => {
  const at = `log.entries[${place}]`
  const entry = members(value, at)
  const request = requestIn(entry.request, `${at}.request`)
  const response = responseIn(entry.response, request.method, `${at}.response`)
  const startedAt = instant(entry.startedDateTime)
  const ours = oursIn(entry)
  const took = entry.time
  return {
    number: place,
    ...(startedAt !== undefined && { startedAt }),
    durationMs: typeof took === 'number' && took > 0 ? Math.round(took) : 0,
    request,
    ...(response !== undefined && { response }),
    ...(isStored(entry) && { stored: true as const }),
    ...(ours !== undefined && { ours }),
  }
}
