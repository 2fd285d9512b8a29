import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { Session } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { insist } from '../../bank-data-sharing/insist.ts'
import { goodMessage, opening, openTwice } from '../opening.ts'
import { openAccount } from '../operations.ts'
import { spoiledSignatures } from '../spoiled-signatures.ts'

/** Sends requests that differ from a good one in one thing each. */
export const askEach = async (
  session: Session,
  rows: readonly {
    readonly name: string
    readonly options: Parameters<typeof opening>[1]
    readonly message: unknown
  }[],
): Promise<readonly Probe[]> => {
  const probes: Probe[] = []
  for (const { name, message, options } of rows) {
    const ask = (): Promise<Exchange> => insist(session, openAccount, { ...opening(message, options), purpose: name })
    probes.push(await probe(name, ask))
  }
  return probes
}

/** Asks for an account in requests whose signature is not good, after two whose signature is. */
export const spoilSignature = scenario({
  id: 'account-opening/spoil-signature',
  title: 'ask for an account in requests that are not signed well',
  needs: ['account-opening'],
  operations: [openAccount],
  effect: 'creates',
  async run(session): Promise<Probed> {
    const baseline = await openTwice(session)
    const message = goodMessage(session)
    const rows = spoiledSignatures.map(({ name, spoil }) => ({ name, message, options: spoil(message) }))
    return { baseline, probes: await askEach(session, rows) }
  },
})
