/** Paths of the bank. Only the discovery document tells them: none follows from the issuer by a pattern. */
export const places = {
  discovery: '/.well-known/openid-configuration',
  authorization: '/as/consent-journeys/start',
  journey: '/as/consent-journeys/page',
  pushed: '/as/pushed',
  token: '/as/exchange',
  jwks: '/as/keys',
  registration: '/onboarding/tpp-registration',
  resources: '/open-finance/account-information/v2.1',
} as const

/** The APIs of resources, by the names of their contracts: where each begins, and the scope of a client's own token for it. */
export const apis = {
  'account-information': { base: places.resources, scope: 'accounts' },
  product: { base: '/open-finance/product/v2.1', scope: 'products' },
  atm: { base: '/open-finance/atm/v2.1', scope: 'atm' },
  'account-opening-service-initiation': { base: '/open-finance/account-opening/v2.1', scope: 'account-opening' },
} as const satisfies Readonly<Record<string, { readonly base: string; readonly scope: string }>>

/** Where account opening begins in version 2.0, which is served beside version 2.1. */
export const olderOpenings = '/open-finance/account-opening/v2.0'

/** Scopes that a client gets in its own name. */
export const clientScopes: readonly string[] = Object.values(apis).map(({ scope }) => scope)

/** The path of an absolute or relative URL, without its query. */
export const pathOf = (url: string): string => new URL(url, 'https://localhost').pathname
