import type { Discovery } from './fapi/discovery.ts'
import { limitsOf } from './open-session.ts'
import type { AnyProfile } from './profile/schema.ts'
import { Inconclusive, type Session } from './session.ts'

/**
 * What is left to a scenario when first contact was no use: it may look at what the server showed, and nothing can be
 * asked, for the reason that is given.
 */
export const discoverySession = (discovery: Discovery, reason: string, profile: AnyProfile): Session => {
  const cannot = (): Promise<never> => Promise.reject(new Inconclusive(reason))
  return {
    now: () => new Date(),
    limits: limitsOf(profile),
    samples: profile.samples,
    discovery: async () => discovery.document,
    jwks: async () => discovery.jwks ?? cannot(),
    once: (_, make) => make(),
    call: cannot,
    follow: cannot,
    grant: cannot,
    redeem: cannot,
    refresh: cannot,
    handshake: cannot,
    clientToken: cannot,
    journey: cannot,
    consentId: cannot,
    push: cannot,
    authorise: cannot,
    inbox: cannot,
    wait: cannot,
  }
}
