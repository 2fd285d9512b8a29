import type { Suite } from '../../../engine/standard.ts'
import { wholeRun } from '../every-exchange/index.ts'
import { encryptionIsNotPassedOver, otherMethodsAreRefused, unacceptableTypesAreRefused } from './rules/negotiation.ts'
import { anyTypeIsJson, optionalHeadersAreOptional, strangeHeadersAreIgnored } from './rules/variations.ts'
import { askForOtherTypes } from './scenarios/ask-for-other-types.ts'
import { useAnotherMethod } from './scenarios/use-another-method.ts'
import { varyHeaders } from './scenarios/vary-headers.ts'

const id = 'bahrain/headers'

/** Headers, media types and methods, of whatever API. */
export const headers: Suite = {
  id,
  title: 'Headers, media types and methods',
  operations: [],
  scenarios: [varyHeaders, askForOtherTypes, useAnotherMethod],
  rules: [
    optionalHeadersAreOptional,
    strangeHeadersAreIgnored,
    anyTypeIsJson,
    unacceptableTypesAreRefused,
    encryptionIsNotPassedOver,
    otherMethodsAreRefused,
    ...wholeRun.filter(({ suite }) => suite === id),
  ],
}
