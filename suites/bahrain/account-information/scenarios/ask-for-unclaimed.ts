import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { probe } from '../../../baseline/probe.ts'
import { usableAccounts } from '../../ask.ts'
import { capabilities } from '../../capabilities.ts'
import { everything } from '../../needs.ts'
import { accounts, operation } from '../../operations.ts'

/** An operation that a bank need not have, and what came of a call of it. */
export interface Asked {
  /** The capability that a profile with it claims. */
  readonly claim: string
  readonly probe: Probe
}

const choices = Object.entries(capabilities).flatMap(([claim, { operations, api }]) =>
  operations.flatMap((id) => {
    const level = operation(id)?.level
    const reachable = api === 'account-information' && !id.includes('{StatementId}')
    return reachable && (level === 'conditional' || level === 'optional') ? [{ claim, id }] : []
  }),
)

/** Calls what a bank need not have. Those that the profile claims say nothing here. */
export const askForUnclaimed = scenario({
  id: 'account-information/ask-for-unclaimed',
  title: 'call what is a bank’s choice to have',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<readonly Asked[]> {
    const { ids } = await usableAccounts(session)
    const path = { AccountId: ids[0] }
    const asked: Asked[] = []
    for (const { claim, id } of choices)
      asked.push({ claim, probe: await probe(id, () => session.call(id, { purpose: 'whether it is there', path })) })
    return asked
  },
})
