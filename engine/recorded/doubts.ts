import { type Credentials, type Exchange, type Facts, header, type JwsFacts } from '../exchange.ts'

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

const watchedJws = (jws: JwsFacts, note: Note): JwsFacts => ({
  header: jws.header,
  claims: jws.claims,
  get verified() {
    note('signature')
    return jws.verified
  },
  get reason() {
    note('signature')
    return jws.reason ?? ''
  },
})

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

/** Apart from the exchange, which whoever keeps this would keep alive with its bodies. */
const watchedCredentials = (certificate: Credentials['certificate'], note: Note): Credentials => ({
  get token() {
    note('credential')
    return 'user' as const
  },
  certificate,
})

/** The exchange with a watch over what is in doubt: `note` hears what a check asks for. `exact`: the bytes are those that came. */
export const watched = (exchange: Exchange, exact: boolean, note: Note): Exchange => ({
  ...exchange,
  get startedAt() {
    note('time')
    return exchange.startedAt
  },
  get durationMs() {
    note('time')
    return exchange.durationMs
  },
  get purpose() {
    note('purpose')
    return exchange.purpose
  },
  credentials: watchedCredentials(exchange.credentials.certificate, note),
  facts: {
    ...exchange.facts,
    ...eachJws(exchange.facts, (jws) => watchedJws(jws, note)),
    get bytes() {
      note('bytes')
      return bytesOf(exchange)
    },
    get bodySha256() {
      if (!exact) note('bytes')
      return exchange.facts.bodySha256
    },
    get validUtf8() {
      if (!exact) note('bytes')
      return exchange.facts.validUtf8
    },
    get byteOrderMark() {
      if (!exact) note('bytes')
      return exchange.facts.byteOrderMark as true
    },
  },
})

/** The exchange with a watch over its body, of which nothing is known. Made anew for every check: what one has read is remembered. */
export const bodyWatched = (exchange: Exchange, note: Note): Exchange => {
  const { status, headers, body } = exchange.response
  const { jws, detached, ...facts } = exchange.facts
  return {
    ...exchange,
    response: {
      status,
      headers,
      get body() {
        note('body')
        return body
      },
    },
    facts: {
      ...facts,
      get jws() {
        note('body')
        return jws as NonNullable<typeof jws>
      },
      get detached() {
        note('body')
        return detached as NonNullable<typeof detached>
      },
    },
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
