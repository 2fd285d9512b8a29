import { at, carried } from '../../../../checks/body.ts'
import { succeeded } from '../../../../checks/status.ts'
import { type Exchange, json } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Push, type Session } from '../../../../engine/session.ts'
import { baseline, poll } from '../../ask.ts'
import { revocation } from '../../consent-request.ts'
import { accounts, authorization, consent, par, patchConsent, token } from '../../operations.ts'
import { freshConsent, redeemed } from '../codes.ts'

/** A refresh token before and after its consent was revoked. */
export interface Refreshes {
  readonly push: Push
  /** The answer to the code. */
  readonly first: Exchange
  readonly refreshed: Exchange
  /** Data for the new token. */
  readonly data: Exchange
  /** The consent, read beside. */
  readonly consent: Exchange
  /** After the revocation showed: a refresh, and data for what it gave. */
  readonly after: { readonly refreshed: Exchange; readonly data?: Exchange }
}

const statusOf = (exchange: Exchange): unknown => at(carried(exchange)?.value, 'Data', 'Status')

/** The answer with the refresh token that is good by now: a server may give a new one or let the client keep its own. */
const newest = (first: Exchange, refreshed: Exchange): Exchange =>
  typeof at(json(refreshed.response), 'refresh_token') === 'string' ? refreshed : first

const revoke = async (session: Session, consentId: string): Promise<void> => {
  const path = { ConsentId: consentId }
  const body = { text: revocation(consentId).body, mediaType: 'application/json' }
  await baseline(session, patchConsent, { purpose: 'revoke the consent', token: 'client', path, body })
  const states = await poll(
    session,
    () => session.call(consent, { purpose: 'read the state', token: 'client', path }),
    (exchange) => statusOf(exchange) === 'Revoked',
  )
  if (statusOf(states[states.length - 1] ?? states[0]) !== 'Revoked')
    throw new Inconclusive(`the consent did not become Revoked within ${session.limits.settle} seconds`)
}

/** Refreshes a token, revokes the consent, and tries once more. */
export const useRefreshToken = scenario({
  id: 'authorisation/use-refresh-token',
  title: 'refresh a token, before and after its consent is revoked',
  needs: ['accounts', 'consents'],
  means: ['user-agent'],
  operations: [par, authorization, token, accounts, consent, patchConsent],
  effect: 'changes',
  async run(session): Promise<Refreshes> {
    const { push, code } = await freshConsent(session, 'consent to refresh')
    const first = await redeemed(session, code)
    const refreshed = await session.refresh(first, { purpose: 'refresh the token' })
    const data = await session.call(accounts, { purpose: 'data for the refreshed token', bearer: refreshed })
    const path = { ConsentId: push.consentId }
    const read = await session.call(consent, { purpose: 'the consent beside', token: 'client', path })
    await revoke(session, push.consentId)
    const last = await session.refresh(newest(first, refreshed), { purpose: 'refresh after the revocation' })
    const opened = succeeded(last)
      ? await session.call(accounts, { purpose: 'data after the revocation', bearer: last })
      : undefined
    const after = { refreshed: last, ...(opened && { data: opened }) }
    return { push, first, refreshed, data, consent: read, after }
  },
})
