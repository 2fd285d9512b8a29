import { type Caller, sayWhose, type TokenSource } from './calls.ts'
import type { Inboxes } from './events/inboxes.ts'
import type { Keys } from './events/open-delivery.ts'
import type { FapiClient, PushedRequest } from './fapi/client.ts'
import type { Consents } from './fapi/consents.ts'
import type { Discovery } from './fapi/discovery.ts'
import type { Authorised } from './fapi/headless.ts'
import type { Lodge } from './fapi/lodge.ts'
import { serverRequests } from './fapi/server-requests.ts'
import { operationCalls } from './operation-calls.ts'
import type { AnyProfile, ProfileFile } from './profile/schema.ts'
import type { Recorder } from './recorder.ts'
import type { Scenario } from './scenario.ts'
import {
  type AuthoriseOptions,
  type CallOptions,
  type Handshake,
  type HandshakeOptions,
  Inconclusive,
  type Session,
} from './session.ts'
import { sleep } from './sleep.ts'
import type { FapiFacts } from './standard.ts'

/** What the scenarios of one run have in common. */
export interface Ground {
  readonly profile: ProfileFile
  readonly standard: FapiFacts
  readonly recorder: Recorder
  readonly caller: Caller
  readonly discovery: Discovery
  readonly client: FapiClient
  readonly second?: FapiClient
  readonly consents: Consents
  readonly authorise: (
    push: PushedRequest,
    speaker: { suite: string; scenario: string },
    purpose: string,
    options?: AuthoriseOptions,
  ) => Promise<Authorised>
  readonly handshake: (options: HandshakeOptions) => Promise<Handshake>
  /** Origins that requests may go to. */
  readonly allowed: (origin: string) => boolean
  readonly interrupted: AbortSignal
  /** The client-credentials token of a scope, fetched once and again before it ends. */
  readonly clientToken: (scope: string) => Promise<string>
  /** The same of the second client. */
  readonly secondToken?: (scope: string) => Promise<string>
  /** The scope with which the client made itself known. */
  readonly firstScope: string
  readonly lodge: Lodge
  readonly secondLodge?: Lodge
  /** Consents that a user gave although no token was fetched for them: to be given back too. */
  readonly leftovers: string[]
  /** What was done once for the whole run, by key. */
  readonly shared: Map<string, Promise<unknown>>
  /** Where events arrive, if the profile has a place for them and the plan asks for it. */
  readonly inboxes?: Inboxes
  /** The keys of the target, against which events are verified. */
  readonly keys: Keys
}

/** What of a profile's limits concerns scenarios. */
export const limitsOf = ({ limits, burst }: AnyProfile): Session['limits'] => ({
  pages: limits.pages,
  burst: burst?.requests ?? 0,
  clockTolerance: limits.clockTolerance,
  settle: limits.settle,
  codeLife: limits.codeLife,
})

/** Opens the session of one scenario. */
export const openSession = (ground: Ground, scenario: Scenario<unknown>, suite: string): Session => {
  const { profile, recorder, caller, discovery, consents } = ground
  const speaker = { suite, scenario: scenario.id }
  const { uses } = scenario
  const scopeOf = ground.standard.clientScope
  const wait = (milliseconds: number): Promise<void> => sleep(milliseconds, ground.interrupted)
  const whose = (fault: unknown): never => sayWhose(fault, recorder, profile.issuer)
  const tokens: TokenSource = async (kind, api) => {
    if (kind === 'client') return ground.clientToken(scopeOf(api)).catch(whose)
    if (kind === 'second') {
      if (ground.secondToken === undefined) throw new Inconclusive('the profile names no second client')
      return ground.secondToken(scopeOf(api)).catch(whose)
    }
    if (uses === undefined)
      throw new Error(`scenario ${scenario.id} asks for a user's token but names no consent that it uses`)
    return consents.token(uses, speaker, kind).catch(whose)
  }
  const voice = { ...speaker, usual: uses === undefined ? ('client' as const) : ('user' as const), tokens, wait }

  const makeCall = operationCalls(caller, profile)
  const call = (operation: string, options: CallOptions = {}) => makeCall(operation, options, voice)

  return {
    ...serverRequests(ground, speaker, uses),
    now: () => new Date(),
    limits: limitsOf(profile),
    samples: profile.samples,
    call,
    follow(link, from, options = {}) {
      if (!URL.canParse(link, from.request.url)) throw new Inconclusive('the link is no address')
      const url = new URL(link, from.request.url)
      if (!ground.allowed(url.origin)) {
        throw new Inconclusive(`the link leads to ${url.origin}, which the profile does not name`)
      }
      return caller.call(
        from.operation ?? '',
        url.href,
        options.method ?? 'GET',
        { purpose: 'follow a link', ...options },
        voice,
      )
    },
    discovery: async () => discovery.document,
    async jwks() {
      if (discovery.jwks === undefined) throw new Inconclusive('the discovery document names no jwks_uri')
      return discovery.jwks
    },
    once<T>(key: string, make: () => Promise<T>): Promise<T> {
      const known = ground.shared.get(key) as Promise<T> | undefined
      if (known !== undefined) return known
      const made = make()
      ground.shared.set(key, made)
      return made
    },
    async handshake(options) {
      const { origin } = new URL(options.url)
      if (!ground.allowed(origin)) throw new Inconclusive(`the profile does not name ${origin}`)
      return ground.handshake(options)
    },
    async journey() {
      if (uses === undefined)
        throw new Error(`scenario ${scenario.id} asks for a journey but names no consent that it uses`)
      return consents.journey(uses, speaker).catch(whose)
    },
    async consentId() {
      if (uses === undefined)
        throw new Error(`scenario ${scenario.id} asks for a consent's id but names no consent that it uses`)
      return consents.id(uses, speaker).catch(whose)
    },
    async inbox(options) {
      if (ground.inboxes === undefined) throw new Inconclusive('the profile has no place for events (events)')
      return ground.inboxes.open(speaker, ground.keys, options)
    },
    wait,
  }
}
