import { at, carried } from '../../../../checks/body.ts'
import { refused } from '../../../../checks/status.ts'
import { type Exchange, json } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { baseline, patienceOf, poll } from '../../ask.ts'
import { revocation } from '../../consent-request.ts'
import { ownAccounts } from '../../needs.ts'
import { accounts, consent, patchConsent } from '../../operations.ts'

/** Data before and after a revocation. */
export interface Revocation {
  readonly before: Exchange
  readonly patch: Exchange
  /** Reads of the consent; the last one shows `Revoked`. */
  readonly states: readonly Exchange[]
  /** Calls for data afterwards with the same token, until one was refused or patience ended. */
  readonly after: readonly Exchange[]
}

/** When a token ends, in milliseconds since the epoch, counted from before it was given. */
const endOf = (token: Exchange): number =>
  Date.parse(token.startedAt) + Number(at(json(token.response), 'expires_in') ?? Number.NaN) * 1000

const statusOf = (exchange: Exchange): unknown => at(carried(exchange)?.value, 'Data', 'Status')

/** Revokes a consent of its own, waits until it shows, and asks for data again. */
export const revokeConsent = scenario({
  id: 'consents/revoke-consent',
  title: 'revoke a consent and ask for data',
  needs: ['consents', 'accounts'],
  uses: ownAccounts,
  operations: [accounts, patchConsent, consent],
  effect: 'changes',
  async run(session): Promise<Revocation> {
    const { consentId, token } = await session.journey()
    const before = await baseline(session, accounts, { purpose: 'data before the revocation', token: 'first' })
    const path = { ConsentId: consentId }
    const patch = await baseline(session, patchConsent, {
      purpose: 'revoke the consent',
      token: 'client',
      path,
      body: { text: revocation(consentId).body, mediaType: 'application/json' },
    })
    const states = await poll(
      session,
      () => session.call(consent, { purpose: 'read the state', token: 'client', path }),
      (exchange) => statusOf(exchange) === 'Revoked',
    )
    if (statusOf(states[states.length - 1] ?? states[0]) !== 'Revoked')
      throw new Inconclusive(`the consent did not become Revoked within ${patienceOf(session)} seconds`)
    const after = await poll(
      session,
      () => session.call(accounts, { purpose: 'data after the revocation', token: 'first' }),
      refused,
    )
    // A refusal of a token that has ended says nothing about the consent.
    if (refused(after[after.length - 1] ?? after[0]) && !(session.now().getTime() < endOf(token)))
      throw new Inconclusive('the token ended before data was refused')
    return { before, patch, states, after }
  },
})
