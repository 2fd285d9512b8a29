import { at } from '../../../../checks/body.ts'
import { json } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { baseline, type Probed, probe } from '../../ask.ts'
import { ownAccounts } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** Longest life of a token, in seconds, that a run waits out. */
const longest = 15 * 60

/** The first token of a consent of its own, while it is good and after its end. */
export const useExpiredToken = scenario({
  id: 'bank-data-sharing/use-expired-token',
  title: 'use a token after its end',
  needs: ['accounts'],
  uses: ownAccounts,
  operations: [accounts],
  effect: 'reads',
  slow: true,
  async run(session): Promise<Probed> {
    const { token } = await session.journey()
    const life = at(json(token.response), 'expires_in')
    if (typeof life !== 'number' || life <= 0) throw new Inconclusive('the token answer gives no expires_in')
    if (life > longest) throw new Inconclusive(`the token lives ${life} seconds, over 15 minutes`)
    const good = await baseline(session, accounts, { purpose: 'token in time', token: 'first' })
    const given = Date.parse(token.startedAt) + token.durationMs
    const end = given + (life + session.limits.clockTolerance) * 1000
    await session.wait(Math.max(0, end - session.now().getTime()))
    const late = { purpose: 'token after its end', token: 'first' } as const
    return { baseline: good, probes: [await probe('expired token', () => session.call(accounts, late))] }
  },
})
