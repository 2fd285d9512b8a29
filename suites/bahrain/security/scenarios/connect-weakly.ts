import type { HostProbed } from '../../../../checks/handshakes.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { endpointIn } from '../../../baseline/endpoints.ts'
import { oldVersions, oneEach, shakeHandsWith } from '../../../baseline/handshakes.ts'
import { probe } from '../../../baseline/probe.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** What came of calls without a client certificate, and of old versions of TLS. */
export interface Weakly {
  readonly api: readonly Probe[]
  readonly hosts: readonly HostProbed[]
}

/** Asks for accounts without a client certificate, and offers versions of TLS that are over. */
export const connectWeakly = scenario({
  id: 'security/connect-weakly',
  title: 'connect without a client certificate, and with old versions of TLS',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<Weakly> {
    const good = await baseline(session, accounts)
    const purpose = 'accounts without a certificate'
    const token = endpointIn(await session.discovery(), 'token_endpoint')
    const urls = oneEach([good.request.url, ...(token === undefined ? [] : [token])])
    return {
      api: [await probe('accounts', () => session.call(accounts, { purpose, certificate: 'none' }))],
      hosts: await Promise.all(urls.map((url) => shakeHandsWith(session, url, oldVersions))),
    }
  },
})
