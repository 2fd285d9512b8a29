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

/** The path of an absolute or relative URL, without its query. */
export const pathOf = (url: string): string => new URL(url, 'https://localhost').pathname
