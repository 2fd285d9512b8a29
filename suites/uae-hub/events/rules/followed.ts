import { tableOf } from '../../row.ts'
import { delivery } from '../event.ts'
import { type Followed, followConsentEvents } from '../scenarios/follow-consent.ts'

/** A rule on the events of a consent, from a row of a table. */
export const onEvents = tableOf<Followed>({
  about: 'hub',
  on: [followConsentEvents],
  operation: delivery,
  breaks: (shows) => `POST /hooks/7f3c   from the hub to the address that was registered\n\n${shows}`,
})
