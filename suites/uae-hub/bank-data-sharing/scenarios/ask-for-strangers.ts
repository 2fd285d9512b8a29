import { randomUUID } from 'node:crypto'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { activeAccounts, baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts } from '../../operations.ts'
import { insist } from '../insist.ts'

/** An account by its id, and by one that nobody has. */
export const readStrangeAccount = scenario({
  id: 'bank-data-sharing/read-strange-account',
  title: 'read an account that nobody has',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts, account],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const { ids } = await activeAccounts(session)
    const good = await baseline(session, account, { path: { AccountId: ids[0] } })
    const path = { AccountId: randomUUID() }
    const name = 'unknown AccountId'
    return {
      baseline: good,
      probes: [await probe(name, () => insist(session, account, { purpose: name, path }))],
    }
  },
})

/** Addresses beside that of an answer: another resource, another version. */
const besides = (exchange: Exchange): readonly (readonly [name: string, url: string])[] => {
  const url = exchange.request.url.split('?')[0] ?? ''
  const version = url.replace(/\/v\d+(\.\d+)?\//, '/v9.9/')
  return [
    ['unknown path', url.replace(/[^/]+$/, 'no-such-resource')],
    ...(version === url ? [] : [['unknown version', version] as const]),
  ]
}

/** Addresses that no contract has, after one that it has. */
export const askForStrangePaths = scenario({
  id: 'bank-data-sharing/ask-for-strange-paths',
  title: 'ask for addresses that no contract has',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const good = await baseline(session, accounts)
    // What answers there is no answer of the operation.
    const { operation: _, ...nowhere } = good
    const probes: Probe[] = []
    for (const [name, url] of besides(good)) {
      probes.push(await probe(name, () => session.follow(url, nowhere, { purpose: name })))
    }
    return { baseline: good, probes }
  },
})
