import { makeCaller, sayWhose } from './calls.ts'
import type { Contract } from './contract.ts'
import { type Exchange, header, json } from './exchange.ts'
import { authoriseInBrowser, type Person } from './fapi/browser.ts'
import { makeFapiClient, type PushedRequest, type Speaker } from './fapi/client.ts'
import { keepClientToken } from './fapi/client-token.ts'
import { makeConsents } from './fapi/consents.ts'
import { type Discovery, discover, type Metadata, usable } from './fapi/discovery.ts'
import { type Authorised, authoriseHeadless } from './fapi/headless.ts'
import type { TokenFile } from './fapi/refresh-token.ts'
import { standingConsent } from './fapi/standing-consent.ts'
import { makeHandshaker } from './handshake.ts'
import { NetworkFault } from './network-fault.ts'
import type { Ground } from './open-session.ts'
import type { ClientCredentials } from './profile/credentials.ts'
import type { ProfileFile } from './profile/schema.ts'
import type { Recorder } from './recorder.ts'
import { type AuthoriseOptions, Inconclusive } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'
import { sleep } from './sleep.ts'
import type { FapiFacts } from './standard.ts'

/** Seconds by which two clocks may differ before signed requests would be refused for it. */
const clockSeconds = 60

/** Characters of a server's own words that a message quotes. */
const longestSaid = 300

export interface StartOptions {
  readonly profile: ProfileFile
  readonly standard: FapiFacts
  readonly contracts: readonly Contract[]
  readonly credentials: ClientCredentials
  readonly recorder: Recorder
  readonly interrupted: AbortSignal
  readonly person: Person
  /** `profile.yaml:12` for a field, for messages. */
  readonly locate: (path: readonly string[]) => string
  /** Values for the forms of the log-in, secrets fetched. */
  readonly forms: readonly Readonly<Record<string, string>>[]
  /** The same for a user who declines; none where the profile does not say. */
  readonly declineForms?: readonly Readonly<Record<string, string>>[]
  readonly tokenFile?: TokenFile
}

/** Ground on which scenarios can stand, or the reason why they cannot: what the server showed was no use. */
export type Start = { readonly ground: Ground } | { readonly inconclusive: string; readonly discovery: Discovery }

const checkClock = (discovery: Discovery, where: string): void => {
  const { startedAt, durationMs, response } = discovery.document
  // A cached answer is as old as its Age says (RFC 9111 §5.1).
  const said = header(response, 'age') ?? ''
  const age = /^\d{1,9}$/.test(said) ? Number(said) : 0
  const theirs = Date.parse(header(response, 'date') ?? '') + age * 1000
  const ours = Date.parse(startedAt) + durationMs / 2
  const apart = Math.round((ours - theirs) / 1000)
  if (Number.isNaN(apart) || Math.abs(apart) <= clockSeconds) return
  const way = apart > 0 ? 'ahead of' : 'behind'
  throw new SetUpFault(
    where,
    `the clock of this machine is ${Math.abs(apart)} seconds ${way} the server's`,
    'Set the clock (NTP): signed requests carry times and would be refused.',
  )
}

const origins = (profile: ProfileFile, metadata: Metadata): ReadonlySet<string> => {
  const further = profile.authorisation.mode === 'headless' ? profile.authorisation.origins : []
  const { issuer: _, ...endpoints } = metadata
  const urls = [profile.issuer, ...Object.values(profile.resources), ...further, ...Object.values(endpoints)]
  return new Set(urls.map((url) => new URL(url).origin))
}

/** Without a discovery document there is nothing to judge: whatever the host did instead, the run ends. */
const noDocument = (fault: unknown, recorder: Recorder, where: string): never => {
  if (!(fault instanceof NetworkFault && recorder.reached(fault.host))) return sayWhose(fault, recorder, where)
  throw new SetUpFault(
    where,
    fault.message,
    'Check that this is the issuer: its discovery document cannot be read, and nothing can be asked without it.',
    { cause: fault },
  )
}

const refusedClient = (discovery: Discovery, status: number, body: string, where: string): SetUpFault => {
  const answer = json({ body }) as { error?: unknown; error_description?: unknown } | undefined
  const words = [answer?.error, answer?.error_description]
    .filter((one) => typeof one === 'string')
    .join(': ')
    .slice(0, longestSaid)
  return new SetUpFault(
    where,
    `the token endpoint of ${new URL(discovery.document.request.url).host} refused the client with status ${status}${words === '' ? '' : ` (${words})`}`,
    'Check client.id, the signing key and its kid, the transport certificate, and whether the trust framework has them all.',
  )
}

/** First contact: discovery, clock, and whether the client is known. Throws a `SetUpFault` for what is ours. */
export const start = async (options: StartOptions): Promise<Start> => {
  const { profile, standard, recorder, credentials, locate, interrupted } = options
  const issuerAt = `${locate(['issuer'])}: issuer`
  const discovery = await discover(profile, recorder).catch((fault) => noDocument(fault, recorder, issuerAt))
  checkClock(discovery, issuerAt)

  let metadata: Metadata
  try {
    metadata = usable(discovery)
  } catch (fault) {
    if (fault instanceof Inconclusive) return { inconclusive: fault.message, discovery }
    throw fault
  }

  const { id: clientId, redirectUri } = profile.client
  const wait = (milliseconds: number): Promise<void> => sleep(milliseconds, interrupted)
  const client = makeFapiClient({
    wait,
    clientId,
    redirectUri,
    signer: credentials.signer,
    certificate: 'own',
    recorder,
    metadata,
  })
  const second =
    profile.second && credentials.second
      ? makeFapiClient({
          wait,
          clientId: profile.second.id,
          redirectUri,
          signer: credentials.second,
          certificate: 'second',
          recorder,
          metadata,
        })
      : undefined
  const clientAt = `${locate(['client'])}: client`
  const whose = (fault: unknown): never => sayWhose(fault, recorder, clientAt)
  const asking = client
    .grant(
      { grant_type: 'client_credentials', scope: standard.clientScope },
      { suite: 'start', scenario: 'start/client-token' },
      'find out whether the client is known',
    )
    .catch(whose)
  let first: Exchange
  try {
    first = await asking
  } catch (fault) {
    // The server was there a moment ago; an interruption ends the run.
    if (fault instanceof Inconclusive && !interrupted.aborted) return { inconclusive: fault.message, discovery }
    throw fault
  }
  const { status, body } = first.response
  if (status >= 400 && status < 500 && status !== 429) throw refusedClient(discovery, status, body, clientAt)

  const allowedOrigins = origins(profile, metadata)
  const allowed = (origin: string): boolean => allowedOrigins.has(origin)
  const authorise = authoriser(options, metadata, allowed)
  return {
    ground: {
      profile,
      standard,
      recorder,
      discovery,
      client,
      ...(second && { second }),
      authorise,
      handshake: makeHandshaker({
        ...(credentials.ca === undefined ? {} : { ca: credentials.ca }),
        certificates: credentials.certificates,
        timeout: profile.limits.timeout,
      }),
      shared: new Map(),
      allowed,
      interrupted,
      caller: makeCaller(recorder, options.contracts, () => `${locate(['resources'])}: resources`),
      consents:
        options.tokenFile !== undefined && profile.authorisation.mode === 'refresh-token'
          ? standingConsent(client, profile.authorisation.consentId, options.tokenFile)
          : makeConsents({ standard, client, redirectUri, authorise }),
      clientToken: keepClientToken(client, standard.clientScope),
      ...(second && { secondToken: keepClientToken(second, standard.clientScope) }),
      leftovers: [],
    },
  }
}

/** A person may bring back the address of an earlier journey; its code belongs to another request. */
const ofThisJourney = (authorised: Authorised, push: PushedRequest): Authorised => {
  const { callback } = authorised.authorisation
  if (callback?.parameters.state === push.claims.state) return authorised
  throw new Inconclusive('the callback belongs to another journey: its state is not the one that was sent')
}

const authoriser = (
  { profile, recorder, person, forms, declineForms = [], interrupted }: StartOptions,
  metadata: Metadata,
  allowed: (origin: string) => boolean,
) => {
  let last: Promise<unknown> = Promise.resolve()
  const startOf = (push: PushedRequest, { query }: AuthoriseOptions): string => {
    const usual = { client_id: profile.client.id, request_uri: push.requestUri ?? '' }
    const address = new URL(metadata.authorization)
    for (const [name, value] of Object.entries(query?.(usual) ?? usual)) address.searchParams.set(name, value)
    return address.href
  }
  return (push: PushedRequest, speaker: Speaker, purpose: string, options: AuthoriseOptions = {}) => {
    const start = startOf(push, options)
    const { redirectUri } = profile.client
    if (profile.authorisation.mode === 'headless') {
      const filledIn = options.stop === 'first-page' ? [] : options.decline ? declineForms : forms
      const pushed = push.claims.redirect_uri
      const pushedUri = typeof pushed === 'string' ? { pushedUri: pushed } : {}
      const given = { recorder, redirectUri, ...pushedUri, forms: filledIn, allowed }
      return authoriseHeadless(start, given, speaker, purpose)
    }
    // A person gives one consent at a time.
    const why = `${speaker.scenario}: ${purpose}`
    const turn = last
      .then(() => authoriseInBrowser(start, redirectUri, person, why, interrupted))
      .then((authorised) => ofThisJourney(authorised, push))
    last = turn.catch(() => undefined)
    return turn
  }
}
