import type { Suite } from '../../../engine/standard.ts'
import { openingOperations } from './operations.ts'
import { openingsKeepTheContract } from './rules/forms.ts'
import { openingIsCreated, openingIsSigned } from './rules/opened.ts'
import { unfitRequestsAreRefused } from './rules/requests.ts'
import { spoiledSignaturesAreRefused } from './rules/signatures.ts'
import { statesGoForward, unknownOpeningsAreRefused } from './rules/states.ts'
import { openingSubscriptionsArePatched, unfitSubscriptionsAreRefused } from './rules/subscriptions.ts'
import { openersReadNoConsents, otherTokensOpenNoAccount } from './rules/tokens.ts'
import { changeSubscription } from './scenarios/change-subscription.ts'
import { followOlderOpening, followOpening } from './scenarios/open-account.ts'
import { sendUnfitRequests } from './scenarios/send-unfit-requests.ts'
import { spoilSignature } from './scenarios/spoil-signature.ts'
import { openWithOtherTokens, openWithoutToken, readConsentAsOpener } from './scenarios/use-other-tokens.ts'

/** How an account comes into being. The scenario that waits for it comes first. */
export const accountOpening: Suite = {
  id: 'uae-hub/account-opening',
  title: 'Account opening',
  operations: openingOperations,
  scenarios: [
    followOpening,
    followOlderOpening,
    changeSubscription,
    spoilSignature,
    sendUnfitRequests,
    openWithoutToken,
    openWithOtherTokens,
    readConsentAsOpener,
  ],
  rules: [
    openingIsCreated,
    openingIsSigned,
    ...openingsKeepTheContract,
    statesGoForward,
    unknownOpeningsAreRefused,
    ...spoiledSignaturesAreRefused,
    ...unfitRequestsAreRefused,
    openingSubscriptionsArePatched,
    unfitSubscriptionsAreRefused,
    otherTokensOpenNoAccount,
    openersReadNoConsents,
  ],
}
