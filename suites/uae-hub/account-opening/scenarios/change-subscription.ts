import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type CallOptions, Inconclusive } from '../../../../engine/session.ts'
import { poll, probe } from '../../ask.ts'
import { insist } from '../../bank-data-sharing/insist.ts'
import { webhook } from '../applicant.ts'
import { demandId, goodMessage, opening } from '../opening.ts'
import { openAccount, openingStatus, patchOpening } from '../operations.ts'

/** A subscription that was switched off, and attempts to do so in other words. */
export interface Resubscribed {
  readonly patch: Exchange
  /** Bodies that the contract does not have. */
  readonly unfit: readonly Probe[]
  /** The good body, signed. */
  readonly signed: Probe
  /** Either answer is good. */
  readonly plainUrl: Probe
}

const off = { Data: { Webhook: { Url: webhook, IsActive: false } } }

const json = (body: unknown): CallOptions => ({ body: { text: JSON.stringify(body), mediaType: 'application/json' } })

/** Bodies that break the contract in one thing; none would do harm if it were taken. */
const unfitBodies: readonly (readonly [name: string, body: unknown])[] = [
  ['Subscription in place of Data', { Subscription: off.Data }],
  ['no IsActive', { Data: { Webhook: { Url: webhook } } }],
]

/** Asks for an account with events, switches them off, and says the same in ways that the contract does not have. */
export const changeSubscription = scenario({
  id: 'account-opening/change-subscription',
  title: 'switch off the events of an account that is being opened',
  needs: ['account-opening'],
  operations: [openAccount, openingStatus, patchOpening],
  variants: ['v2.1'],
  effect: 'creates',
  async run(session): Promise<Resubscribed> {
    const Subscription = { Webhook: { Url: webhook, IsActive: true } }
    const message = { ...goodMessage(session), Subscription }
    const request = { ...opening(message), purpose: 'a good request with events' }
    const path = { AccountId: demandId(await session.call(openAccount, request)) }
    const known = await poll(
      session,
      () => session.call(openingStatus, { purpose: 'read the status', token: 'client', path }),
      succeeded,
    )
    if (!known.some(succeeded)) throw new Inconclusive('the status of the account was not to be had')
    const call = (name: string, differs: CallOptions): Promise<Exchange> =>
      insist(session, patchOpening, { token: 'client', path, ...differs, purpose: name })
    const ask = (name: string, differs: CallOptions): Promise<Probe> => probe(name, () => call(name, differs))
    const patch = await call('switch off the events', json(off))
    const unfit: Probe[] = []
    for (const [name, body] of unfitBodies) unfit.push(await ask(name, json(body)))
    const plain = { Data: { Webhook: { ...off.Data.Webhook, Url: webhook.replace('https:', 'http:') } } }
    return {
      patch,
      unfit,
      signed: await ask('a JWT', { signed: { message: off, mediaType: 'application/jwt' } }),
      plainUrl: await ask('a webhook without TLS', json(plain)),
    }
  },
})
