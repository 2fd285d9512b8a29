import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { probe } from '../../../baseline/probe.ts'
import { usableAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, balances } from '../../operations.ts'
import { type Tried, tryEach } from '../../tried.ts'

/** Balances of an account, and of one that nobody has. */
export const readUnknownAccount = scenario({
  id: 'errors/read-unknown-account',
  title: 'read the balances of an account that nobody has',
  needs: ['accounts', 'balances'],
  uses: everything,
  operations: [accounts, balances],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const { ids } = await usableAccounts(session)
    const good = await baseline(session, balances, { path: { AccountId: ids[0] } })
    const unknown = { of: 'BH-ERR-006', name: 'an unknown AccountId', path: { AccountId: crypto.randomUUID() } }
    return { baseline: good, probes: await tryEach(session, balances, {}, [unknown]) }
  },
})

/** A path beside that of the accounts, which nothing has. */
export const askForStrangePath = scenario({
  id: 'errors/ask-for-strange-path',
  title: 'ask for a path that the framework does not have',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const good = await baseline(session, accounts)
    // What answers there is no answer of the operation.
    const { operation: _, ...nowhere } = good
    const url = (good.request.url.split('?')[0] ?? '').replace(/[^/]+$/, 'no-such-resource')
    const name = 'an unknown path'
    const asked = await probe(name, () => session.follow(url, nowhere, { purpose: name }))
    return { baseline: good, probes: [{ of: 'BH-ERR-007', probe: asked }] }
  },
})
