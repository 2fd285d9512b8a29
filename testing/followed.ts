import type { Exchange } from '../engine/exchange.ts'
import type { Change, Followed, Life } from '../suites/uae-hub/events/scenarios/follow-consent.ts'
import { consent } from '../suites/uae-hub/operations.ts'
import { type Delivered, delivery, inboxUrl } from './delivery.ts'
import { exchange } from './exchange.ts'
import { consentBody } from './uae-hub.ts'

const url = 'https://rs1.bank.example/open-finance/account-information/v2.1/account-access-consents/consent-1'

/** A consent as it was read in a state. */
export const read = (Status: string, id = 'r1'): Exchange =>
  exchange({ id, operation: consent, url, body: consentBody({ Status }) })

/** A change of the usual consent; `seen` is the state that the read shows. */
export const change = (state: string, told = true, seen = state): Change => ({ state, read: read(seen), told })

/** The life of the usual consent with these events, both of its changes told unless said. */
export const life = (deliveries: readonly Exchange[], differs: Partial<Life> = {}): Life => ({
  id: 'consent-1',
  url: inboxUrl,
  silence: 'nothing came',
  deliveries,
  changes: [change('Authorized'), change('Revoked')],
  ...differs,
})

/** One consent that was followed, with these events. */
export const followed = (...events: readonly Delivered[]): Followed => ({
  lives: [life(events.map(delivery))],
  reached: true,
  seconds: 300,
})

/** One without any. */
export const silence: Followed = { ...followed(), reached: false }

/** What an event is that the key of the client does not open, nor is said to be for it. */
export const unopened: Delivered = {
  facts: { opened: { failed: 'ERR_JWE_DECRYPTION_FAILED' }, decrypted: false, ownKid: false },
}
