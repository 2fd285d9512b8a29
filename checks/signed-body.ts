import { type Exchange, json, mediaType } from '../engine/exchange.ts'
import { type Answer, type Check, type Observed, silent, undecided } from '../engine/rule.ts'
import { at } from './body.ts'
import { finding } from './findings.ts'
import { succeeded } from './status.ts'

/** Seconds by which two clocks may differ. */
const tolerance = 60

type Facts = NonNullable<Exchange['facts']['jws']>

/** Judges the JWS of a success; one that came as something else says nothing. */
const ofSigned =
  (judge: (jws: Facts, exchange: Exchange) => Answer): Check =>
  (exchange) => {
    if (!succeeded(exchange)) return silent(`it was answered with ${exchange.response.status}`)
    const { jws } = exchange.facts
    if (jws !== undefined) return judge(jws, exchange)
    return silent('the answer is not signed')
  }

/** A body of the type `application/jwt` is a compact JWS by PS256, and a key of the server verifies it. */
export const bodyIsSigned: Check = (exchange, given) => {
  if (succeeded(exchange) && mediaType(exchange.response) === 'application/jwt' && exchange.facts.jws === undefined)
    return [finding('body', 'a compact JWS', `${exchange.response.body.length} characters that are none`, exchange)]
  return ofSigned(({ header, verified, reason }) => {
    if (reason === 'no key set was read' || reason === 'ERR_JWKS_MULTIPLE_MATCHING_KEYS')
      return undecided(`the signature could not be checked: ${reason}`)
    return [
      ...(header.alg === 'PS256' ? [] : [finding('JWS alg', 'PS256', header.alg, exchange)]),
      ...(verified ? [] : [finding('JWS signature', 'one that a key of the server verifies', reason, exchange)]),
    ]
  })(exchange, given)
}

/** The claims `iss`, `exp`, `nbf` and `message` are there, each of its type. */
export const claimsAreThere: Check = ofSigned(({ claims }, exchange) => [
  ...(typeof claims.iss === 'string' ? [] : [finding('JWS iss', 'a string', claims.iss, exchange)]),
  ...(['exp', 'nbf'] as const).flatMap((name) =>
    typeof claims[name] === 'number' ? [] : [finding(`JWS ${name}`, 'a number', claims[name], exchange)],
  ),
  ...(claims.message === undefined ? [finding('JWS message', 'the content', undefined, exchange)] : []),
])

/** The JWS is good at the moment at which it came, give or take a minute. Claims that are missing belong to another rule. */
export const isInTime: Check = ofSigned(({ claims: { nbf, exp } }, exchange) => {
  const now = (Date.parse(exchange.startedAt) + exchange.durationMs) / 1000
  return [
    ...(typeof nbf === 'number' && nbf > now + tolerance
      ? [finding('JWS nbf', 'a time that has come', nbf, exchange)]
      : []),
    ...(typeof exp === 'number' && exp < now - tolerance ? [finding('JWS exp', 'a time to come', exp, exchange)] : []),
  ]
})

/** For how long the JWS is good, where that is more than an hour. */
export const longLife = ({ facts }: Exchange): Observed => {
  const seconds = Number(facts.jws?.claims.exp) - Number(facts.jws?.claims.nbf)
  return seconds > 3600 ? { 'life of the JWS': `${seconds} seconds` } : {}
}

/** `aud`, where it is there, names the client: as a string or in a list. */
export const isForTheClient: Check = (exchange, given) =>
  ofSigned(({ claims: { aud } }) => {
    const named = Array.isArray(aud) ? aud : [aud]
    return aud === undefined || named.includes(given.profile.clientId)
      ? []
      : [finding('JWS aud', given.profile.clientId, aud, exchange)]
  })(exchange, given)

/** Members that tell a moment of the answer and not of the data. */
const ofTheMoment: ReadonlySet<string> = new Set(['DateTime', 'LastUpdatedDateTime'])

/** A value as text, with the order of members and of lists taken away, and with what tells the moment of the answer. */
export const settled = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(settled).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing'
  const members = Object.entries(value).filter(([name]) => !ofTheMoment.has(name))
  return `{${members
    .map(([name, one]) => `${JSON.stringify(name)}:${settled(one)}`)
    .sort()
    .join()}}`
}

/** One resource read as JSON, then signed, then as JSON again. */
export interface ReadBothWays {
  readonly plain: Exchange
  readonly signed: Exchange
  readonly again: Exchange
}

/** The signed answer holds the same `Data` as the plain one. Data that changed meanwhile decides nothing. */
export const sameBothWays = ({ plain, signed, again }: ReadBothWays): Answer => {
  const { jws } = signed.facts
  if (!succeeded(signed) || jws === undefined) return silent('the answer is not signed')
  const [before, after] = [plain, again].map(({ response }) => settled(at(json(response), 'Data')))
  const data = settled(at(jws.claims.message, 'Data'))
  if (data === before || data === after) return []
  if (before !== after) return undecided('the data changed between two reads')
  return [finding('JWS /message/Data', 'the Data of the plain answer', 'other Data', signed)]
}
