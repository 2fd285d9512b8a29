import { randomUUID } from 'node:crypto'
import { failed, unauthorised } from '../../../../checks/status.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, consent } from '../../operations.ts'

/** One token, shown with the certificate to which it was given and then with another one. */
export const callWithSecondCertificate = scenario({
  id: 'bank-data-sharing/call-with-second-certificate',
  title: 'use a token with the certificate of another client',
  needs: ['accounts'],
  means: ['second-client'],
  uses: everything,
  operations: [accounts, consent],
  effect: 'reads',
  async run(session): Promise<Probed> {
    // A certificate that is good for nothing would be refused whatever the binding: its own client has to get through.
    const own = await session.call(consent, {
      purpose: 'the second client with its own token',
      token: 'second',
      certificate: 'second',
      path: { ConsentId: randomUUID() },
    })
    if (unauthorised(own) || failed(own)) {
      throw new Inconclusive(
        `the second client is not let in with its own token (status ${own.response.status}): its certificate proves nothing`,
      )
    }
    const good = await baseline(session, accounts)
    const other = { purpose: 'certificate of another client', certificate: 'second' } as const
    return { baseline: good, probes: [await probe('second certificate', () => session.call(accounts, other))] }
  },
})
