import { type Exchange, json } from '../engine/exchange.ts'
import {
  type Authorisation,
  type AuthoriseOptions,
  type CallOptions,
  type GrantOptions,
  type Handshake,
  type HandshakeOptions,
  Inconclusive,
  type Journey,
  type Push,
  type Session,
} from '../engine/session.ts'
import { exchange, type Sample } from './exchange.ts'

/** One call that a scenario made. */
export interface Asked {
  readonly operation: string
  readonly options: CallOptions
  /** From 0, over all calls. */
  readonly count: number
}

/** One request to the token endpoint: `form` as it was posted, but for the client assertion. */
export interface Granted {
  readonly form: Readonly<Record<string, string>>
  readonly options: GrantOptions
  /** From 0, over all of them. */
  readonly count: number
}

/** How a fake bank answers. A thrown `Inconclusive` reaches the scenario. */
export interface Answers {
  readonly call?: (asked: Asked) => Sample
  readonly push?: (purpose: string) => Partial<Push> & { readonly answer?: Sample }
  readonly authorise?: (purpose: string, options: AuthoriseOptions) => Authorisation
  /** An answer of the token endpoint; of `redeem` the code is `code`, of `refresh` the token that was given. */
  readonly grant?: (granted: Granted) => Sample
  readonly handshake?: (options: HandshakeOptions) => Omit<Handshake, 'host' | 'purpose'>
  readonly journey?: Partial<Journey>
  readonly limits?: Partial<Session['limits']>
  readonly samples?: Session['samples']
  readonly discovery?: Sample
  readonly jwks?: Sample
  readonly clientToken?: Sample
  /** What arrives at every inbox; without it there is none. */
  readonly deliveries?: readonly Sample[]
}

/** A session over a fake bank, with what was asked of it. Waiting moves its clock and takes no time. */
export interface FakeSession extends Session {
  readonly asked: readonly Asked[]
  readonly granted: readonly Granted[]
  readonly waits: readonly number[]
}

/** A user's consent as a journey leaves it behind. */
export const journeyOf = (change: Partial<Journey> = {}): Journey => ({
  consentId: 'consent-1',
  need: { permissions: ['ReadAccountsBasic'] },
  push: {
    consentId: 'consent-1',
    claims: { state: 'state-1', authorization_details: [{ type: 'urn:openfinanceuae:account-access-consent:v2.1' }] },
    par: exchange({ id: 'j1', operation: 'POST /par', status: 201 }),
    requestUri: 'urn:ietf:params:oauth:request-uri:1',
    expiresIn: 90,
  },
  authorisation: {
    outcome: 'code',
    callback: {
      parameters: { state: 'state-1', iss: 'https://auth1.bank.example' },
      fragment: [],
      to: 'https://client.example/callback',
      withCode: true,
    },
    exchanges: [exchange({ id: 'j2', operation: 'authorization', status: 303 })],
  },
  token: exchange({
    id: 'j3',
    operation: 'POST /token',
    body: {
      access_token: 'a-token',
      token_type: 'Bearer',
      expires_in: 300,
      authorization_details: [
        {
          type: 'urn:openfinanceuae:account-access-consent:v2.1',
          consent: { Data: { ConsentId: 'consent-1', Status: 'Authorized' } },
        },
      ],
    },
  }),
  ...change,
})

/** Opens a session in which a scenario can be tried without a bank. */
export const fakeSession = (answers: Answers = {}): FakeSession => {
  const asked: Asked[] = []
  const granted: Granted[] = []
  const shared = new Map<string, Promise<unknown>>()
  const waits: number[] = []
  let now = Date.parse('2026-06-01T08:00:00Z')
  let made = 0
  const make = (sample: Sample): Exchange => {
    made += 1
    return exchange({ id: `x${made}`, startedAt: new Date(now).toISOString(), ...sample })
  }
  const call = async (operation: string, options: CallOptions = {}): Promise<Exchange> => {
    const one = { operation, options, count: asked.length }
    asked.push(one)
    if (answers.call === undefined) throw new Inconclusive('no answer')
    const query = new URLSearchParams(options.query ?? {}).toString()
    const sample = answers.call(one)
    const url = `https://rs1.bank.example${operation.split(' ')[1]}${query === '' ? '' : `?${query}`}`
    return make({
      operation,
      url,
      purpose: options.purpose ?? 'good call',
      token: options.token ?? 'user',
      certificate: options.certificate ?? 'own',
      ...sample,
    })
  }
  const grant: Session['grant'] = async (form, options) => {
    const assertion = { client_assertion_type: 'jwt-bearer', client_assertion: `assertion ${granted.length + 1}` }
    const usual = { ...form, ...assertion }
    const { client_assertion_type: _, client_assertion: __, ...sent } = options.form?.(usual) ?? usual
    const one = { form: sent, options, count: granted.length }
    granted.push(one)
    if (answers.grant === undefined) throw new Inconclusive('no token endpoint')
    const { as = 'own', certificate = as } = options
    return make({
      operation: 'POST /token',
      purpose: options.purpose,
      token: 'none',
      certificate,
      ...answers.grant(one),
    })
  }
  return {
    asked,
    granted,
    waits,
    now: () => new Date(now),
    limits: { pages: 20, burst: 5, clockTolerance: 10, settle: 60, codeLife: 600, ...answers.limits },
    samples: answers.samples ?? {},
    call,
    follow: (link, from, options = {}) => call(from.operation ?? 'GET /', { ...options, query: { followed: link } }),
    discovery: async () => make({ operation: 'GET /.well-known/openid-configuration', ...answers.discovery }),
    jwks: async () => make({ operation: null, ...answers.jwks }),
    once<T>(key: string, act: () => Promise<T>): Promise<T> {
      const known = (shared.get(key) as Promise<T> | undefined) ?? act()
      shared.set(key, known)
      return known
    },
    grant,
    async redeem({ outcome }, options) {
      if (outcome !== 'code') throw new Inconclusive('the authorization brought no code')
      const redirect = { redirect_uri: 'https://client.example/callback', code_verifier: 'verifier' }
      return grant({ grant_type: 'authorization_code', code: 'code', ...redirect }, options)
    },
    async refresh(token, options) {
      const answer = json(token.response) as { readonly refresh_token?: string } | undefined
      if (answer?.refresh_token === undefined) throw new Inconclusive('no refresh_token')
      return grant({ grant_type: 'refresh_token', refresh_token: answer.refresh_token }, options)
    },
    async handshake(options) {
      if (answers.handshake === undefined) throw new Inconclusive('nothing answers')
      return { host: new URL(options.url).host, purpose: options.purpose, ...answers.handshake(options) }
    },
    clientToken: async () => make({ operation: 'POST /token', ...answers.clientToken }),
    async journey() {
      return journeyOf(answers.journey)
    },
    consentId: async () => journeyOf(answers.journey).consentId,
    async push({ purpose }) {
      const { answer, ...push } = answers.push?.(purpose) ?? {}
      return {
        consentId: `consent-${purpose}`,
        claims: {},
        par: make({ operation: 'POST /par', status: push.requestUri === undefined ? 400 : 201, purpose, ...answer }),
        ...push,
      }
    },
    async authorise(_, purpose, options = {}) {
      if (answers.authorise === undefined) throw new Inconclusive('no user')
      return answers.authorise(purpose, options)
    },
    async inbox() {
      if (answers.deliveries === undefined) throw new Inconclusive('the profile has no place for events (events)')
      const came = answers.deliveries.map((sample) => make({ operation: null, ...sample }))
      return {
        url: 'https://client.example/events/1',
        seconds: 300,
        deliveries: async () => came,
        listen: async () => came,
        reached: () => came.length > 0,
      }
    },
    async wait(milliseconds) {
      waits.push(milliseconds)
      now += milliseconds
    },
  }
}
