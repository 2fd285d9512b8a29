import type { DeliveryFacts, Exchange, JwsFacts, Request, Response } from '../exchange.ts'
import { header, headerValues, json, mediaType } from '../exchange.ts'
import type { PersonalPlace } from '../standard.ts'
import { personalMember, secretMember } from './patterns.ts'
import { item, literalsOf, literalsWithin } from './scan.ts'

/** A value that must not be written, and what to call it. */
export interface Kept {
  readonly value: string
  readonly kind: string
}

/** The same, with where it stands in the text of a body. */
export interface KeptLiteral extends Kept {
  readonly offset: number
  readonly length: number
}

interface Place {
  readonly steps: readonly string[]
  readonly kind: string
}

/** Places of personal data, or what is left of them after some steps into a body. */
export type Places = readonly Place[]

/** Takes the paths of a standard apart. */
export const placesOf = (personal: readonly PersonalPlace[]): Places =>
  personal.map(({ path, kind }) => ({ steps: path.split('.'), kind }))

const noPlaces: Places = []

const nexts = new WeakMap<Places, Map<string, Places>>()

/** Places still open after one step into a member. `**` stands for any number of steps, none included. */
const after = (places: Places, name: string): Places =>
  places.flatMap((place) => {
    const [first, ...rest] = place.steps
    if (first === undefined) return [place]
    const left = { steps: rest, kind: place.kind }
    if (first !== '**') return first === '*' || first === name ? [left] : []
    return [place, ...after([left], name)]
  })

/** The same, remembered: bodies have few members and many repetitions. */
const step = (places: Places, name: string): Places => {
  const known = nexts.get(places) ?? new Map<string, Places>()
  nexts.set(places, known)
  const next = known.get(name) ?? after(places, name)
  known.set(name, next)
  return next
}

/** What kind of personal data stands at a path, by its place or by the name of its member; undefined for none. */
export const personalKind = (path: readonly string[], places: Places): string | undefined => {
  const kind = path.reduce(step, places).find(({ steps }) => steps.length === 0)?.kind
  const name = path.findLast((one) => one !== item) ?? ''
  return kind ?? (personalMember(name) ? 'personal' : undefined)
}

/** Whether anything in a parsed body may be worth keeping from others: by the names of its members, or text that is JSON itself. */
const telling = (value: unknown, places: Places): boolean => {
  if (typeof value === 'string') return /^\s*[[{]/.test(value)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((one) => telling(one, places))
  return Object.entries(value).some(([name, member]) => tellingName(name, places) || telling(member, places))
}

const tellingNames = new WeakMap<Places, Map<string, boolean>>()

/** Whether a member of this name may be secret or personal, wherever it stands. */
const tellingName = (name: string, places: Places): boolean => {
  const known = tellingNames.get(places) ?? new Map<string, boolean>()
  tellingNames.set(places, known)
  const before = known.get(name)
  if (before !== undefined) return before
  const is =
    secretMember(name) !== undefined ||
    personalMember(name) ||
    places.some(({ steps }) => steps.some((one) => one === name || one === '*'))
  if (known.size < mostNames) known.set(name, is)
  return is
}

/** Names that are remembered: contracts have few. */
const mostNames = 10_000

const worthReading = (message: Request | Response, places: Places): boolean =>
  mediaType(message) === 'application/x-www-form-urlencoded' || telling(json(message), places)

/** Members of these names are error codes and the like where they are shorter than this. */
const ambiguous: ReadonlySet<string> = new Set(['code', 'request', 'request_uri'])
const shortestAmbiguous = 12

const secretKind = (path: readonly string[], value: string): string | undefined => {
  const name = path.at(-1) ?? ''
  return ambiguous.has(name) && value.length < shortestAmbiguous ? undefined : secretMember(name)
}

/** A word, such as `required` of a fault: short ones stand in reports without having come from anywhere. */
const word = /^[A-Za-z]?[a-z]{0,10}$/

/** Shorter secrets of a JSON body are masked in their place only: elsewhere they would hit by chance. */
const shortestSecret = 8

const hitsByChance = (value: string): boolean => value.length < shortestSecret || word.test(value)

const formFields = (message: Request | Response): readonly (readonly [string, string])[] =>
  mediaType(message) === 'application/x-www-form-urlencoded' ? [...new URLSearchParams(message.body)] : []

const inParameters = (parameters: Iterable<readonly [string, string]>): readonly Kept[] =>
  [...parameters].flatMap(([name, value]) => {
    const kind = secretMember(name)
    return kind === undefined || value === '' ? [] : [{ value, kind }]
  })

const inUrl = (url: string | undefined): readonly Kept[] => {
  if (url === undefined || !URL.canParse(url, 'https://relative.invalid')) return []
  const { searchParams, hash } = new URL(url, 'https://relative.invalid')
  return [...inParameters(searchParams), ...inParameters(new URLSearchParams(hash.slice(1)))]
}

/** Secrets and personal data in a JSON body, each where it stands in the text. */
export const literalsToKeep = (message: Request | Response, places: Places): readonly KeptLiteral[] =>
  (worthReading(message, places) ? literalsOf(message) : []).flatMap(({ path, value, offset, length }) => {
    const kind = secretKind(path, value) ?? personalKind(path, places)
    return kind === undefined || value === '' ? [] : [{ value, kind, offset, length }]
  })

const secretsInBody = (message: Request | Response): readonly Kept[] => [
  ...inParameters(formFields(message)),
  ...(worthReading(message, noPlaces) ? literalsWithin(message) : []).flatMap(({ path, value }) => {
    const kind = secretKind(path, value)
    return kind === undefined || hitsByChance(value) ? [] : [{ value, kind }]
  }),
]

/** Secrets of an exchange, known by their place: tokens, assertions, codes, passwords, cookies. */
export const secretsIn = ({ request, response }: Pick<Exchange, 'request' | 'response'>): readonly Kept[] => [
  ...headerValues(request, 'authorization').map((value) => ({ value: value.split(' ').at(-1) ?? '', kind: 'token' })),
  ...headerValues(request, 'cookie')
    .flatMap((value) => value.split(/; */))
    .map((pair) => ({ value: pair.slice(pair.indexOf('=') + 1), kind: 'cookie' }))
    .filter(({ value }) => value.length >= 8),
  ...inUrl(request.url),
  ...inUrl(header(response, 'location')),
  ...secretsInBody(request),
  ...secretsInBody(response),
]

const walk = (value: unknown, path: readonly string[], places: Places): readonly Kept[] => {
  if (typeof value === 'string' || typeof value === 'number') {
    const kind = personalKind(path, places)
    return kind === undefined || value === '' ? [] : [{ value: String(value), kind }]
  }
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => walk(one, [...path, item], places))
  return Object.entries(value).flatMap(([key, member]) => walk(member, [...path, key], places))
}

const personalInBody = (message: Request | Response, places: Places): readonly Kept[] => [
  ...formFields(message).flatMap(([name, value]) => walk(value, [name], places)),
  ...(worthReading(message, places) ? literalsWithin(message) : []).flatMap(({ path, value }) =>
    walk(value, path, places),
  ),
]

/** The content of a request that the client signed: what a server says about it may repeat the names in it. */
const inSignedRequest = (request: Request): unknown => {
  const [, payload = ''] = /jwt|jose/.test(mediaType(request) ?? '') ? (request.body ?? '').split('.') : []
  const claims = json({ body: Buffer.from(payload, 'base64url').toString('utf8') })
  return typeof claims === 'object' && claims !== null && 'message' in claims ? claims.message : undefined
}

/** What is signed in an event. The token beside it is about servers: its `sub` is nobody's name. */
const inDelivery = ({ opened }: Partial<DeliveryFacts> = {}): JwsFacts | undefined =>
  opened !== undefined && 'claims' in opened ? opened : undefined

/** Personal data of an exchange, known by its place in bodies, forms, and the claims of what is signed. */
export const personalIn = ({ request, response, facts }: Exchange, places: Places): readonly Kept[] => [
  ...personalInBody(request, places),
  ...personalInBody(response, places),
  ...walk(inSignedRequest(request), [], places),
  ...[facts.jws, facts.idToken, inDelivery(facts.delivery)].flatMap((jws) =>
    jws === undefined ? [] : [...walk(jws.claims.message, [], places), ...walk(jws.claims, [], places)],
  ),
]
