import type { Rule } from '../../../engine/rule.ts'
import {
  consentKeepsTheContract,
  dataKeepsTheContract,
  dateTimesHaveAnOffset,
  errorsKeepTheContract,
} from './bodies.ts'
import { errors } from './errors.ts'
import { interactionIdComesBack, interactionIdOnDeclaredErrors, jsonSaysSo } from './headers.ts'
import { http } from './http.ts'
import { jsonTexts } from './json.ts'
import { limits } from './limits.ts'
import { links } from './links.ts'
import { listsAndOwners } from './lists.ts'
import { oauthErrorsAreWhole, oauthErrorsHaveTheirStatus } from './oauth-errors.ts'
import { signedAnswers } from './signed.ts'
import { tokensAreNotStored } from './tokens.ts'
import { values } from './values.ts'

/** Judged on all that a run recorded. */
export const everyExchange: readonly Rule[] = [
  interactionIdComesBack,
  interactionIdOnDeclaredErrors,
  jsonSaysSo,
  ...http,
  ...jsonTexts,
  dateTimesHaveAnOffset,
  ...values,
  ...links,
  dataKeepsTheContract,
  consentKeepsTheContract,
  ...listsAndOwners,
  errorsKeepTheContract,
  ...errors,
  ...limits,
  ...signedAnswers,
  tokensAreNotStored,
  oauthErrorsAreWhole,
  oauthErrorsHaveTheirStatus,
]
