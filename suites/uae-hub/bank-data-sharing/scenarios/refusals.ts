import { forEach } from '../table.ts'

/** Without an Authorization header. */
export const withoutToken = forEach({ name: 'no token', title: 'without a token' }, [
  { name: 'no token', change: { token: 'none' } },
])

/** With tokens that are not good. */
export const withBadTokens = forEach({ name: 'bad tokens', title: 'with tokens that are not good' }, [
  { name: 'unknown token', change: { token: 'unknown' } },
  { name: 'tampered token', change: { token: 'tampered' } },
  { name: 'scheme Basic', change: { token: 'basic' } },
])

/** With a token that no user stands behind. */
export const withClientToken = forEach({ name: 'client token', title: 'with a client-credentials token' }, [
  { name: 'client-credentials token', change: { token: 'client' } },
])

/** In a media type that the contract does not have. */
export const asXml = forEach({ name: 'as XML', title: 'as XML' }, [
  { name: 'Accept: application/xml', change: { headers: { accept: 'application/xml' } } },
])
