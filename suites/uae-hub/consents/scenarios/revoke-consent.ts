import { at } from '../../../../checks/body.ts'
import { refused, succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { poll, probe } from '../../ask.ts'
import { ownAccounts } from '../../needs.ts'
import { accounts, consent, patchConsent } from '../../operations.ts'
import { dataOf, endOf, firstRead, type Life, patch, readUntil, stateOf } from '../consent.ts'

/** A revocation, and the consent as it showed afterwards. */
export interface Revocation {
  /** The `RevokedBy` that was sent. */
  readonly by: string
  readonly patch: Exchange
  readonly state: Exchange
}

/** A consent from the user's yes to its revocation and beyond. */
export interface Revoked extends Life {
  /** Patches that change nothing, with the consent before and after them. */
  readonly wrong: readonly Probe[]
  readonly before: Exchange
  readonly unchanged: Exchange
  /** Data before the revocation. */
  readonly data: Exchange
  readonly revocation: Revocation
  /** Calls for data afterwards with the same token, until one was refused or patience ended. */
  readonly after: readonly Exchange[]
  /** The token ended before data was refused: its refusal says nothing about the consent. */
  readonly tokenEnded: boolean
  /** A second revocation, and the consent after it. */
  readonly again: Probe
  readonly last: Exchange
}

/** Patches that the contract does not have; none of them, taken in part, would end the consent. */
const wrongPatches: readonly (readonly [name: string, body: unknown])[] = [
  ['Status Authorized', { Data: { Status: 'Authorized' } }],
  ['Status Expired', { Data: { Status: 'Expired' } }],
  ['ExpirationDateTime', { Data: { ExpirationDateTime: '2027-01-01T00:00:00Z' } }],
  ['Permissions', { Data: { Permissions: ['ReadAccountsBasic', 'ReadBalances'] } }],
  ['a member beside Data', { Permissions: ['ReadAccountsBasic', 'ReadBalances'] }],
]

/** Members of a consent that the wrong patches are about. */
export const patchedMembers = ['Status', 'ExpirationDateTime', 'Permissions'] as const

const unchangedSince =
  (before: Exchange, members: readonly string[]) =>
  (read: Exchange): boolean =>
    members.every((name) => JSON.stringify(at(dataOf(read), name)) === JSON.stringify(at(dataOf(before), name)))

/** Patches a consent of its own wrongly, revokes it, waits until it shows, asks for data, and revokes it again. */
export const revokeConsent = scenario({
  id: 'consents/revoke-consent',
  title: 'patch a consent wrongly, revoke it, ask for data, and revoke it again',
  needs: ['consents', 'accounts'],
  uses: ownAccounts,
  operations: [accounts, patchConsent, consent],
  effect: 'changes',
  async run(session): Promise<Revoked> {
    const { push, consentId, token } = await session.journey()
    const before = await firstRead(session, consentId, (read) => stateOf(read) === 'Authorized')
    const wrong: Probe[] = []
    for (const [name, body] of wrongPatches)
      wrong.push(await probe(name, () => patch(session, consentId, `patch of ${name}`, body)))
    const unchanged = await readUntil(
      session,
      consentId,
      'read the consent after wrong patches',
      unchangedSince(before, patchedMembers),
    )
    const data = await session.call(accounts, { purpose: 'data before the revocation', token: 'first' })

    const by = 'TPP'
    const revoking = await patch(session, consentId, 'revoke the consent', {
      Data: { Status: 'Revoked', RevokedBy: by },
    })
    const state = await readUntil(session, consentId, 'read the state', (read) => stateOf(read) === 'Revoked')
    const ask = () => session.call(accounts, { purpose: 'data after the revocation', token: 'first' })
    const after = stateOf(state) === 'Revoked' && succeeded(data) ? await poll(session, ask, refused) : []
    const last = after.at(-1)
    const tokenEnded = last !== undefined && refused(last) && !(session.now().getTime() < endOf(token))

    const again = await probe('second revocation', () =>
      patch(session, consentId, 'revoke the consent again', {
        Data: { Status: 'Revoked', RevokedBy: 'TPP.InitiatedByUser' },
      }),
    )
    const end = await readUntil(
      session,
      consentId,
      'read the consent once more',
      unchangedSince(state, ['Status', 'RevokedBy']),
    )
    const revocation = { by, patch: revoking, state }
    const reads = [before, unchanged, state, end]
    return { push, before, wrong, unchanged, data, revocation, after, tokenEnded, again, last: end, reads }
  },
})
