import { randomUUID } from 'node:crypto'
import type { GrantOptions, Signing } from '../../../engine/session.ts'

/** One way in which a client assertion is not good, at the token endpoint or at that of pushed requests. */
export interface SpoiledAssertion {
  readonly name: string
  /** The requirement that says so. */
  readonly of: string
  /** Documents differ: it is observed, and no finding. */
  readonly observed?: true
  /** What differs from a good request. */
  readonly spoil: (given: Endpoints) => Pick<GrantOptions, 'assertion' | 'form'>
}

/** Addresses by which a client may be tempted to name the server. */
interface Endpoints {
  readonly token: string
  readonly par: string
}

type Claims = Readonly<Record<string, unknown>>

const signed = (of: string, name: string, signing: Signing): SpoiledAssertion => ({
  name,
  of,
  spoil: () => ({ assertion: { signing } }),
})

const claimed = (of: string, name: string, change: (claims: Claims, given: Endpoints) => Claims): SpoiledAssertion => ({
  name,
  of,
  spoil: (given) => ({ assertion: { claims: (claims) => change(claims, given) } }),
})

const posted = (of: string, name: string, form: GrantOptions['form'] & {}): SpoiledAssertion => ({
  name,
  of,
  spoil: () => ({ form }),
})

const without = (claims: Claims, name: string): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([known]) => known !== name))

/** The claims with their times moved by so many seconds. */
const moved = (claims: Claims, seconds: number): Claims => ({
  ...claims,
  ...Object.fromEntries(['iat', 'nbf', 'exp'].map((name) => [name, Number(claims[name]) + seconds])),
})

/** Five minutes and the life of an assertion: then it is over even for a clock that is five minutes slow. */
const past = -360
/** Five minutes: more than the sixty seconds that a clock may be ahead (FAPI 2.0 Security Profile §5.3.2.1). */
const ahead = 300

/** Client assertions that a server refuses, each wrong in one thing. */
export const spoiledAssertions: readonly SpoiledAssertion[] = [
  signed('UAE-TOK-002', 'RS256', 'RS256'),
  signed('UAE-TOK-002', 'unsigned', 'none'),
  signed('UAE-TOK-002', 'HS256 with the public key', 'HS256'),
  signed('UAE-TOK-003', 'unknown kid', 'unknown-kid'),
  claimed('UAE-TOK-004', 'aud is the token endpoint', (claims, { token }) => ({ ...claims, aud: token })),
  claimed('UAE-TOK-004', 'aud is the endpoint for pushed requests', (claims, { par }) => ({ ...claims, aud: par })),
  // RFC 7523 §3 takes a list that holds the issuer, FAPI 2.0 in its final form only a string.
  {
    ...claimed('UAE-TOK-004', 'aud is a list with the issuer', (claims) => ({ ...claims, aud: [claims.aud] })),
    observed: true,
  },
  claimed('UAE-TOK-004', 'aud is somebody else', (claims) => ({ ...claims, aud: 'https://issuer.invalid' })),
  claimed('UAE-TOK-004', 'no aud', (claims) => without(claims, 'aud')),
  claimed('UAE-TOK-005', 'no sub', (claims) => without(claims, 'sub')),
  claimed('UAE-TOK-005', 'sub is somebody else', (claims) => ({ ...claims, sub: randomUUID() })),
  claimed('UAE-TOK-005', 'sub is empty', (claims) => ({ ...claims, sub: '' })),
  claimed('UAE-TOK-005', 'iss is somebody else', (claims) => ({ ...claims, iss: randomUUID() })),
  posted('UAE-TOK-005', 'client_id is somebody else', (form) => ({ ...form, client_id: randomUUID() })),
  claimed('UAE-TOK-006', 'no jti', (claims) => without(claims, 'jti')),
  claimed('UAE-TOK-007', 'over for five minutes', (claims) => moved(claims, past)),
  claimed('UAE-TOK-007', 'no exp', (claims) => without(claims, 'exp')),
  claimed('UAE-TOK-007', 'good only in five minutes', (claims) => moved(claims, ahead)),
  signed('UAE-TOK-008', 'broken signature', 'broken'),
  signed('UAE-TOK-008', 'foreign key', 'foreign-key'),
  posted('UAE-TOK-009', 'no client assertion', ({ client_assertion: _, client_assertion_type: __, ...form }) => form),
  posted('UAE-TOK-009', 'another type of assertion', (form) => ({
    ...form,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
  })),
]

/** The probe that shows an assertion for a second time, and its requirement. */
export const replayed = { name: 'used twice', of: 'UAE-TOK-006' } as const
