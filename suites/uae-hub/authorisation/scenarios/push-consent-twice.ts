import type { Untouched } from '../../../../checks/consent-reads.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Push, type Session } from '../../../../engine/session.ts'
import { baseline } from '../../ask.ts'
import { firstRead, readUntil, stateOf } from '../../consents/consent.ts'
import { accounts, authorization, consent, par, token } from '../../operations.ts'
import { consent as members } from '../pushes/row.ts'

/** A consent that a user gave, and a second push that uses its id. */
export interface PushedTwice extends Untouched {
  readonly second: Push
}

const give = async (session: Session) => {
  const push = await session.push({ purpose: 'push a consent' })
  if (push.requestUri === undefined) throw new Inconclusive(`a good push was answered with ${push.par.response.status}`)
  const authorisation = await session.authorise(push, 'let the user consent')
  if (authorisation.outcome !== 'code') throw new Inconclusive('the consent of the user did not come')
  const tokens = await session.redeem(authorisation, { purpose: 'redeem the code' })
  return { consentId: push.consentId, tokens }
}

/** Pushes the id of an authorised consent again, with other content, and reads the consent before and after. */
export const pushConsentTwice = scenario({
  id: 'authorisation/push-consent-twice',
  title: 'push the ConsentId of an authorised consent again',
  needs: ['consents', 'accounts'],
  means: ['user-agent'],
  operations: [par, authorization, token, consent, accounts],
  effect: 'changes',
  async run(session): Promise<PushedTwice> {
    const { consentId, tokens } = await give(session)
    const isAuthorised = (read: Exchange): boolean => stateOf(read) === 'Authorized'
    const before = await firstRead(session, consentId, isAuthorised)
    if (!isAuthorised(before))
      throw new Inconclusive(`the consent did not become Authorized within ${session.limits.settle} seconds`)
    const dataBefore = await baseline(session, accounts, { purpose: 'data before', bearer: tokens })
    const other = { ConsentId: consentId, Permissions: ['ReadAccountsBasic', 'ReadBalances'] }
    const second = await session.push({ purpose: 'push its id again', ...members(other) })
    return {
      before,
      dataBefore,
      second,
      after: await readUntil(session, consentId, 'read the consent again', isAuthorised),
      dataAfter: await session.call(accounts, { purpose: 'data after', bearer: tokens }),
    }
  },
})
