import type { dataBehaviours } from './data-behaviours.ts'
import type { eventBehaviours } from './events.ts'
import type { exchangeBehaviours } from './exchange-behaviours.ts'
import type { tokenBehaviours } from './token-behaviours.ts'

/** Defects that change what the bank accepts or remembers, by name: what each is, and the rule that it breaks. */
export const behaviours = {
  'request-object-unverified': ['A request object with a broken signature is accepted', 'UAE-PAR-008'],
  'request-uri-never-expires': ['A request_uri works long after its life', 'UAE-CBK-002'],
  'token-not-bound': ['A token works with any certificate of the authority', 'UAE-TLS-005'],
  'expired-token-accepted': ['A token works after its life', 'UAE-TOK-014'],
  'client-token-opens-data': ['A client-credentials token reads the data of a customer', 'UAE-TOK-038'],
  'tampered-token-accepted': ['Only the beginning of a token is compared', 'UAE-HDR-013'],
  'garbled-date-ignored': ['A date filter that is no date is ignored', 'UAE-PAG-014'],
  'permission-ignored': ['Data is given that the consent does not permit', 'UAE-ERR-009'],
  'filter-bounds-exclusive': ['A booking exactly on the bound of a filter is left out', 'UAE-PAG-010'],
  'retry-after-too-short': ['Retry-After says fewer seconds than it takes', 'UAE-RTL-004'],
  'consent-needs-a-user': ['A consent that was given is not shown to its client', 'UAE-CNS-001'],
  'patch-reopens-consent': ['A patch of the subscription makes a consent wait for its user again', 'UAE-CNS-008'],
  'consents-listed-without-base': ['A look-up without a base gives an empty list', 'UAE-CNS-011'],
  'unknown-base-lists-all': ['A look-up by a base that nobody has gives all consents', 'UAE-CNS-013'],
  'consents-open-to-every-client': ['A consent is shown to, and revoked by, any client', 'UAE-CNS-014'],
  'revocation-with-body': ['A revocation is answered with 200 and the consent', 'UAE-CNS-015'],
  'revoked-by-somebody-else': ['Every revocation is put down to the bank', 'UAE-CNS-016'],
  'subscription-patch-refused': ['A patch without Data is refused', 'UAE-CNS-017'],
  'any-status-patched': ['A patch to another status is accepted, and nothing happens', 'UAE-CNS-018'],
  'revoked-twice': ['A consent that is revoked is revoked again', 'UAE-CNS-019'],
  'consent-never-expires': ['A consent goes on after its end', 'UAE-CNS-022'],
  'base-consent-forgotten': ['A look-up by a base that exists gives nothing', 'UAE-CNS-027'],
  'basic-shows-detail': ['Accounts show their holder under the basic permission', 'UAE-CNS-028'],
  'consent-days-exclusive': ['The first and the last day of a consent are left out', 'UAE-CNS-029'],
  'consent-days-ignored': ['The days of a consent are ignored', 'UAE-BDS-016'],
  'account-kinds-ignored': ['The kinds of account of a consent are ignored', 'UAE-BDS-009'],
  'data-after-revocation': ['A token reads data after its consent was revoked', 'UAE-CNS-021'],
} as const satisfies Readonly<Record<string, readonly [title: string, breaks: string]>>

/** What the parts of the bank ask before they behave. */
export type BehaviourName =
  | keyof typeof behaviours
  | keyof typeof dataBehaviours
  | keyof typeof eventBehaviours
  | keyof typeof exchangeBehaviours
  | keyof typeof tokenBehaviours
