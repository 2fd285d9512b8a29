import { sayWhose } from './calls.ts'
import type { Contract } from './contract.ts'
import type { Inboxes } from './events/inboxes.ts'
import { type Exchange, header, json } from './exchange.ts'
import type { AuthoriserOptions } from './fapi/authorise.ts'
import { makeFapiClient } from './fapi/client.ts'
import { type Discovery, discover, type Metadata, usable } from './fapi/discovery.ts'
import type { TokenFile } from './fapi/refresh-token.ts'
import { makeGround } from './make-ground.ts'
import { NetworkFault } from './network-fault.ts'
import type { Ground } from './open-session.ts'
import type { ClientCredentials } from './profile/credentials.ts'
import type { Recorder } from './recorder.ts'
import { Inconclusive } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'
import { sleep } from './sleep.ts'
import type { FapiFacts } from './standard.ts'

/** Seconds by which two clocks may differ before signed requests would be refused for it. */
const clockSeconds = 60

/** Characters of a server's own words that a message quotes. */
const longestSaid = 300

export interface StartOptions extends Omit<AuthoriserOptions, 'endpoint' | 'allowed'> {
  readonly standard: FapiFacts
  readonly contracts: readonly Contract[]
  readonly credentials: ClientCredentials
  /** `profile.yaml:12` for a field, for messages. */
  readonly locate: (path: readonly string[]) => string
  /** The scope with which the client makes itself known. */
  readonly firstScope: string
  /** What the profile claims. */
  readonly claims: readonly string[]
  readonly tokenFile?: TokenFile
  readonly inboxes?: Inboxes
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

/** Errors of RFC 6749 §5.2 about what was asked for, by a client that is known. */
const aboutScope: readonly unknown[] = ['invalid_scope', 'unauthorized_client']

const refusedClient = (
  discovery: Discovery,
  { status, body }: Exchange['response'],
  scope: string,
  where: string,
): SetUpFault => {
  const answer = json({ body }) as { error?: unknown; error_description?: unknown } | undefined
  const words = [answer?.error, answer?.error_description]
    .filter((one) => typeof one === 'string')
    .join(': ')
    .slice(0, longestSaid)
  return new SetUpFault(
    where,
    `the token endpoint of ${new URL(discovery.document.request.url).host} refused the client with status ${status}${words === '' ? '' : ` (${words})`}`,
    aboutScope.includes(answer?.error)
      ? `It was asked for the scope ${scope}. If the trust framework gives the client no role for that API, leave the API out of resources, or out of claims.`
      : 'Check client.id, the signing key and its kid, the transport certificate, and whether the trust framework has them all.',
  )
}

/** First contact: discovery, clock, and whether the client is known. Throws a `SetUpFault` for what is ours. */
export const start = async (options: StartOptions): Promise<Start> => {
  const { profile, standard, recorder, credentials, locate, interrupted } = options
  const issuerAt = `${locate(['issuer'])}: issuer`
  const pushes = standard.consentCall === undefined
  const discovery = await discover(profile, recorder, { pushes }).catch((fault) =>
    noDocument(fault, recorder, issuerAt),
  )
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
    authentication: profile.client.authentication,
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
          authentication: profile.client.authentication,
        })
      : undefined
  const clientAt = `${locate(['client'])}: client`
  const whose = (fault: unknown): never => sayWhose(fault, recorder, clientAt)
  const asking = client
    .grant(
      { grant_type: 'client_credentials', scope: options.firstScope },
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
  const { status } = first.response
  if (status >= 400 && status < 500 && status !== 429)
    throw refusedClient(discovery, first.response, options.firstScope, clientAt)
  return { ground: makeGround(options, { discovery, metadata, client, ...(second && { second }) }) }
}
