import type { ReadBothWays } from '../../../../checks/signed-body.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** The list of accounts as JSON, signed, and as JSON once more. */
export const readSignedAccounts = scenario({
  id: 'bank-data-sharing/read-signed-accounts',
  title: 'read the list of accounts, plain and signed',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<ReadBothWays> {
    const plain = await baseline(session, accounts)
    const signed = await session.call(accounts, { purpose: 'signed', headers: { accept: 'application/jwt' } })
    return { plain, signed, again: await baseline(session, accounts) }
  },
})
