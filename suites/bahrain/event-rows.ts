import { changeSubscription, pollEvents, subscribe, subscriptions, unsubscribe } from './operation-names.ts'
import { type OperationRow, row } from './operation-row.ts'

const event = row('events', {
  grant: 'client',
  scope: 'accounts',
  permissions: [],
  signs: 'nothing',
  idempotencyKey: false,
  pages: false,
  success: 200,
  body: 'json',
  sources: ['W'],
})

/** Events. The rows of PUT and DELETE were not seen: they are named by W, and detailed by the header matrix of F and by U. */
export const events: readonly OperationRow[] = [
  event('optional', subscribe, { signs: 'request', success: 201 }),
  event('conditional', subscriptions, { mandatoryWith: subscribe, signs: 'response', list: 'EventSubscription' }),
  event('unseen', changeSubscription, { signs: 'request', inferred: true, sources: ['W', 'F', 'U'] }),
  event('unseen', unsubscribe, { success: 204, inferred: true, body: 'none', sources: ['W', 'F', 'U'] }),
  event('unseen', pollEvents, { inferred: true, sources: ['J', 'U'] }),
]
