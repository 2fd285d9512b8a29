import { randomUUID } from 'node:crypto'
import { cite } from '../../cite.ts'
import { consentType } from '../../consent-request.ts'
import type { PushRule } from './push-rule.ts'
import { accepted, claims, consent, element, refused } from './row.ts'

type Members = Readonly<Record<string, unknown>>

const twoElements = claims(({ authorization_details: given }) => {
  const [first] = given as readonly [Members]
  const { consent: usual } = first as { readonly consent: Members }
  return { authorization_details: [first, { ...first, consent: { ...usual, ConsentId: randomUUID() } }] }
})

/** The authorization details as a whole: how many, of which type, with which scope, and nothing unknown in them. */
export const details: readonly PushRule[] = [
  {
    id: 'UAE-PAR-016',
    level: 'MUST',
    title: 'Only a request with exactly one element of authorization details leads to a code',
    cites: [cite.authorizationEndpoints('PushedAuthorizationRequestBody, authorization_details')],
    defects: ['without-single-detail-check'],
    scenario: 'push-other-numbers-of-details',
    what: 'the number of authorization details',
    rows: [
      refused('no authorization_details', claims({ authorization_details: undefined })),
      refused('an empty list of authorization_details', claims({ authorization_details: [] })),
      refused('two elements of authorization_details', twoElements),
    ],
  },
  {
    // Types of other roles need a client without that role; types of older versions may still be served.
    id: 'UAE-PAR-017',
    level: 'MUST',
    title: 'Authorization details of an unknown type lead to no code',
    cites: [cite.authorizationEndpoints('AEPushedAuthorizationRequestAuthorizationDetailTypes'), cite.rfc('9396 §5')],
    defects: ['details-of-any-type-accepted'],
    scenario: 'push-other-types',
    what: 'the type of the authorization details',
    rows: [
      refused('an unknown type', element({ type: 'urn:openfinanceuae:unheard-of-consent:v2.1' })),
      refused('a version that there is not', element({ type: consentType.replace('v2.1', 'v9.9') })),
      refused('no type', element({ type: undefined })),
    ],
  },
  {
    id: 'UAE-PAR-018',
    level: 'MUST',
    title: 'Only a scope that fits the type of the consent leads to a code, in whatever order',
    cites: [cite.guide('security/fapi/scopes.md')],
    defects: ['without-scope-of-the-type-check', 'scope-order-compared'],
    scenario: 'push-other-scopes',
    what: 'the scope',
    rows: [
      refused('scope payments openid', claims({ scope: 'payments openid' })),
      refused('scope openid alone', claims({ scope: 'openid' })),
      accepted(
        'scope in another order',
        claims(({ scope }) => ({ scope: String(scope).split(' ').reverse().join(' ') })),
      ),
    ],
  },
  {
    id: 'UAE-PAR-019',
    level: 'MUST',
    title: 'Authorization details with an unknown member lead to no code',
    cites: [
      cite.authorizationEndpoints('AEBankDataSharingAuthorizationDetailsProperties, additionalProperties'),
      cite.guide('requirements.md, pushed request'),
    ],
    defects: ['without-closed-consent-check'],
    scenario: 'push-unknown-members',
    what: 'the members of the authorization details',
    rows: [
      refused('an unknown member beside type', element({ Foo: 'bar' })),
      refused('an unknown member of the consent', consent({ Foo: 'bar' })),
      refused(
        'an unknown member of OpenFinanceBilling',
        consent(({ OpenFinanceBilling: usual }) => ({ OpenFinanceBilling: { ...(usual as Members), Foo: 'bar' } })),
      ),
    ],
  },
]
