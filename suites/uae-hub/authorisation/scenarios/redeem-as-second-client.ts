import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { authorization, par, token } from '../../operations.ts'
import { freshCode, gives, newest, redeemed } from '../codes.ts'

/** What the second client tries with what was given to the first. */
export const ofTheFirst = { code: 'code of another client', refreshToken: 'refresh token of another client' } as const

/**
 * The second client tries the code and the refresh token of the first. The first shows that they are good: the code
 * afterwards, or another one where such a try ends a code; the refresh token before.
 */
export const redeemAsSecondClient = scenario({
  id: 'authorisation/redeem-as-second-client',
  title: 'redeem what was given to another client',
  needs: ['accounts'],
  means: ['user-agent', 'second-client'],
  operations: [par, authorization, token],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<Probed> {
    const known = await session.clientToken({ as: 'second', purpose: 'the second client for itself' })
    if (known.response.status !== 200)
      throw new Inconclusive(`the second client gets no token for itself (status ${known.response.status})`)
    const purpose = ofTheFirst.code
    const code = await freshCode(session, 'code for the first client')
    const stolen = await probe(purpose, () => session.redeem(code, { purpose, as: 'second' }))
    const same = await session.redeem(code, { purpose: 'code, by its own client' })
    const own = gives('access_token', same)
      ? same
      : await redeemed(session, await freshCode(session, 'another code for the first client'))
    if (!gives('refresh_token', own)) return { baseline: own, probes: [stolen] }
    const name = ofTheFirst.refreshToken
    const refreshed = await probe(name, async () => {
      const good = await session.refresh(own, { purpose: 'refresh token, by its own client' })
      if (!gives('access_token', good))
        throw new Inconclusive(`its own client was answered with ${good.response.status}`)
      return session.refresh(newest(own, good), { purpose: name, as: 'second' })
    })
    return { baseline: own, probes: [stolen, refreshed] }
  },
})
