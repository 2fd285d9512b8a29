import type { Rule } from '../../../engine/rule.ts'
import {
  consentKeepsTheContract,
  dataKeepsTheContract,
  dateTimesHaveAnOffset,
  errorsKeepTheContract,
} from './bodies.ts'
import { interactionIdComesBack, interactionIdOnDeclaredErrors, jsonSaysSo } from './headers.ts'
import { tokensAreNotStored } from './tokens.ts'

/** Judged on all that a run recorded. */
export const everyExchange: readonly Rule[] = [
  interactionIdComesBack,
  interactionIdOnDeclaredErrors,
  jsonSaysSo,
  dateTimesHaveAnOffset,
  dataKeepsTheContract,
  consentKeepsTheContract,
  errorsKeepTheContract,
  tokensAreNotStored,
]
