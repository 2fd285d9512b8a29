import type { Suite } from '../../../engine/standard.ts'
import { delivery } from './event.ts'
import { refusedEventsComeAgain, switchedOffIsQuiet } from './rules/attempts.ts'
import { changesAreTold } from './rules/changes.ts'
import { contentsAreSound } from './rules/content.ts'
import { envelopesAreSound } from './rules/envelope.ts'
import { openingsAreTold } from './rules/openings.ts'
import { resourcesAreNamed } from './rules/resources.ts'
import { eventsAreSigned, permitsAreSound } from './rules/signatures.ts'
import { followConsentEvents } from './scenarios/follow-consent.ts'
import { followOpeningEvents } from './scenarios/follow-opening.ts'
import { refuseEvent } from './scenarios/refuse-event.ts'
import { switchOffEvents } from './scenarios/switch-off-events.ts'

/** What a hub tells by itself when something changes, at an address that it was given. */
export const events: Suite = {
  id: 'uae-hub/events',
  title: 'Event notifications',
  operations: [delivery],
  scenarios: [followConsentEvents, refuseEvent, switchOffEvents, followOpeningEvents],
  rules: [
    ...envelopesAreSound,
    eventsAreSigned,
    ...contentsAreSound,
    ...resourcesAreNamed,
    permitsAreSound,
    changesAreTold,
    switchedOffIsQuiet,
    refusedEventsComeAgain,
    openingsAreTold,
  ],
}
