import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { everything } from '../../needs.ts'
import { consentsOfBase } from '../../operations.ts'

/** Look-ups of consents by the one that they renew. */
export interface LookUps {
  /** By the id of a consent that exists. */
  readonly known: Exchange
  /** By an id that nobody has. */
  readonly unknown: Exchange
  /** Without the parameter. */
  readonly without: Exchange
}

/** Consents by their base: of one that exists, of one that does not, and of none. */
export const lookUpByBase = scenario({
  id: 'consents/look-up-by-base',
  title: 'look consents up by the one that they renew',
  needs: ['consents'],
  uses: everything,
  operations: [consentsOfBase],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<LookUps> {
    const ask = (purpose: string, query: Readonly<Record<string, string>>): Promise<Exchange> =>
      session.call(consentsOfBase, { purpose, token: 'client', query })
    return {
      known: await ask('consents of a base', { baseConsentId: await session.consentId() }),
      unknown: await ask('consents of an unknown base', { baseConsentId: crypto.randomUUID() }),
      without: await ask('consents without a base', {}),
    }
  },
})
