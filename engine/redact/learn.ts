import type { Exchange, Request, Response } from '../exchange.ts'
import { header, headerValues, json, mediaType } from '../exchange.ts'
import { personalMember, secretMember } from './patterns.ts'

/** A value that must not be written, and what to call it. */
export interface Kept {
  readonly value: string
  readonly kind: string
}

interface Place {
  readonly steps: readonly string[]
  readonly kind: string
}

const inParameters = (parameters: URLSearchParams): readonly Kept[] =>
  [...parameters].flatMap(([name, value]) => {
    const kind = secretMember[name]
    return kind === undefined || value === '' ? [] : [{ value, kind }]
  })

const inJson = (value: unknown, name = ''): readonly Kept[] => {
  if (typeof value === 'string') {
    const kind = secretMember[name]
    // An error code is no authorization code: only the members of OAuth answers that are long enough to be secrets count.
    return kind === undefined || value.length < 12 ? [] : [{ value, kind }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => inJson(member, key))
}

const inUrl = (url: string | undefined): readonly Kept[] => {
  if (url === undefined || !URL.canParse(url, 'https://relative.invalid')) return []
  const { searchParams, hash } = new URL(url, 'https://relative.invalid')
  return [...inParameters(searchParams), ...inParameters(new URLSearchParams(hash.slice(1)))]
}

const inBody = (message: Request | Response): readonly Kept[] => {
  if ((message.body ?? '') === '') return []
  if (mediaType(message) === 'application/x-www-form-urlencoded') return inParameters(new URLSearchParams(message.body))
  return inJson(json(message))
}

/** Secrets of an exchange, known by their place: tokens, assertions, codes, passwords, cookies. */
export const secretsIn = ({ request, response }: Exchange): readonly Kept[] => [
  ...headerValues(request, 'authorization').map((value) => ({ value: value.split(' ').at(-1) ?? '', kind: 'token' })),
  ...headerValues(request, 'cookie')
    .flatMap((value) => value.split(/; */))
    .map((pair) => ({ value: pair.slice(pair.indexOf('=') + 1), kind: 'cookie' }))
    .filter(({ value }) => value.length >= 8),
  ...inUrl(request.url),
  ...inUrl(header(response, 'location')),
  ...inBody(request),
  ...inBody(response),
]

type Places = readonly Place[]

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

/** All items of a list are one step; no member is called so. */
const item = '[]'

const walk = (value: unknown, places: Places, name: string): readonly Kept[] => {
  if (typeof value === 'string' || typeof value === 'number') {
    const kind =
      places.find(({ steps }) => steps.length === 0)?.kind ?? (personalMember.test(name) ? 'personal' : undefined)
    return kind === undefined || value === '' ? [] : [{ value: String(value), kind }]
  }
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => walk(one, step(places, item), name))
  return Object.entries(value).flatMap(([key, member]) => walk(member, step(places, key), key))
}

const values = new WeakMap<object, readonly Kept[]>()

/** What of a message can hold members: JSON, or the fields of a form. */
const contentOf = (message: Request | Response): unknown =>
  mediaType(message) === 'application/x-www-form-urlencoded'
    ? Object.fromEntries(new URLSearchParams(message.body))
    : json(message)

/** Personal data of a message, known by its place; numbers as they print. */
export const personalValues = (message: Request | Response, places: Places): readonly Kept[] => {
  const known = values.get(message)
  if (known !== undefined) return known
  const content = contentOf(message)
  const found = typeof content === 'object' ? walk(content, places, '') : []
  values.set(message, found)
  return found
}

/** Personal data inside a signed answer: its claims, and the message that they wrap. */
export const personalClaims = ({ facts }: Exchange, places: Places): readonly Kept[] =>
  [facts.jws, facts.idToken].flatMap((jws) =>
    jws === undefined ? [] : [...walk(jws.claims.message, places, ''), ...walk(jws.claims, places, '')],
  )
