import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** The list of accounts asked for in a media type that the contract does not have, after it came in one that it has. */
export const askForXml = scenario({
  id: 'bank-data-sharing/ask-for-xml',
  title: 'ask for accounts as XML',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Exchange> {
    await baseline(session, accounts)
    return session.call(accounts, { purpose: 'Accept: application/xml', headers: { accept: 'application/xml' } })
  },
})
