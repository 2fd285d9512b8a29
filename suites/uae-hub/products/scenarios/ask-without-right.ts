import { scenario } from '../../../../engine/scenario.ts'
import { type Probed, probe } from '../../ask.ts'
import { leads, products } from '../../operations.ts'
import { askProducts, goodProducts, tokenOfAnotherScope } from '../ask.ts'
import { goodLead, sendLead } from '../leads.ts'
import { leadData } from '../person.ts'

/** Asks for products without a token, and with one of another API. */
export const readWithoutRight = scenario({
  id: 'products/read-without-right',
  title: 'read products without a token and with a token of another API',
  needs: ['products'],
  operations: [products],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const baseline = await goodProducts(session)
    const none = await probe('no token', () => askProducts(session, 'no token', { token: 'none' }))
    const other = await probe('token of another scope', async () =>
      askProducts(session, 'token of another scope', { bearer: await tokenOfAnotherScope(session, 'products') }),
    )
    return { baseline, probes: [none, other] }
  },
})

/** Sends a lead without a token, and with one of another API. */
export const sendWithoutRight = scenario({
  id: 'products/send-without-right',
  title: 'send a lead without a token and with a token of another API',
  needs: ['leads'],
  operations: [leads],
  effect: 'creates',
  async run(session): Promise<Probed> {
    const baseline = await goodLead(session)
    const data = leadData(session.samples)
    const none = await probe('no token', () => sendLead(session, 'no token', data, { token: 'none' }))
    const other = await probe('token of another scope', async () =>
      sendLead(session, 'token of another scope', data, { bearer: await tokenOfAnotherScope(session, 'products') }),
    )
    return { baseline, probes: [none, other] }
  },
})
