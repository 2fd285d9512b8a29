import type { Suite } from '../../../engine/standard.ts'
import { consent, consentsOfBase, patchConsent } from '../operations.ts'
import {
  basicShowsNoDetail,
  boundsOfDaysAreIncluded,
  nothingOutsideOfTheDays,
  onlyKindsOfTheConsent,
} from './rules/bounds.ts'
import { chainsAreListed, lookUpsKeepTheirBase, unknownBasesHaveNothing } from './rules/look-ups.ts'
import { pushedMembersAreKept } from './rules/members.ts'
import { onlyRevocationIsPatched, revokedOnce, subscriptionsArePatched } from './rules/patches.ts'
import {
  endedConsentsGiveNoData,
  revocationIsAnswered,
  revokedConsentsGiveNoData,
  revokerIsShown,
} from './rules/revocation.ts'
import {
  changesComeAfterCreation,
  consentsAreReadable,
  dataConsentsAreNotConsumed,
  statesFollowOneAnother,
} from './rules/states.ts'
import { consentsAreNotDeleted, strangersSeeNoConsent } from './rules/strangers.ts'
import { followConsent } from './scenarios/follow-consent.ts'
import { lookUpByBase } from './scenarios/look-up-by-base.ts'
import { outliveConsent } from './scenarios/outlive-consent.ts'
import { patchSubscription } from './scenarios/patch-subscription.ts'
import { pushWaitingConsent } from './scenarios/push-consent.ts'
import { readConsent } from './scenarios/read-consent.ts'
import { readNarrowly } from './scenarios/read-narrowly.ts'
import { readForeignConsent, readUnknownConsent } from './scenarios/read-strange-consents.ts'
import { renewConsent } from './scenarios/renew-consent.ts'
import { revokeConsent } from './scenarios/revoke-consent.ts'

/** What becomes of a consent once it is pushed, and what it bounds. */
export const consents: Suite = {
  id: 'uae-hub/consents',
  title: 'Consents',
  operations: [consentsOfBase, consent, patchConsent],
  scenarios: [
    readConsent,
    followConsent,
    pushWaitingConsent,
    revokeConsent,
    patchSubscription,
    readUnknownConsent,
    readForeignConsent,
    lookUpByBase,
    renewConsent,
    readNarrowly,
    outliveConsent,
  ],
  rules: [
    consentsAreReadable,
    pushedMembersAreKept,
    changesComeAfterCreation,
    statesFollowOneAnother,
    dataConsentsAreNotConsumed,
    lookUpsKeepTheirBase,
    unknownBasesHaveNothing,
    strangersSeeNoConsent,
    revocationIsAnswered,
    revokerIsShown,
    subscriptionsArePatched,
    onlyRevocationIsPatched,
    revokedOnce,
    revokedConsentsGiveNoData,
    endedConsentsGiveNoData,
    consentsAreNotDeleted,
    chainsAreListed,
    basicShowsNoDetail,
    boundsOfDaysAreIncluded,
    nothingOutsideOfTheDays,
    onlyKindsOfTheConsent,
  ],
}
