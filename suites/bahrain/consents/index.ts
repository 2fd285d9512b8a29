import type { Suite } from '../../../engine/standard.ts'
import { wholeRun } from '../every-exchange/index.ts'
import { consent, createConsent, patchConsent } from '../operations.ts'
import { deletionDoesNotFail, deletionEndsTheConsent } from './rules/deletion.ts'
import { endedConsentsStayEnded, onlyRevocationIsPatched, revocationIsAnswered } from './rules/end.ts'
import {
  clientsNeedNoUser,
  declinedConsentsAreNotOpen,
  givenConsentsAreAuthorised,
  strangersSeeNoConsent,
  timesInTokensAreNumbers,
} from './rules/life.ts'
import {
  accountsAreAlwaysAskedFor,
  basicBesideDetailIsTaken,
  consentsAreNotIdempotent,
  formsOfInstantsAreTaken,
  lockedBodiesAreRefused,
  malformedConsentsAreRefused,
  strangeTypesAreRefused,
} from './rules/requests.ts'
import { askForConsents } from './scenarios/ask-for-consents.ts'
import { declineConsent } from './scenarios/decline-consent.ts'
import { deleteConsent, deleteWaitingConsent } from './scenarios/delete-consent.ts'
import { followConsent } from './scenarios/follow-consent.ts'
import { readForeignConsent, readUnknownConsent } from './scenarios/read-strange-consents.ts'
import { revokeConsent } from './scenarios/revoke-consent.ts'

const id = 'bahrain/consents'

/** How consents are asked for, and what becomes of them. */
export const consents: Suite = {
  id,
  title: 'Account access consents',
  operations: [createConsent, consent, patchConsent],
  scenarios: [
    askForConsents,
    followConsent,
    declineConsent,
    readUnknownConsent,
    readForeignConsent,
    revokeConsent,
    deleteWaitingConsent,
    deleteConsent,
  ],
  rules: [
    accountsAreAlwaysAskedFor,
    basicBesideDetailIsTaken,
    malformedConsentsAreRefused,
    strangeTypesAreRefused,
    lockedBodiesAreRefused,
    formsOfInstantsAreTaken,
    consentsAreNotIdempotent,
    clientsNeedNoUser,
    givenConsentsAreAuthorised,
    timesInTokensAreNumbers,
    declinedConsentsAreNotOpen,
    strangersSeeNoConsent,
    revocationIsAnswered,
    onlyRevocationIsPatched,
    endedConsentsStayEnded,
    deletionDoesNotFail,
    deletionEndsTheConsent,
    ...wholeRun.filter(({ suite }) => suite === id),
  ],
}
