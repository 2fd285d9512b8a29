import type { Probe } from '../../../../engine/rule.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { activeAccounts, baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts } from '../../operations.ts'

/** What stands in the path for an AccountId and is none, before it is percent-encoded. */
const odd: Readonly<Record<string, (id: string) => string>> = {
  'an AccountId of 41 characters': () => '9'.repeat(41),
  // Where a gateway decodes it, it leads nowhere, either.
  'an AccountId with an encoded slash': (id) => `${id}/no-such-resource`,
  'an AccountId with a quote and a condition': () => `' OR '1'='1`,
}

/** An account by its id, and by some that are no ids. One that fails is asked for once more: it may have been the moment. */
export const readOddIds: Scenario<Probed> = scenario({
  id: 'bank-data-sharing/read-odd-ids',
  title: 'read accounts by ids that are none',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts, account],
  effect: 'reads',
  notInProduction: true,
  async run(session) {
    const { ids } = await activeAccounts(session)
    const good = await baseline(session, account, { path: { AccountId: ids[0] } })
    const probes: Probe[] = []
    for (const [name, idOf] of Object.entries(odd)) {
      const ask = (purpose: string) =>
        probe(name, () => session.call(account, { purpose, path: { AccountId: idOf(ids[0]) } }))
      const first = await ask(name)
      const failed = 'exchange' in first && first.exchange.response.status === 500
      probes.push(failed ? await ask(`${name}, once more`) : first)
    }
    return { baseline: good, probes }
  },
})
