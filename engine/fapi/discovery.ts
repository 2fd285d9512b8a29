import type { Keys } from '../events/open-delivery.ts'
import type { Exchange } from '../exchange.ts'
import { json } from '../exchange.ts'
import { NetworkFault } from '../network-fault.ts'
import type { ProfileFile } from '../profile/schema.ts'
import type { Recorder } from '../recorder.ts'
import { Inconclusive } from '../session.ts'

/** Endpoints of an authorization server, as its discovery document gives them: read, never built. */
export interface Metadata {
  readonly issuer: string
  readonly authorization: string
  readonly token: string
  /** A standard without pushed requests does not need it. */
  readonly par?: string
  readonly jwks: string
  /** Where a client makes itself known; nothing that a run needs. */
  readonly registration?: string
}

export interface Discovery {
  readonly document: Exchange
  readonly jwks?: Exchange
  /** Absent when the document lacks what a client needs; `lacks` says what. */
  readonly metadata?: Metadata
  readonly lacks: readonly string[]
}

export const discoveryOperation = 'GET /.well-known/openid-configuration'

const speaker = { suite: 'start', scenario: 'start/discover' }

const get = (recorder: Recorder, url: string, operation: string, purpose: string): Promise<Exchange> =>
  recorder.send({
    ...speaker,
    operation,
    purpose,
    credentials: { token: 'none', certificate: 'own' },
    request: { method: 'GET', url, headers: [['accept', 'application/json']] },
  })

const httpsUrl = (value: unknown): string | undefined =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:' ? value : undefined

const metadataOf = (document: Record<string, unknown>, issuer: string): Partial<Metadata> => {
  // RFC 8705 §5: a client that does mutual TLS prefers the aliases.
  const aliases = (document.mtls_endpoint_aliases ?? {}) as Record<string, unknown>
  const endpoint = (name: string): string | undefined => httpsUrl(aliases[name]) ?? httpsUrl(document[name])
  const found = {
    // One that is not the profile's is a finding; the client goes on with the server that it was sent to.
    issuer: document.issuer === `${issuer}/` || `${document.issuer}/` === issuer ? String(document.issuer) : issuer,
    authorization: httpsUrl(document.authorization_endpoint),
    token: endpoint('token_endpoint'),
    par: endpoint('pushed_authorization_request_endpoint'),
    jwks: httpsUrl(document.jwks_uri),
    registration: endpoint('registration_endpoint'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

const needed = {
  authorization: 'authorization_endpoint',
  token: 'token_endpoint',
  par: 'pushed_authorization_request_endpoint',
  jwks: 'jwks_uri',
} as const

/** Reads the discovery document and the key set. What they hold is judged by rules; here it is only used. */
export const discover = async (
  profile: ProfileFile,
  recorder: Recorder,
  { pushes }: { readonly pushes: boolean },
): Promise<Discovery> => {
  const { par, ...always } = needed
  const demanded = pushes ? { ...always, par } : always
  const url = `${profile.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const document = await get(recorder, url, discoveryOperation, 'read the discovery document')
  const content = json(document.response)
  if (document.response.status !== 200 || typeof content !== 'object' || content === null) {
    return { document, lacks: Object.values(demanded) }
  }
  const found = metadataOf(content as Record<string, unknown>, profile.issuer)
  const lacks: string[] = Object.entries(demanded).flatMap(([key, name]) => (key in found ? [] : [name]))
  let jwks: Exchange | undefined
  try {
    if (found.jwks !== undefined) jwks = await get(recorder, found.jwks, 'GET jwks_uri', 'read the key set')
  } catch (fault) {
    // A host that was never reached is ours; what one that answers does with its key set is theirs.
    if (!(fault instanceof NetworkFault && recorder.reached(fault.host))) throw fault
    lacks.push(`${needed.jwks} that can be read (${fault.message})`)
  }
  if (jwks?.response.status === 200) recorder.trustKeys(json(jwks.response))
  return { document, ...(jwks && { jwks }), lacks, ...(lacks.length === 0 ? { metadata: found as Metadata } : {}) }
}

/** The metadata, or `Inconclusive` with what the discovery document lacks. */
export const usable = ({ metadata, lacks, document }: Discovery): Metadata => {
  if (metadata !== undefined) return metadata
  const status = document.response.status
  throw new Inconclusive(`the discovery document (status ${status}) gives no ${lacks.join(', ')}`)
}

/** How often a run looks for new keys: more than any server changes them, and no burden to one whose events are garbled. */
const mostLooks = 20

/** The key set of the server, read anew where something was signed with a key that the last one did not have. */
export const keysOf = ({ metadata }: Discovery, recorder: Recorder): Keys => {
  let looking: Promise<void> | undefined
  let looks = 0
  const read = async (): Promise<void> => {
    if (metadata === undefined) return
    try {
      const { response } = await get(recorder, metadata.jwks, 'GET jwks_uri', 'read the key set again')
      if (response.status === 200) recorder.trustKeys(json(response))
    } catch (fault) {
      // The keys that are known go on being so.
      if (!(fault instanceof NetworkFault)) throw fault
    }
  }
  return {
    now: recorder.keys,
    async again() {
      if (looking === undefined && looks >= mostLooks) return
      looks += looking === undefined ? 1 : 0
      looking ??= read().finally(() => {
        looking = undefined
      })
      await looking
    },
  }
}
