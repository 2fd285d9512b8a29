import { scenario } from '../../../../engine/scenario.ts'
import type { Probed } from '../../ask.ts'
import { applicationOf, goodAudit } from '../applicant.ts'
import { demandOpened, opening, openTwice } from '../opening.ts'
import { openAccount } from '../operations.ts'
import { unfitRequests } from '../unfit-requests.ts'
import { askEach } from './spoil-signature.ts'

/** Asks for an account in requests that are signed well and break the contract of version 2.1, after one that keeps it. */
export const sendUnfitRequests = scenario({
  id: 'account-opening/send-unfit-requests',
  title: 'ask for an account in requests that break the contract',
  needs: ['account-opening'],
  operations: [openAccount],
  variants: ['v2.1'],
  effect: 'creates',
  async run(session): Promise<Probed> {
    await openTwice(session)
    const data = { ...applicationOf(session.samples), DataSharingAudit: [goodAudit] }
    const purpose = 'a good request with an audit'
    const baseline = demandOpened(await session.call(openAccount, { ...opening({ Data: data }), purpose }))
    const rows = unfitRequests.map(({ name, spoil }) => {
      const { message, signed } = spoil(data)
      return { name, message, options: signed === undefined ? {} : { signed } }
    })
    return { baseline, probes: await askEach(session, rows) }
  },
})
