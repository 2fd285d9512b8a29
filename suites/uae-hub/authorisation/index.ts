import type { Suite } from '../../../engine/standard.ts'
import { authorization, discovery, par, token } from '../operations.ts'
import { callbackNamesStateAndIssuer } from './rules/callback.ts'
import { discoveryNamesEndpoints } from './rules/discovery.ts'
import { pushAnswersWithUri, requestObjectsAreVerified, requestUriEnds } from './rules/pushed-requests.ts'
import { clientTokens, tokenIsOfTheConsent } from './rules/tokens.ts'
import { askForClientToken } from './scenarios/ask-for-client-token.ts'
import { giveConsent } from './scenarios/give-consent.ts'
import { pushRequest } from './scenarios/push-request.ts'
import { pushSpoiledRequestObjects } from './scenarios/push-spoiled-request-objects.ts'
import { readDiscovery } from './scenarios/read-discovery.ts'
import { useExpiredRequestUri } from './scenarios/use-expired-request-uri.ts'

/** How a client and its user get a token. */
export const authorisation: Suite = {
  id: 'uae-hub/authorisation',
  title: 'Authorisation',
  operations: [discovery, par, authorization, token],
  scenarios: [
    readDiscovery,
    pushRequest,
    pushSpoiledRequestObjects,
    askForClientToken,
    giveConsent,
    useExpiredRequestUri,
  ],
  rules: [
    discoveryNamesEndpoints,
    pushAnswersWithUri,
    requestObjectsAreVerified,
    requestUriEnds,
    clientTokens,
    tokenIsOfTheConsent,
    callbackNamesStateAndIssuer,
  ],
}
