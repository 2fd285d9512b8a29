import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { probe } from '../../ask.ts'
import { withWebhook } from '../../needs.ts'
import { patchConsent } from '../../operations.ts'
import { insist } from '../insist.ts'

/** A patch that was taken, and others that differ from it in their body alone. */
export interface BadPatches {
  readonly baseline: Exchange
  readonly text: Probe
  readonly broken: Probe
  readonly unfit: readonly Probe[]
}

const good = { Subscription: { Webhook: { IsActive: false } } }
const json = 'application/json'

/** Bodies that break the schema of a patch in one thing, and would do no harm if they were taken. */
const unfit: readonly (readonly [name: string, body: unknown])[] = [
  ['IsActive as a text', { Subscription: { Webhook: { IsActive: 'no' } } }],
  ['Subscription as a list', { Subscription: [] }],
  ['a member that the contract forbids', { ...good, Foo: 1 }],
]

/** Switches off the events of a consent of its own, and says the same in ways that the contract does not have. */
export const patchBadly = scenario({
  id: 'bank-data-sharing/patch-badly',
  title: 'patch a consent with bodies that are none',
  needs: ['consents'],
  uses: withWebhook,
  operations: [patchConsent],
  effect: 'changes',
  async run(session): Promise<BadPatches> {
    const ConsentId = await session.consentId()
    const patch = (purpose: string, text: string, mediaType = json): Promise<Exchange> =>
      insist(session, patchConsent, { purpose, token: 'client', path: { ConsentId }, body: { text, mediaType } })
    const ask = (name: string, text: string, mediaType?: string): Promise<Probe> =>
      probe(name, () => patch(name, text, mediaType))
    const baseline = await patch('switch off the events', JSON.stringify(good))
    if (!succeeded(baseline))
      throw new Inconclusive(`a good patch of the consent was answered with ${baseline.response.status}`)
    const bodies: Probe[] = []
    for (const [name, body] of unfit) bodies.push(await ask(name, JSON.stringify(body)))
    return {
      baseline,
      text: await ask('text/plain', JSON.stringify(good), 'text/plain'),
      broken: await ask('a body that ends too early', '{'),
      unfit: bodies,
    }
  },
})
