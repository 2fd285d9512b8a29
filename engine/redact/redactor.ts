import { createHmac, randomBytes } from 'node:crypto'
import type { Exchange, Headers, Request, Response } from '../exchange.ts'
import { json, mediaType } from '../exchange.ts'
import type { PersonalPlace } from '../standard.ts'
import { personalClaims, personalValues, secretsIn } from './learn.ts'
import { needles } from './needles.ts'
import { patterns } from './patterns.ts'

/** The one door through which anything is written or printed. */
export interface Redactor {
  /** Makes a secret known; it is masked from now on, in every usual encoding. */
  readonly secret: (value: string, kind: string) => void
  /** Finds the secrets and the personal data of an exchange and makes them known. */
  readonly learn: (exchange: Exchange) => void
  readonly text: (text: string) => string
  readonly exchange: (exchange: Exchange) => Exchange
  /** Kinds of secrets that stand in a text; for the last scan of what was written. */
  readonly leaks: (text: string) => readonly string[]
}

const escaped = (value: string): string => JSON.stringify(value).slice(1, -1)
const ascii = (value: string): string =>
  escaped(value).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const encodings = (value: string): readonly string[] => {
  const bytes = Buffer.from(value)
  return [
    value,
    escaped(value),
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

const textTypes = /json|x-www-form-urlencoded/

/** A redactor for one run: equal values get equal masks within the run and others in the next. */
export const makeRedactor = (personal: readonly PersonalPlace[]): Redactor => {
  const key = randomBytes(32)
  const secrets = needles()
  const people = needles()
  const places = personal.map(({ path, kind }) => ({ steps: path.split('.'), kind }))

  const mask = (value: string, kind: string): string =>
    `‹${kind} ${createHmac('sha256', key).update(value).digest('hex').slice(0, 4)}›`

  const secret = (value: string, kind: string): void => {
    for (const form of encodings(value)) secrets.add(form, mask(value, kind))
  }

  const text = (given: string): string => {
    const known = people.replace(secrets.replace(given))
    return patterns.reduce(
      (out, { kind, form, holds }) => out.replace(form, (hit) => (holds?.(hit) === false ? hit : mask(hit, kind))),
      known,
    )
  }

  const body = (message: Request | Response, kindOfMessage: 'request' | 'response'): string => {
    const given = message.body ?? ''
    if (given === '') return ''
    const type = mediaType(message)
    if (type !== undefined && /jwt|jose/.test(type)) return text(given)
    if (!textTypes.test(type ?? ''))
      return `‹${kindOfMessage} body withheld: ${type ?? 'no media type'}, ${given.length} characters›`
    // Personal data is known by its place, and what cannot be parsed has no places.
    if (/json/.test(type ?? '') && json(message) === undefined) {
      return `‹${kindOfMessage} body withheld: it cannot be read as JSON, ${given.length} characters›`
    }
    let out = given
    for (const { value, kind } of personalValues(message, places)) {
      if (value.length < shortestPersonal)
        out = out.replaceAll(JSON.stringify(value), JSON.stringify(mask(value, kind)))
    }
    return text(out)
  }

  const headers = (given: Headers): Headers =>
    given.map(([name, value]) => {
      if (/^(set-)?cookie$/i.test(name)) return [name, mask(value, 'cookie')]
      if (/^(proxy-)?authorization$/i.test(name)) {
        const [scheme, credential] = value.split(/ (.*)/s)
        return [
          name,
          credential === undefined ? mask(value, 'credential') : `${scheme} ${text(mask(credential, 'token'))}`,
        ]
      }
      return [name, text(value)]
    })

  return {
    secret,
    text,
    learn(exchange) {
      for (const { value, kind } of secretsIn(exchange)) secret(value, kind)
      const { request, response } = exchange
      const found = [
        ...personalValues(request, places),
        ...personalValues(response, places),
        ...personalClaims(exchange, places),
      ]
      for (const { value, kind } of found) {
        if (value.length < shortestPersonal) continue
        for (const form of [value, escaped(value), ascii(value), encodeURIComponent(value)])
          people.add(form, mask(value, kind))
      }
    },
    exchange(given) {
      const { request, response } = given
      return {
        ...given,
        request: {
          ...request,
          url: text(request.url),
          headers: headers(request.headers),
          ...(request.body === undefined ? {} : { body: body(request, 'request') }),
        },
        response: { ...response, headers: headers(response.headers), body: body(response, 'response') },
        facts: { bytes: given.facts.bytes, bodySha256: given.facts.bodySha256, validUtf8: given.facts.validUtf8 },
      }
    },
    leaks: (given) => [...secrets.found(given)],
  }
}
