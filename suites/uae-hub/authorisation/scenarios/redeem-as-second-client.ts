import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { authorization, par, token } from '../../operations.ts'
import { freshCode } from '../codes.ts'

/** What the second client tries with what was given to the first. */
export const ofTheFirst = { code: 'code of another client', refreshToken: 'refresh token of another client' } as const

/**
 * The second client tries the code and the refresh token of the first, each of which works for the first afterwards. A
 * server that ends a code or a refresh token after such a try leaves nothing to compare with: the journey of another
 * scenario shows that good ones work.
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
    const own = await session.redeem(code, { purpose: 'code, by its own client' })
    if (own.response.status !== 200) return { baseline: known, probes: [stolen] }
    const name = ofTheFirst.refreshToken
    const refreshed = await probe(name, () => session.refresh(own, { purpose: name, as: 'second' }))
    return { baseline: own, probes: [stolen, refreshed] }
  },
})
