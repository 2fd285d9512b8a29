import { refused } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { Session } from '../../../../engine/session.ts'
import { poll } from '../../../baseline/ask.ts'
import { probe } from '../../../baseline/probe.ts'
import { readUntil } from '../../ask.ts'
import { ownAccounts } from '../../needs.ts'
import { accounts, consent, patchConsent } from '../../operations.ts'
import { endOfToken } from '../token-end.ts'

/** What became of data once a consent was over. */
export interface Ended {
  /** Data before the end. */
  readonly data: Exchange
  /** Calls for data afterwards with the same token, until one was refused or patience ended. */
  readonly after: readonly Exchange[]
  /** The token itself had ended: its refusal says nothing about the consent. */
  readonly tokenEnded: boolean
}

/** A consent from a user's yes to its revocation and beyond. */
export interface Revoked extends Ended {
  readonly before: Exchange
  /** Patches that are none, and the consent after them. */
  readonly wrong: readonly Probe[]
  readonly unchanged: Exchange
  readonly patch: Exchange
  readonly state: Exchange
  /** A second revocation, and the consent after it. */
  readonly again: Probe
  readonly last: Exchange
}

const wrongPatches: readonly (readonly [name: string, body: unknown])[] = [
  ['Status Authorised', { Data: { Status: 'Authorised' } }],
  ['Status Rejected', { Data: { Status: 'Rejected' } }],
  ['no Status', { Data: {} }],
]

const data = (session: Session, purpose: string) => session.call(accounts, { purpose, token: 'first' })

/** Asks for data after the end of a consent until it is refused, or patience ends. */
export const askAfterEnd = async (session: Session, before: Exchange): Promise<Ended> => {
  const { token } = await session.journey()
  const after = await poll(session, () => data(session, 'data after the end of the consent'), refused)
  const last = after.at(-1)
  const tokenEnded = last !== undefined && refused(last) && !(session.now().getTime() < endOfToken(token))
  return { data: before, after, tokenEnded }
}

/** Asks for data while the consent stands. */
export const askBeforeEnd = (session: Session): Promise<Exchange> => data(session, 'data before the end of the consent')

/** Patches a consent of its own wrongly, revokes it, asks for data, and revokes it again. */
export const revokeConsent = scenario({
  id: 'consents/revoke-consent',
  title: 'patch a consent wrongly, revoke it, ask for data, and revoke it again',
  needs: ['consents', 'accounts'],
  variants: ['bh-1.0.0', 'obie-inherited'],
  uses: ownAccounts,
  operations: [accounts, patchConsent, consent],
  effect: 'changes',
  async run(session): Promise<Revoked> {
    const ConsentId = await session.consentId()
    const patch = (purpose: string, body: unknown): Promise<Exchange> =>
      session.call(patchConsent, {
        purpose,
        token: 'client',
        path: { ConsentId },
        body: { text: JSON.stringify(body), mediaType: 'application/json' },
      })
    const before = await readUntil(session, ConsentId, 'read the consent', 'Authorised')
    const given = await askBeforeEnd(session)
    const wrong: Probe[] = []
    for (const [name, body] of wrongPatches) wrong.push(await probe(name, () => patch(`patch with ${name}`, body)))
    const unchanged = await readUntil(session, ConsentId, 'read it after wrong patches', 'Authorised')
    const revoking = { Data: { Status: 'Revoked' } }
    const patched = await patch('revoke the consent', revoking)
    const state = await readUntil(session, ConsentId, 'read the revoked consent', 'Revoked')
    const ended = await askAfterEnd(session, given)
    const again = await probe('second revocation', () => patch('revoke the consent again', revoking))
    const last = await readUntil(session, ConsentId, 'read it once more', 'Revoked')
    return { before, wrong, unchanged, patch: patched, state, ...ended, again, last }
  },
})
