import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type Probed, probe } from '../../ask.ts'
import { accounts, authorization, par, token } from '../../operations.ts'
import { freshCode, redeemed } from '../codes.ts'

/** Milliseconds between the two: a server that is spread over several machines has had its time. */
const between = 1000

/** A code that was redeemed and then shown once more, and what became of the first token. */
export interface UsedTwice extends Probed {
  readonly firstToken: Probe
}

/** Redeems a code, and the same code once more. */
export const redeemCodeTwice = scenario({
  id: 'authorisation/redeem-code-twice',
  title: 'redeem a code for a second time',
  needs: ['accounts'],
  means: ['user-agent'],
  operations: [par, authorization, token, accounts],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<UsedTwice> {
    const code = await freshCode(session, 'code to be used twice')
    const baseline = await redeemed(session, code)
    await session.wait(between)
    const again = await probe('code used twice', () => session.redeem(code, { purpose: 'code used twice' }))
    const purpose = 'first token after the second use'
    const firstToken = await probe(purpose, () => session.call(accounts, { purpose, bearer: baseline }))
    return { baseline, probes: [again], firstToken }
  },
})
