import { createHmac, randomBytes } from 'node:crypto'
import type { Exchange, Headers, Request, Response } from '../exchange.ts'
import { json, mediaType } from '../exchange.ts'
import type { Finding } from '../rule.ts'
import type { PersonalPlace } from '../standard.ts'
import { decoded } from './decoded.ts'
import { literalsToKeep, personalIn, personalKind, placesOf, secretsIn } from './learn.ts'
import { needles } from './needles.ts'
import { otherForms } from './other-forms.ts'
import { patterns, personHeader } from './patterns.ts'
import { item } from './scan.ts'

/** The one door through which anything is written or printed. */
export interface Redactor {
  /** Makes a secret known; it is masked from now on, in every usual encoding. */
  readonly secret: (value: string, kind: string) => void
  /** Finds the secrets and the personal data of an exchange and makes them known. */
  readonly learn: (exchange: Exchange) => void
  readonly text: (text: string) => string
  readonly exchange: (exchange: Exchange) => Exchange
  /** Masks an exchange that was masked before with what was learnt since. */
  readonly again: (exchange: Exchange) => Exchange
  /** Grows whenever something is learnt. */
  readonly knowledge: () => number
  readonly finding: (finding: Finding) => Finding
  /**
   * Kinds of secrets that stand in a text; for the last scan of what was written. One that is a plain word or a short
   * number, such as `test`, is not looked for: it stands in reports without having come from anywhere.
   */
  readonly leaks: (text: string) => readonly string[]
  /** Characters of the longest secret: how much two pieces of a text have to overlap. */
  readonly longestSecret: () => number
}

const escaped = (value: string): string => JSON.stringify(value).slice(1, -1)
const ascii = (value: string): string =>
  escaped(value).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const encodings = (value: string): readonly string[] => {
  const bytes = Buffer.from(value)
  return [
    value,
    escaped(value),
    escaped(value).replaceAll('/', '\\/'),
    ascii(value),
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll('%20', '+'),
    bytes.toString('base64'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
}

/** Personal values shorter than this are masked in their place only: elsewhere they would hit by chance. */
const shortestPersonal = 5

/** Words that findings are written with: a mock that calls everybody `string` must not make them unreadable. */
const ownWords: ReadonlySet<string> = new Set(
  'string number integer boolean array object member members nothing value header status pattern format'.split(' '),
)

/** Letters alone, in the case in which words are written, or a few digits, which stand in dates and sizes. */
const plainWord = /^(?:[A-Za-z]?[a-z]{2,11}|\d{1,7})$/

const textTypes = /json|x-www-form-urlencoded/

/** The JSON Pointer in the place of a finding, as steps: `page 2 /Data/Account/0/Name`. */
const stepsOf = (at: string): readonly string[] =>
  (/\/\S*/.exec(at)?.[0] ?? '')
    .split('/')
    .slice(1)
    .map((one) => (/^\d+$/.test(one) ? item : one.replaceAll('~1', '/').replaceAll('~0', '~')))

/** A redactor for one run: equal values get equal masks within the run and others in the next. */
export const makeRedactor = (personal: readonly PersonalPlace[]): Redactor => {
  const key = randomBytes(32)
  const secrets = needles()
  const people = needles({ words: true })
  const places = placesOf(personal)
  /** Masks of secrets that are plain words. */
  const plain = new Set<string>()

  const mask = (value: string, kind: string): string =>
    `‹${kind} ${createHmac('sha256', key).update(value).digest('hex').slice(0, 4)}›`

  /** Secrets by kind: one token comes with every request. */
  const told = new Map<string, Set<string>>()

  const secret = (value: string, kind: string): void => {
    const known = told.get(kind) ?? new Set()
    if (known.has(value)) return
    told.set(kind, known.add(value))
    for (const form of encodings(value)) secrets.add(form, mask(value, kind))
    if (plainWord.test(value)) plain.add(mask(value, kind))
  }

  const text = (given: string): string => {
    const known = people.replace(secrets.replace(given))
    return patterns.reduce(
      (out, { kind, form, hint, holds }) =>
        hint?.test(out) === false ? out : out.replace(form, (hit) => (holds?.(hit) === false ? hit : mask(hit, kind))),
      known,
    )
  }

  /** What an exchange was for may name the value that was tried, and a recording may say anything there. */
  const labels = ({ suite, scenario, purpose }: Exchange): Pick<Exchange, 'suite' | 'scenario' | 'purpose'> => ({
    suite: secrets.replace(suite),
    scenario: secrets.replace(scenario),
    purpose: secrets.replace(purpose),
  })

  const body = (message: Request | Response, kindOfMessage: 'request' | 'response'): string => {
    const given = message.body ?? ''
    if (given === '') return ''
    const type = mediaType(message) ?? 'no media type'
    const withheld = (why: string): string => `‹${kindOfMessage} body withheld: ${why}, ${given.length} characters›`
    if (/jwt|jose/.test(type)) return mask(given, 'jwt')
    if (!textTypes.test(type)) return withheld(type)
    // Personal data is known by its place, and what cannot be parsed has no places.
    if (/json/.test(type) && json(message) === undefined) return withheld('it cannot be read as JSON')
    let out = ''
    let from = 0
    for (const { value, kind, offset, length } of literalsToKeep(message, places)) {
      out += given.slice(from, offset) + JSON.stringify(mask(value, kind))
      from = offset + length
    }
    return text(out + given.slice(from))
  }

  const headers = (given: Headers): Headers =>
    given.map(([name, value]) => {
      if (/^(set-)?cookie$/i.test(name)) return [name, mask(value, 'cookie')]
      // However short: the name tells what it is.
      if (personHeader.test(name)) return [name, mask(value, 'person')]
      if (/^(proxy-)?authorization$/i.test(name)) {
        const [scheme, credential] = value.split(/ (.*)/s)
        return [name, credential === undefined ? mask(value, 'credential') : `${scheme} ${mask(credential, 'token')}`]
      }
      return [text(name), text(value)]
    })

  return {
    secret,
    text,
    learn(exchange) {
      for (const { value, kind } of secretsIn(exchange)) secret(value, kind)
      for (const { value, kind } of personalIn(exchange, places)) {
        if (value.length < shortestPersonal || ownWords.has(value.toLowerCase())) continue
        const encoded = encodeURIComponent(value)
        for (const form of [value, escaped(value), ascii(value), encoded, encoded.replaceAll('%20', '+')]) {
          people.add(form, mask(value, kind))
        }
        for (const form of otherForms(value)) people.add(form, mask(value, kind))
      }
    },
    exchange(given) {
      const { request, response } = given
      return {
        ...given,
        ...labels(given),
        request: {
          ...request,
          url: text(request.url),
          headers: headers(request.headers),
          ...(request.body === undefined ? {} : { body: body(request, 'request') }),
        },
        response: { ...response, headers: headers(response.headers), body: body(response, 'response') },
        facts: decoded(given.facts, { text, mask, places }),
      }
    },
    again(given) {
      const { request, response } = given
      const anew = (all: Headers): Headers => all.map(([name, value]) => [text(name), text(value)])
      return {
        ...given,
        ...labels(given),
        request: {
          ...request,
          url: text(request.url),
          headers: anew(request.headers),
          ...(request.body === undefined ? {} : { body: text(request.body) }),
        },
        response: { ...response, headers: anew(response.headers), body: text(response.body) },
        // What was known by its place is a mask already.
        facts: decoded(given.facts, { text, mask: text, places }),
      }
    },
    knowledge: () => secrets.size() + people.size(),
    finding(given) {
      const kind = personalKind(stepsOf(given.at), places)
      // A value is quoted in a finding; words such as `nothing` are not.
      const quoted = kind !== undefined && /^["[{\d]/.test(given.got)
      return {
        ...given,
        at: text(given.at),
        expected: text(given.expected),
        got: quoted ? mask(given.got, kind) : text(given.got),
      }
    },
    leaks: (given) => [...secrets.found(given)].filter((one) => !plain.has(one)),
    longestSecret: secrets.longest,
  }
}
