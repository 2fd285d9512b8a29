import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { probe } from '../../ask.ts'
import { leads } from '../../operations.ts'
import { sendLead, smallestLeads } from '../leads.ts'
import { leadData, leadExtras, namesOf } from '../person.ts'

/** Good leads, each with the data that was sent. */
export interface SentLeads {
  readonly smallest: Probe
  /** The smallest once more, word for word, which a bank may refuse. */
  readonly again: Probe
  /** With the whole name in one member. */
  readonly fullName: Probe
  /** Of a business, which a bank may have no product for. */
  readonly business: Probe
  /** With all that a lead may say; what is invented of it, a bank may know to be nobody's. */
  readonly whole: Probe
}

/** Sends leads with each way to name somebody, and with all that they may say. */
export const sendLeads = scenario({
  id: 'products/send-leads',
  title: 'send leads with each way to name somebody',
  needs: ['leads'],
  operations: [leads],
  effect: 'creates',
  async run(session): Promise<SentLeads> {
    const { samples } = session
    const { full, business } = namesOf(samples)
    const send = (name: string, change = {}): Promise<Probe> =>
      probe(name, () => sendLead(session, name, leadData(samples, change)))
    const [smallest, again] = await smallestLeads(session)
    return {
      smallest,
      again,
      fullName: await send('a lead with FullName', { Name: full }),
      business: await send('a lead with BusinessName', { Name: business }),
      whole: await send('a lead with every member', leadExtras(samples)),
    }
  },
})
