import type { Suite } from '../../../engine/standard.ts'
import { authorization, discovery, par, token } from '../operations.ts'
import { pushRules, pushScenarios } from './pushes/index.ts'
import {
  callbackIsInTheQuery,
  callbackNamesStateAndIssuer,
  refusalHasItsName,
  refusalReturnsStateAndIssuer,
  userEndsAtRedirectUri,
} from './rules/callback.ts'
import { discoveryNamesEndpoints } from './rules/discovery.ts'
import {
  declinedConsentIsRejected,
  pushedConsentIsReadable,
  secondPushChangesNothing,
  stateAndNonceComeBackAsSent,
} from './rules/pushed-consents.ts'
import { pushAnswersWithUri, pushReturnsInteractionId, requestUriIsShortLived } from './rules/pushed-requests.ts'
import { requestsArePushed, requestUriEnds, requestUriIsOfItsClient, requestUriOpens } from './rules/request-uris.ts'
import { clientTokens, tokenIsOfTheConsent } from './rules/tokens.ts'
import { askForClientToken } from './scenarios/ask-for-client-token.ts'
import { authoriseWithoutPush } from './scenarios/authorise-without-push.ts'
import { declineConsent, readDeclinedConsent } from './scenarios/decline-consent.ts'
import { giveConsent } from './scenarios/give-consent.ts'
import { openAuthorization } from './scenarios/open-authorization.ts'
import { pushConsentTwice } from './scenarios/push-consent-twice.ts'
import { pushRequest } from './scenarios/push-request.ts'
import { readDiscovery } from './scenarios/read-discovery.ts'
import { readPushedConsent } from './scenarios/read-pushed-consent.ts'
import { returnStateAndNonce } from './scenarios/return-state-and-nonce.ts'
import { useExpiredRequestUri } from './scenarios/use-expired-request-uri.ts'
import { useForeignRequestUri } from './scenarios/use-foreign-request-uri.ts'
import { tokenRules, tokenScenarios } from './token-rules.ts'

/** How a client and its user get a token. */
export const authorisation: Suite = {
  id: 'uae-hub/authorisation',
  title: 'Authorisation',
  operations: [discovery, par, authorization, token],
  scenarios: [
    ...tokenScenarios,
    readDiscovery,
    pushRequest,
    ...pushScenarios,
    askForClientToken,
    giveConsent,
    useExpiredRequestUri,
    openAuthorization,
    useForeignRequestUri,
    authoriseWithoutPush,
    declineConsent,
    readDeclinedConsent,
    returnStateAndNonce,
    readPushedConsent,
    pushConsentTwice,
  ],
  rules: [
    ...tokenRules,
    discoveryNamesEndpoints,
    pushAnswersWithUri,
    requestUriIsShortLived,
    pushReturnsInteractionId,
    ...pushRules,
    stateAndNonceComeBackAsSent,
    secondPushChangesNothing,
    pushedConsentIsReadable,
    requestUriOpens,
    requestUriEnds,
    requestUriIsOfItsClient,
    requestsArePushed,
    clientTokens,
    tokenIsOfTheConsent,
    callbackIsInTheQuery,
    callbackNamesStateAndIssuer,
    refusalReturnsStateAndIssuer,
    refusalHasItsName,
    declinedConsentIsRejected,
    userEndsAtRedirectUri,
  ],
}
