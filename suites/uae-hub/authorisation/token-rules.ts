import type { Rule } from '../../../engine/rule.ts'
import type { Scenario } from '../../../engine/scenario.ts'
import { apiScopesAreGiven } from './rules/api-scopes.ts'
import { clientAssertionsAreChecked } from './rules/client-assertions.ts'
import { codesAreGuarded } from './rules/codes.ts'
import {
  assertionsGiveTokens,
  onlyFormsArePosted,
  otherGrantsAreRefused,
  unknownRefreshTokensAreRefused,
  unknownScopesAreNotGiven,
} from './rules/grants.ts'
import { keySetIsKept, keySetIsSound } from './rules/key-set.ts'
import { discoveryIsSound } from './rules/metadata.ts'
import { refreshesEndWithTheConsent, refreshesGiveTokens, refreshesTellTheState } from './rules/refresh.ts'
import { certificatesAreAsked, registrationTakesACertificate, weakTlsIsRefused } from './rules/tls.ts'
import { userTokensAreSound } from './rules/user-tokens.ts'
import { askForApiScopes } from './scenarios/ask-for-api-scopes.ts'
import { askForOddGrants } from './scenarios/ask-for-odd-grants.ts'
import { askWithSpoiledAssertions } from './scenarios/ask-with-spoiled-assertions.ts'
import { askWithoutCertificate } from './scenarios/ask-without-certificate.ts'
import { readKeySet } from './scenarios/read-key-set.ts'
import { redeemAsSecondClient } from './scenarios/redeem-as-second-client.ts'
import { redeemCodeLate } from './scenarios/redeem-code-late.ts'
import { redeemCodeTwice } from './scenarios/redeem-code-twice.ts'
import { redeemCodes } from './scenarios/redeem-codes.ts'
import { shakeHands } from './scenarios/shake-hands.ts'
import { useRefreshToken } from './scenarios/use-refresh-token.ts'

// biome-ignore lint/suspicious/noExplicitAny: scenarios return different evidence.
type AnyScenario = Scenario<any>

/** Scenarios about discovery, keys, TLS and tokens. Those that wait a while come first. */
export const tokenScenarios: readonly AnyScenario[] = [
  askWithSpoiledAssertions,
  redeemCodeTwice,
  useRefreshToken,
  redeemCodes,
  redeemAsSecondClient,
  askForOddGrants,
  ...askForApiScopes,
  askWithoutCertificate,
  shakeHands,
  readKeySet,
  redeemCodeLate,
]

/** Rules about discovery, keys, TLS and tokens. */
export const tokenRules: readonly Rule[] = [
  ...discoveryIsSound,
  keySetIsSound,
  keySetIsKept,
  certificatesAreAsked,
  registrationTakesACertificate,
  weakTlsIsRefused,
  assertionsGiveTokens,
  ...clientAssertionsAreChecked,
  otherGrantsAreRefused,
  unknownScopesAreNotGiven,
  apiScopesAreGiven,
  ...userTokensAreSound,
  ...codesAreGuarded,
  refreshesGiveTokens,
  unknownRefreshTokensAreRefused,
  refreshesEndWithTheConsent,
  refreshesTellTheState,
  onlyFormsArePosted,
]
