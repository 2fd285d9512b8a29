import { consentStatusIn } from '../../../../checks/grants.ts'
import { refused } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Push, type Session } from '../../../../engine/session.ts'
import { baseline, poll } from '../../ask.ts'
import { revocation } from '../../consent-request.ts'
import { readUntil, stateOf } from '../../consents/consent.ts'
import { accounts, authorization, consent, par, patchConsent, token } from '../../operations.ts'
import { freshConsent, gives, newest, redeemed } from '../codes.ts'

/** A refresh token before and after its consent was revoked. Absent is what could not be asked any more. */
export interface Refreshes {
  readonly push: Push
  /** The answer to the code. */
  readonly first: Exchange
  /** None where the code gave no refresh token, as it may. */
  readonly refreshed?: Exchange
  /** Data for the new token. */
  readonly data?: Exchange
  /** The consent, read beside until it showed the state that the new token tells. */
  readonly consent?: Exchange
  /** After the revocation showed: a refresh, and data for what it gave, asked for until it was refused. */
  readonly after?: { readonly refreshed: Exchange; readonly data?: Exchange }
}

const revoke = async (session: Session, consentId: string): Promise<void> => {
  const path = { ConsentId: consentId }
  const body = { text: revocation(consentId).body, mediaType: 'application/json' }
  await baseline(session, patchConsent, { purpose: 'revoke the consent', token: 'client', path, body })
  const read = await readUntil(session, consentId, 'read the state', (one) => stateOf(one) === 'Revoked')
  if (stateOf(read) !== 'Revoked')
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
    if (!gives('refresh_token', first)) return { push, first }
    const refreshed = await session.refresh(first, { purpose: 'refresh the token' })
    if (!gives('access_token', refreshed)) return { push, first, refreshed }
    const data = await session.call(accounts, { purpose: 'data for the refreshed token', bearer: refreshed })
    const told = consentStatusIn(refreshed)
    const isTold = (one: Exchange): boolean => told === undefined || stateOf(one) === told
    const read = await readUntil(session, push.consentId, 'the consent beside', isTold)
    await revoke(session, push.consentId)
    const last = await session.refresh(newest(first, refreshed), { purpose: 'refresh after the revocation' })
    const ask = () => session.call(accounts, { purpose: 'data after the revocation', bearer: last })
    const opened = gives('access_token', last) ? (await poll(session, ask, refused)).at(-1) : undefined
    const after = { refreshed: last, ...(opened && { data: opened }) }
    return { push, first, refreshed, data, consent: read, after }
  },
})
