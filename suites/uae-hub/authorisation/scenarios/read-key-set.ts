import type { Exchange } from '../../../../engine/exchange.ts'
import { json } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
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
    return {
      jwks,
      without: await probe(purpose, () =>
        session.follow(String(uri), document, { purpose, token: 'none', certificate: 'none' }),
      ),
    }
  },
})
