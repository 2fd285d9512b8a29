/** Defects of events that the bank delivers, by name: what each is, and the rule that it breaks. */
export const eventBehaviours = {
  'event-below-its-url': ['Events are posted to a path below the address that was registered', 'UAE-EVT-001'],
  'event-called-jwt': ['Events are called application/jwt', 'UAE-EVT-002'],
  'event-in-a-short-cipher': ['Events are encrypted with A128GCM', 'UAE-EVT-003'],
  'event-signature-broken': ['No key verifies the signature of an event', 'UAE-EVT-004'],
  'event-of-unknown-type': ['Events have a type that the standard does not have', 'UAE-EVT-005'],
  'event-without-data': ['Events do not hold the resource', 'UAE-EVT-006'],
  'event-of-another-resource': ['Events name another resource than the one that changed', 'UAE-EVT-007'],
  'event-permit-for-another': ['The token beside an event is for another receiver', 'UAE-EVT-008'],
  'event-id-without-dashes': ['The interaction id of an event is no UUID', 'UAE-EVT-009'],
  'revocation-untold': ['A revocation makes no event', 'UAE-EVT-010'],
  'events-never-switched-off': ['Events go on after they were switched off', 'UAE-EVT-012'],
  'refused-event-dropped': ['An event that was refused is not delivered again', 'UAE-EVT-013'],
  'opening-untold': ['Of an account that is being opened only the beginning is told', 'UAE-AOP-016'],
  'event-times-go-back': ['The event of a revocation tells a time an hour ago', 'UAE-EVT-014'],
} as const satisfies Readonly<Record<string, readonly [title: string, breaks: string]>>
