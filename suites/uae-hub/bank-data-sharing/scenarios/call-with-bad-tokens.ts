import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

const bad = [
  ['unknown token', 'unknown'],
  ['tampered token', 'tampered'],
  ['scheme Basic', 'basic'],
] as const

/** The list of accounts with a good token, and with tokens that are not good. */
export const callWithBadTokens = scenario({
  id: 'bank-data-sharing/call-with-bad-tokens',
  title: 'ask for accounts with tokens that are not good',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const good = await baseline(session, accounts)
    const probes: Probe[] = []
    for (const [name, token] of bad) {
      probes.push(await probe(name, () => session.call(accounts, { purpose: name, token })))
    }
    return { baseline: good, probes }
  },
})
