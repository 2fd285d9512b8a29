import type { FapiClient } from './client.ts'
import { readGrant } from './consents.ts'

/** Fetches client-credentials tokens, one for each scope, and keeps them while they are good. */
export const keepClientTokens = (client: FapiClient): ((scope: string) => Promise<string>) => {
  const kept = new Map<string, () => Promise<string>>()
  return (scope) => {
    const known = kept.get(scope) ?? keepClientToken(client, scope)
    kept.set(scope, known)
    return known()
  }
}

const keepClientToken = (client: FapiClient, scope: string): (() => Promise<string>) => {
  let current: Promise<ReturnType<typeof readGrant>> | undefined
  const fetch = async () => {
    const token = await client.grant(
      { grant_type: 'client_credentials', scope },
      { suite: 'start', scenario: 'start/client-token' },
      'client credentials',
    )
    return readGrant(token.response, `no client-credentials token with the scope ${scope}`)
  }
  return async () => {
    const before = current
    // A fetch that failed is forgotten: after an interruption consents are still to be given back.
    const known = await before?.catch(() => undefined)
    // Of those who waited together one fetches.
    if (current === before && (known === undefined || known.endsAt <= performance.now())) current = fetch()
    return (await current)?.accessToken ?? ''
  }
}
