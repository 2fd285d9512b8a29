import { scenario } from '../../../../engine/scenario.ts'
import { baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** One token, shown with the certificate to which it was given and then with another one. */
export const callWithSecondCertificate = scenario({
  id: 'bank-data-sharing/call-with-second-certificate',
  title: 'use a token with the certificate of another client',
  needs: ['accounts'],
  means: ['second-certificate'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const good = await baseline(session, accounts)
    const other = { purpose: 'certificate of another client', certificate: 'second' } as const
    return { baseline: good, probes: [await probe('second certificate', () => session.call(accounts, other))] }
  },
})
