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
  'data-after-revocation': ['A token reads data after its consent was revoked', 'UAE-CNS-021'],
} as const satisfies Readonly<Record<string, readonly [title: string, breaks: string]>>

/** The same, where no rule judges them yet. */
export const plannedBehaviours = {
  'assertion-replay-accepted': ['A client assertion works twice', 'UAE-TOK-006'],
} as const satisfies Readonly<Record<string, readonly [title: string, breaks: string]>>

/** What the parts of the bank ask before they behave. */
export type BehaviourName = keyof typeof behaviours | keyof typeof plannedBehaviours
