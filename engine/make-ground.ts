import { makeCaller } from './calls.ts'
import { authoriser } from './fapi/authorise.ts'
import type { FapiClient } from './fapi/client.ts'
import { keepClientTokens } from './fapi/client-token.ts'
import { makeConsents } from './fapi/consents.ts'
import { type Discovery, keysOf, type Metadata } from './fapi/discovery.ts'
import { makeLodge } from './fapi/lodge.ts'
import { standingConsent } from './fapi/standing-consent.ts'
import { makeHandshaker } from './handshake.ts'
import type { Ground } from './open-session.ts'
import { operationCalls } from './operation-calls.ts'
import type { ProfileFile } from './profile/schema.ts'
import { bodyMaker } from './signed-body.ts'
import { sleep } from './sleep.ts'
import type { StartOptions } from './start.ts'

const origins = (profile: ProfileFile, metadata: Metadata): ReadonlySet<string> => {
  const further = profile.authorisation.mode === 'headless' ? profile.authorisation.origins : []
  const { issuer: _, ...endpoints } = metadata
  const urls = [profile.issuer, ...Object.values(profile.resources), ...further, ...Object.values(endpoints)]
  return new Set(urls.map((url) => new URL(url).origin))
}

/** What first contact found out: a server that can be used, and clients that it knows. */
interface Found {
  readonly discovery: Discovery
  readonly metadata: Metadata
  readonly client: FapiClient
  readonly second?: FapiClient
}

/** Makes the ground on which the scenarios of a run stand, once first contact went well. */
export const makeGround = (options: StartOptions, { discovery, metadata, client, second }: Found): Ground => {
  const { profile, standard, recorder, credentials, locate, interrupted } = options
  const { id: clientId, redirectUri } = profile.client
  const pushes = standard.consentCall === undefined
  const wait = (milliseconds: number): Promise<void> => sleep(milliseconds, interrupted)
  const allowedOrigins = origins(profile, metadata)
  const allowed = (origin: string): boolean => allowedOrigins.has(origin)
  const authorise = authoriser({ ...options, ...{ endpoint: metadata.authorization, allowed } })
  const makes = bodyMaker({ id: clientId, signer: credentials.signer, issuer: metadata.issuer })
  const caller = makeCaller(recorder, options.contracts, () => `${locate(['resources'])}: resources`, makes)
  const call = operationCalls(caller, profile)
  const clientToken = keepClientTokens(client)
  const secondToken = second && keepClientTokens(second)
  /** Creates a consent: a call of a client, before there is a user. */
  const createBy =
    (tokenOf: typeof clientToken, certificate: 'own' | 'second'): Parameters<typeof makeLodge>[2] =>
    (operation, given, speaker) => {
      const tokens = (_: unknown, api: string): Promise<string> => tokenOf(standard.clientScope(api))
      return call(operation, { ...given, certificate }, { ...speaker, usual: 'client', tokens, wait })
    }
  const about = { samples: profile.samples, claims: options.claims }
  const lodge = makeLodge(standard, client, createBy(clientToken, 'own'), about)
  return {
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
    caller,
    lodge,
    firstScope: options.firstScope,
    consents:
      options.tokenFile !== undefined && profile.authorisation.mode === 'refresh-token'
        ? standingConsent(client, profile.authorisation.consentId, options.tokenFile)
        : makeConsents({ lodge, created: !pushes, client, redirectUri, authorise }),
    clientToken,
    ...(second &&
      secondToken && {
        secondToken,
        secondLodge: makeLodge(standard, second, createBy(secondToken, 'second'), about),
      }),
    leftovers: [],
    keys: keysOf(discovery, recorder),
    ...(options.inboxes && { inboxes: options.inboxes }),
  }
}
