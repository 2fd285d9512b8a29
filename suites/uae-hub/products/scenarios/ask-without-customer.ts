import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { CallOptions } from '../../../../engine/session.ts'
import { type Probed, probe } from '../../ask.ts'
import { leads, products } from '../../operations.ts'
import { askProducts, customer, goodProducts } from '../ask.ts'
import { goodLead, sendLead } from '../leads.ts'
import { leadData } from '../person.ts'

/** The probes of a call of which only what is said of the customer differs. */
export interface WithoutCustomer extends Probed {
  /** What is observed alone: an address that is none. */
  readonly odd: readonly Probe[]
}

const [address] = Object.keys(customer) as [keyof typeof customer]
const none = `no ${address}`
const notOne = `${address}: 999.1.1.1`

const vary = async (
  baseline: Exchange,
  ask: (purpose: string, options: CallOptions) => Promise<Exchange>,
): Promise<WithoutCustomer> => ({
  baseline,
  probes: [await probe(none, () => ask(none, { headers: { [address]: undefined } }))],
  odd: [await probe(notOne, () => ask(notOne, { headers: { [address]: '999.1.1.1' } }))],
})

/** Asks for products without the address of a customer. */
export const readWithoutCustomer = scenario({
  id: 'products/read-without-customer',
  title: 'read products without the address of a customer',
  needs: ['products'],
  operations: [products],
  effect: 'reads',
  run: async (session): Promise<WithoutCustomer> =>
    vary(await goodProducts(session), (purpose, options) => askProducts(session, purpose, options)),
})

/** Sends a lead without the address of a customer. */
export const sendWithoutCustomer = scenario({
  id: 'products/send-without-customer',
  title: 'send a lead without the address of a customer',
  needs: ['leads'],
  operations: [leads],
  effect: 'creates',
  run: async (session): Promise<WithoutCustomer> =>
    vary(await goodLead(session), (purpose, options) => sendLead(session, purpose, leadData(session.samples), options)),
})
