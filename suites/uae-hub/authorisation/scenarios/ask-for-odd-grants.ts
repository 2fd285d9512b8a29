import { randomUUID } from 'node:crypto'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type GrantOptions, Inconclusive } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { token } from '../../operations.ts'

/** A scope that no standard has. */
export const unknownScope = 'mizan-unknown-scope'

type Form = Readonly<Record<string, string>>

/** What differs from a good request for a client-credentials token. */
interface Row {
  readonly name: string
  readonly form?: Form
  readonly options?: Omit<GrantOptions, 'purpose'>
}

const good: Form = { grant_type: 'client_credentials', scope: 'accounts' }

/** Grants that no server of the standard gives. */
export const grantTypes: readonly Row[] = [
  { name: 'unknown grant type', form: { ...good, grant_type: 'urn:example:grant' } },
  { name: 'password', form: { ...good, grant_type: 'password', username: randomUUID(), password: randomUUID() } },
  { name: 'implicit', form: { ...good, grant_type: 'implicit' } },
]

/** Requests that are no form that is posted (RFC 6749 §3.2). */
export const shapes: readonly Row[] = [
  { name: 'GET', options: { method: 'GET' } },
  { name: 'JSON', options: { mediaType: 'application/json' } },
]

/** Refresh tokens that nobody was given. */
export const refreshTokens: readonly Row[] = [
  { name: 'unknown refresh token', form: { grant_type: 'refresh_token', refresh_token: 'bm90LWEtcmVmcmVzaC10b2tlbg' } },
]

/** Requests for tokens that are not given, and one with a scope that nobody knows. */
export interface OddGrants extends Probed {
  readonly unknownScope: Exchange
}

/** A good request for a token, and requests of the client that no server gives one for. */
export const askForOddGrants = scenario({
  id: 'authorisation/ask-for-odd-grants',
  title: 'ask for tokens in ways that give none',
  needs: [],
  operations: [token],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<OddGrants> {
    const baseline = await session.grant(good, { purpose: 'good request' })
    if (baseline.response.status !== 200)
      throw new Inconclusive(`a good request was answered with ${baseline.response.status}`)
    const [odd, ...probes] = await Promise.all([
      session.grant({ ...good, scope: `accounts ${unknownScope}` }, { purpose: 'unknown scope' }),
      ...[...grantTypes, ...shapes, ...refreshTokens].map(({ name, form = good, options = {} }) =>
        probe(name, () => session.grant(form, { purpose: name, ...options })),
      ),
    ])
    return { baseline, probes, unknownScope: odd }
  },
})
