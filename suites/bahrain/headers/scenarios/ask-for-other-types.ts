import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'
import { type Attempt, type Tried, tryEach } from '../../tried.ts'

const as = (of: string, accept: string): Attempt => ({ of, name: `Accept: ${accept}`, headers: { accept } })

/** The list of accounts in media types that it does not have, and as a JWE, which it may have. */
export const askForOtherTypes = scenario({
  id: 'headers/ask-for-other-types',
  title: 'ask for accounts as XML, as HTML and encrypted',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const good = await baseline(session, accounts)
    const attempts = [
      as('BH-NEG-001', 'application/xml'),
      as('BH-NEG-001', 'text/html'),
      as('BH-NEG-003', 'application/jose+jwe'),
    ]
    return { baseline: good, probes: await tryEach(session, accounts, {}, attempts) }
  },
})
