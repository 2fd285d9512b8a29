import type { Exchange } from '../../../../engine/exchange.ts'
import { json } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { CallOptions } from '../../../../engine/session.ts'
import { probe } from '../../ask.ts'
import { discovery } from '../../operations.ts'

/** The key set as the run read it, and as a client without a certificate gets it. */
export interface KeySet {
  readonly jwks: Exchange
  readonly without: Probe
}

/** The key set of the server, with and without a client certificate. */
export const readKeySet = scenario({
  id: 'authorisation/read-key-set',
  title: 'read the key set',
  needs: [],
  operations: [discovery],
  effect: 'reads',
  async run(session): Promise<KeySet> {
    const jwks = await session.jwks()
    const document = await session.discovery()
    const { jwks_uri: uri } = json(document.response) as { readonly jwks_uri?: unknown }
    const purpose = 'key set without a certificate'
    const follow = (options: CallOptions) => session.follow(String(uri), document, { token: 'none', ...options })
    const without = await probe(purpose, () => follow({ purpose, certificate: 'none' }))
    if (!('brokenOff' in without)) return { jwks, without }
    // A server that is gone breaks off every connection.
    const still = await probe(purpose, () => follow({ purpose: 'key set, with the certificate again' }))
    return { jwks, without: 'exchange' in still ? without : still }
  },
})
