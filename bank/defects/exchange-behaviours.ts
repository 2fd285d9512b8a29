/** Defects of how any call is answered that no change on the wire brings about, by name: what each is, and the rule that it breaks. */
export const exchangeBehaviours = {
  'signed-unasked': ['A consent comes signed although JSON was asked for', 'UAE-HDR-016'],
  'signed-at-in-milliseconds': ['A signed answer counts the time of its signature in milliseconds', 'UAE-DAT-006'],
  'interaction-id-of-another-call': [
    'A call without an interaction id gets that of another call',
    'UAE-HDR-001/should',
  ],
  'account-listed-twice': ['The first account stands in the list a second time', 'UAE-BDS-004'],
  'auth-date-unread': ['The date of a log-in is not looked at', 'UAE-HDR-007'],
  'any-media-type-patched': ['A patch is taken in any media type', 'UAE-HDR-020'],
  'broken-json-patched': ['A patch that is no JSON is answered with 204', 'UAE-ERR-006'],
  'unfit-body-patched': ['A patch of the subscription is taken whatever it holds', 'UAE-ERR-007'],
  'pages-of-two-hundred': ['A page of transactions holds 200 of them', 'UAE-PAG-006'],
} as const satisfies Readonly<Record<string, readonly [title: string, breaks: string]>>
