import type { Suite } from '../../../engine/standard.ts'
import { wholeRun } from '../every-exchange/index.ts'
import { burstsAreServedOrLimited } from './rules/burst.ts'
import {
  badTokensOpenNothing,
  otherScopesOpenNothing,
  unknownAccountsAreRefused,
  unknownPathsAreNotFound,
} from './rules/refusals.ts'
import { askForStrangePath, readUnknownAccount } from './scenarios/ask-for-strangers.ts'
import { callInABurst } from './scenarios/call-in-a-burst.ts'
import { readConsentWithBadTokens, readWithBadTokens, useExpiredToken } from './scenarios/use-bad-tokens.ts'
import { useWrongScope } from './scenarios/use-wrong-scope.ts'

const id = 'bahrain/errors'

/** What is refused, and how. */
export const errors: Suite = {
  id,
  title: 'Errors and limits',
  operations: [],
  scenarios: [
    readWithBadTokens,
    readConsentWithBadTokens,
    useExpiredToken,
    useWrongScope,
    readUnknownAccount,
    askForStrangePath,
    callInABurst,
  ],
  rules: [
    badTokensOpenNothing,
    otherScopesOpenNothing,
    unknownAccountsAreRefused,
    unknownPathsAreNotFound,
    burstsAreServedOrLimited,
    ...wholeRun.filter(({ suite }) => suite === id),
  ],
}
