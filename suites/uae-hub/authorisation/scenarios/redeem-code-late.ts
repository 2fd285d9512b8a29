import { scenario } from '../../../../engine/scenario.ts'
import { type Probed, probe } from '../../ask.ts'
import { authorization, par, token } from '../../operations.ts'
import { freshCode, redeemed } from '../codes.ts'

/** A code that is shown for the first time long after it was given, beside one that was redeemed at once. */
export const redeemCodeLate = scenario({
  id: 'authorisation/redeem-code-late',
  title: 'redeem a code long after it was given',
  needs: ['accounts'],
  means: ['user-agent'],
  operations: [par, authorization, token],
  effect: 'reads',
  slow: true,
  notInProduction: true,
  async run(session): Promise<Probed> {
    const baseline = await redeemed(session, await freshCode(session, 'code to be used at once'))
    const code = await freshCode(session, 'code to be kept')
    await session.wait(session.limits.codeLife * 1000)
    const late = await probe('code after its end', () => session.redeem(code, { purpose: 'code after its end' }))
    return { baseline, probes: [late] }
  },
})
