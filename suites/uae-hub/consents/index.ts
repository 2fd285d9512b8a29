import type { Suite } from '../../../engine/standard.ts'
import { consent, patchConsent } from '../operations.ts'
import { revokedConsentsGiveNoData } from './rules/revocation.ts'
import { readConsent } from './scenarios/read-consent.ts'
import { revokeConsent } from './scenarios/revoke-consent.ts'

/** What becomes of a consent once it is given. */
export const consents: Suite = {
  id: 'uae-hub/consents',
  title: 'Consents',
  operations: [consent, patchConsent],
  scenarios: [readConsent, revokeConsent],
  rules: [revokedConsentsGiveNoData],
}
