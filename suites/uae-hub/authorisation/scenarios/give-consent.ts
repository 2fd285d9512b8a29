import type { Arrival } from '../../../../checks/callback.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { everything } from '../../needs.ts'
import { authorization, par, token } from '../../operations.ts'

/** A user's consent, from the push to the token. */
export const giveConsent = scenario({
  id: 'authorisation/give-consent',
  title: 'let the user consent, and redeem the code',
  needs: ['accounts'],
  means: ['user-journey'],
  uses: everything,
  operations: [par, authorization, token],
  effect: 'reads',
  async run(session): Promise<Arrival> {
    return { journey: await session.journey(), discovery: await session.discovery() }
  },
})
