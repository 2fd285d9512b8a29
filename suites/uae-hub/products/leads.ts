import { succeeded } from '../../../checks/status.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import type { Probe } from '../../../engine/rule.ts'
import { type CallOptions, Inconclusive, type Session } from '../../../engine/session.ts'
import { probe } from '../ask.ts'
import { leads } from '../operations.ts'
import { customer } from './ask.ts'
import { leadData } from './person.ts'

/** The body of a lead as it is sent. */
export const leadBody = (Data: unknown, mediaType = 'application/json') => ({
  text: JSON.stringify({ Data }),
  mediaType,
})

/** Sends a lead; `options` change the call, the body included. */
export const sendLead = (
  session: Session,
  purpose: string,
  data: unknown,
  { headers, ...options }: CallOptions = {},
): Promise<Exchange> =>
  session.call(leads, { body: leadBody(data), ...options, purpose, headers: { ...customer, ...headers } })

/** The smallest lead and the same once more, word for word, sent once in a run, whatever the answers. */
export const smallestLeads = (session: Session): Promise<readonly [first: Probe, second: Probe]> =>
  session.once('the smallest lead', async () => {
    const data = leadData(session.samples)
    const send = (name: string): Promise<Probe> => probe(name, () => sendLead(session, name, data))
    return [await send('the smallest lead'), await send('the smallest lead, again')] as const
  })

const opened = (one: Probe, why: (status: number) => string): Exchange => {
  if ('inconclusive' in one) throw new Inconclusive(`${one.name}: ${one.inconclusive}`)
  if (succeeded(one.exchange)) return one.exchange
  throw new Inconclusive(
    `${one.name} was answered with ${one.exchange.response.status}${why(one.exchange.response.status)}`,
  )
}

const nobody = (status: number): string =>
  [404, 405].includes(status)
    ? ': resources.product may lead elsewhere'
    : " although nothing was wrong with it; samples.leadEmiratesId and its like name a person of the bank's own"
const twice = (): string => ': what is refused about a person who has a lead already may be refused for that'

/**
 * A lead that was opened. Throws `Inconclusive` when it was refused, or when a second one about the same person was: then
 * whatever is refused may be refused for that.
 */
export const goodLead = async (session: Session): Promise<Exchange> => {
  const [first, second] = await smallestLeads(session)
  const lead = opened(first, nobody)
  opened(second, twice)
  return lead
}
