import { createHash } from 'node:crypto'
import { type Exchange, type Headers, type JwsFacts, json } from '../exchange.ts'

/** A mask as the redactor writes it: `‹iban 3f1a›`. A foreign text of this form is taken for one as well: it accuses nobody. */
const form = '‹[a-z][a-z0-9 _-]{0,60} [0-9a-f]{4}›'
const mask = new RegExp(form, 'gi')
const anyMask = new RegExp(form, 'i')
/** A whole body in its place. */
const withheld = /^‹(?:request|response) body withheld: .{0,200}›$/
const onlyMask = new RegExp(`^${form}$`, 'i')

/** A text of JSON, or a mask that stands where only a number can have stood. */
const token = new RegExp(`"(?:[^"\\\\]|\\\\.)*"|${form}`, 'gi')

/** What a mask may stand for: a text that keeps no pattern, no length and no secret to itself, or a number. */
type StandIn = (found: string) => string

const digest = (found: string): string => createHash('sha256').update(found).digest('hex')

/** Made of characters that an address may hold, too: equal masks are replaced by equal texts wherever they stand. */
const hostile: StandIn = (found) => `eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYXNrZWQifQ.${digest(found)}${'x'.repeat(5000)}`

const numeric: StandIn = (found) => String(Number.parseInt(digest(found).slice(0, 8), 16))

/** Values as they may well have been: what is found with these in the place of masks is not found for the masks. */
const plausible: Readonly<Record<string, string>> = {
  iban: 'AE070331234567890123456',
  card: '4111111111111111',
  phone: '+971501234567',
  email: 'a.person@bank.example',
  'emirates id': '784-1990-1234567-1',
  date: '1990-01-01',
}

const usual = 'A123456'

const likely: StandIn = (found) => plausible[found.slice(1, -6).toLowerCase()] ?? usual

const inText = (text: string, standIn: StandIn): string => text.replace(mask, standIn)

const inJson = (text: string, inStrings: StandIn, whole: StandIn): string =>
  text.replace(token, (found) => {
    if (!found.startsWith('"')) return numeric(found)
    const inner = found.slice(1, -1)
    return onlyMask.test(inner) ? whole(inner) : `"${inText(inner, inStrings)}"`
  })

const quoted =
  (standIn: StandIn): StandIn =>
  (found) =>
    `"${standIn(found)}"`

const asItIs: StandIn = (found) => found

const credential = /^(?:(?:proxy-)?authorization|(?:set-)?cookie)$/i

const inHeaders = (headers: Headers, standIn: StandIn): Headers =>
  headers.map(([name, value]) => [name, inText(value, standIn)])

interface Way {
  readonly inText: StandIn
  readonly inJson: (text: string) => string
  /** For a body of which nothing is known. */
  readonly body: string
}

/** As it is written, as texts that break what can be broken, and as numbers. */
const ways: readonly [Way, ...Way[]] = [
  { inText: asItIs, inJson: (text) => inJson(text, asItIs, quoted(asItIs)), body: '' },
  { inText: hostile, inJson: (text) => inJson(text, hostile, quoted(hostile)), body: '{}' },
  { inText: asItIs, inJson: (text) => inJson(text, asItIs, numeric), body: 'text' },
]

const isHidden = (body: string): boolean => withheld.test(body) || onlyMask.test(body)

/** Whether the body is text in which something is masked, or is masked as a whole. */
export const hides = (body: string | undefined): boolean =>
  body !== undefined && (anyMask.test(body) || withheld.test(body))

/** Whether a check could be misled by masks of an exchange. Those of its credentials mislead none. */
export const holdsMasks = ({ request, response }: Exchange): boolean =>
  anyMask.test(request.url) ||
  hides(request.body) ||
  hides(response.body) ||
  [...request.headers, ...response.headers].some(([name, value]) => !credential.test(name) && anyMask.test(value))

const bodyOf = (body: string, way: Way, of: string): string => {
  // Of two bodies that are hidden nobody knows whether they are the same.
  if (isHidden(body)) return way.body === 'text' ? `text of ${of}` : way.body
  if (!hides(body)) return body
  return /^\s*[[{"]/.test(body) ? way.inJson(body) : inText(body, way.inText)
}

/** The exchange with values in the place of its masks that may well have stood there. */
export const likelihood = (exchange: Exchange): Exchange => {
  const { request, response } = exchange
  const way: Way = { inText: likely, inJson: (text) => inJson(text, likely, quoted(likely)), body: '{}' }
  return {
    ...exchange,
    request: { ...request, url: inText(request.url, (found) => encodeURIComponent(likely(found))) },
    response: { ...response, body: bodyOf(response.body, way, exchange.id) },
  }
}

/** Whether the place of a finding in a body holds a mask: of alternatives of a schema nobody then knows which was meant. */
export const masksBelow = ({ response }: Exchange, at: string): boolean => {
  const [pointer] = /\/\S*/.exec(at) ?? []
  if (pointer === undefined || !hides(response.body)) return false
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const value = steps.reduce<unknown>(
    (here, step) => (typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined),
    json(response),
  )
  return value !== undefined && anyMask.test(JSON.stringify(value))
}

/** Whether nothing is known of the body of the response but that there was one. */
export const hidesBody = ({ response }: Exchange): boolean => isHidden(response.body)

/** A signed text of which only a mask is left: whatever it said may have been wrong. */
const unsigned: JwsFacts = {
  header: { alg: 'none' },
  claims: { exp: 'masked', nbf: 'masked', iat: 'masked', auth_time: 'masked' },
  verified: false,
  reason: 'masked',
}

const maskedIdToken = new RegExp(`"id_token"\\s*:\\s*"${form}"`, 'i')

/** The mask of an id_token took what it said with it. */
const withIdToken = (exchange: Exchange): readonly Exchange[] =>
  maskedIdToken.test(exchange.response.body) ? [{ ...exchange, facts: { ...exchange.facts, idToken: unsigned } }] : []

/**
 * What an exchange may have been, whose masks hide something: several exchanges over which an answer has to agree to be
 * one.
 */
export const possibilities = (exchange: Exchange): readonly Exchange[] => [
  ...ways.map((way): Exchange => {
    const { request, response, facts } = exchange
    const body = bodyOf(response.body, way, exchange.id)
    return {
      ...exchange,
      request: {
        ...request,
        url: inText(request.url, way.inText),
        headers: inHeaders(request.headers, way.inText),
        ...(request.body !== undefined && { body: bodyOf(request.body, way, exchange.id) }),
      },
      response: { ...response, headers: inHeaders(response.headers, way.inText), body },
      // What the hash of the bytes could tell is hidden with them: a run of ours need not have told of a mark.
      facts: way.body === '{}' ? { ...facts, bodySha256: digest(body), byteOrderMark: true } : facts,
    }
  }),
  ...withIdToken(exchange),
]
