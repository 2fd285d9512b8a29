import type { Claims } from './lenient.ts'

/** A push as a misbehaving bank sees it. */
interface Seen {
  readonly claims: Claims | undefined
  readonly assertion: Claims | undefined
  /** Seconds since the epoch. */
  readonly now: number
}

/** A defect of the bank: it refuses a push that is good. */
export interface Strictness {
  readonly name: string
  readonly breaks: string
  readonly title: string
  readonly refuses: (push: Seen) => boolean
}

const later = (moment: unknown, now: number): boolean => typeof moment === 'number' && moment > now + 2

/** Ways in which the bank is stricter than anybody allows it to be. */
export const strictnesses: readonly Strictness[] = [
  {
    name: 'clock-without-tolerance',
    breaks: 'UAE-PAR-011',
    title: 'A request object that begins in a few seconds is refused',
    refuses: ({ claims, now }) => later(claims?.nbf, now),
  },
  {
    name: 'pushing-client-ahead-refused',
    breaks: 'UAE-PAR-007',
    title: 'A push whose client assertion begins in a few seconds is refused',
    refuses: ({ assertion, now }) => later(assertion?.nbf, now),
  },
  {
    name: 'scope-order-compared',
    breaks: 'UAE-PAR-018',
    title: 'A scope is refused whose words stand in another order',
    refuses: ({ claims }) => claims?.scope === 'openid accounts',
  },
  {
    name: 'iat-and-jti-refused',
    breaks: 'UAE-PAR-020',
    title: 'A request object with iat and jti is refused',
    refuses: ({ claims }) => claims?.iat !== undefined && claims.jti !== undefined,
  },
  {
    name: 'max-age-refused',
    breaks: 'UAE-PAR-022',
    title: 'A request with max_age is refused',
    refuses: ({ claims }) => claims?.max_age !== undefined,
  },
]
