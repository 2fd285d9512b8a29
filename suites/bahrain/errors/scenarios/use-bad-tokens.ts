import type { Scenario } from '../../../../engine/scenario.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { waitOutToken } from '../../../baseline/expired.ts'
import { everything, ownAccounts } from '../../needs.ts'
import { accounts, consent, createConsent } from '../../operations.ts'
import { type Attempt, type Tried, tryEach } from '../../tried.ts'

const of = 'BH-ERR-001'

const bad: readonly Attempt[] = [
  { of, name: 'no token', token: 'none' },
  { of, name: 'unknown token', token: 'unknown' },
  { of, name: 'tampered token', token: 'tampered' },
]

/** Data asked for without a token, and with tokens that nobody gave out. */
export const readWithBadTokens = scenario({
  id: 'errors/read-with-bad-tokens',
  title: 'ask for accounts without a good token',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Tried> {
    return { baseline: await baseline(session, accounts), probes: await tryEach(session, accounts, {}, bad) }
  },
})

/** A consent read without a token, and with tokens that nobody gave out. */
export const readConsentWithBadTokens = scenario({
  id: 'errors/read-consent-with-bad-tokens',
  title: 'ask for a consent without a good token',
  needs: ['consents'],
  operations: [createConsent, consent],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const { consentId } = await session.push({ purpose: 'a consent to read' })
    const usual = { path: { ConsentId: consentId } }
    const good = await baseline(session, consent, usual)
    return { baseline: good, probes: await tryEach(session, consent, usual, bad) }
  },
})

/** The first token of a consent of its own, while it is good and after its end. */
export const useExpiredToken: Scenario<Tried> = scenario({
  id: 'errors/use-expired-token',
  title: 'use a token after its end',
  needs: ['accounts'],
  uses: ownAccounts,
  operations: [accounts],
  effect: 'reads',
  slow: true,
  async run(session): Promise<Tried> {
    const good = await waitOutToken(session, accounts)
    const late: Attempt = { of, name: 'expired token', token: 'first' }
    return { baseline: good, probes: await tryEach(session, accounts, {}, [late]) }
  },
})
