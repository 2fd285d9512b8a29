import { type Credentials, type Exchange, type Facts, header, type JwsFacts } from '../exchange.ts'
import { noted, watch } from './watch.ts'

/** What a recording of another tool does not tell, or tells without anybody's word for it; and what a profile may leave out. */
export type Doubt = 'time' | 'purpose' | 'credential' | 'signature' | 'bytes' | 'body' | 'profile'

/** Why a rule that asks for one of them is silent. */
export const reasons: Readonly<Record<Doubt, string>> = {
  time: 'nobody vouches for the times of a recording',
  purpose: 'a recording does not say what a request was meant to bring about',
  credential: 'a recording does not say which credential was presented',
  signature: 'no key set was read, so that no signature was checked',
  bytes: 'a recording does not hold the bytes as they came',
  body: 'the body is not in the recording',
  profile: 'the profile does not say what this is compared with',
}

type Note = (doubt: Doubt) => void

const ofJws = {
  verified: noted<JwsFacts, Doubt>('signature', ({ verified }) => verified),
  reason: noted<JwsFacts, Doubt>('signature', ({ reason }) => reason ?? ''),
}

const watchedJws = (jws: JwsFacts, note: Note): JwsFacts =>
  watch<JwsFacts, JwsFacts, Doubt>({ header: jws.header, claims: jws.claims }, { of: jws, note }, ofJws)

const eachJws = (facts: Facts, change: (jws: JwsFacts) => JwsFacts): Partial<Facts> => ({
  ...(facts.jws && { jws: change(facts.jws) }),
  ...(facts.detached && { detached: change(facts.detached) }),
  ...(facts.idToken && { idToken: change(facts.idToken) }),
})

/** The length that the headers say, so that a check of it finds nothing by itself. */
const bytesOf = ({ response, facts }: Exchange): number => {
  const said = header(response, 'content-length') ?? ''
  return /^\d{1,15}$/.test(said) ? Number(said) : facts.bytes
}

const ofExchange = {
  startedAt: noted<Exchange, Doubt>('time', ({ startedAt }) => startedAt),
  durationMs: noted<Exchange, Doubt>('time', ({ durationMs }) => durationMs),
  purpose: noted<Exchange, Doubt>('purpose', ({ purpose }) => purpose),
}

const ofCredentials = { token: noted<undefined, Doubt>('credential', () => 'user') }

const ofBytes = { bytes: noted<Exchange, Doubt>('bytes', bytesOf) }
const ofText = {
  ...ofBytes,
  bodySha256: noted<Exchange, Doubt>('bytes', ({ facts }) => facts.bodySha256),
  validUtf8: noted<Exchange, Doubt>('bytes', ({ facts }) => facts.validUtf8),
  byteOrderMark: noted<Exchange, Doubt>('bytes', ({ facts }) => facts.byteOrderMark),
}

const factsOf = (exchange: Exchange, exact: boolean, note: Note): Facts => {
  const { bodySha256, validUtf8, byteOrderMark } = exchange.facts
  const known = exact && { bodySha256, validUtf8, ...(byteOrderMark && { byteOrderMark }) }
  const signed = eachJws(exchange.facts, (jws) => watchedJws(jws, note))
  return watch<Facts, Exchange, Doubt>({ ...known, ...signed }, { of: exchange, note }, exact ? ofBytes : ofText)
}

/** The exchange with a watch over what is in doubt: `note` hears what a check asks for. `exact`: the bytes are those that came. */
export const watched = (exchange: Exchange, exact: boolean, note: Note): Exchange => {
  const { id, operation, suite, scenario, request, response } = exchange
  const { certificate } = exchange.credentials
  const plain = {
    ...{ id, suite, scenario, request, response },
    ...(operation !== undefined && { operation }),
    credentials: watch<Credentials, undefined, Doubt>({ certificate }, { of: undefined, note }, ofCredentials),
    facts: factsOf(exchange, exact, note),
  }
  return watch<Exchange, Exchange, Doubt>(plain, { of: exchange, note }, ofExchange)
}

const ofResponse = { body: noted<Exchange, Doubt>('body', ({ response }) => response.body) }
const ofSignedBody = {
  jws: noted<Exchange, Doubt>('body', ({ facts }) => facts.jws),
  detached: noted<Exchange, Doubt>('body', ({ facts }) => facts.detached),
}

/** The exchange with a watch over its body, of which nothing is known. Made anew for every check: what one has read is remembered. */
export const bodyWatched = (exchange: Exchange, note: Note): Exchange => {
  const { status, headers } = exchange.response
  const { jws: _, detached: __, ...facts } = exchange.facts
  const it = { of: exchange, note }
  return {
    ...exchange,
    response: watch<Exchange['response'], Exchange, Doubt>({ status, headers }, it, ofResponse),
    facts: watch<Facts, Exchange, Doubt>(facts, it, ofSignedBody),
  }
}

/** Days by which the time of another possibility differs: more than any rule allows. */
const days = 4000

/** The same exchange with everything in doubt the other way round. */
export const contrary = (exchange: Exchange, exact: boolean): Exchange => ({
  ...exchange,
  startedAt: new Date(Date.parse(exchange.startedAt) - days * 86_400_000).toISOString(),
  purpose: `${exchange.purpose} ${exchange.id}`,
  credentials: { token: 'none', certificate: exchange.credentials.certificate },
  facts: {
    ...exchange.facts,
    ...eachJws(exchange.facts, ({ header: head, claims, verified }) => ({ header: head, claims, verified: !verified })),
    bytes: bytesOf(exchange) + 1,
    ...(!exact && { validUtf8: false, bodySha256: '', byteOrderMark: true }),
  },
})
