import { cite } from '../../cite.ts'
import type { PushRule } from './push-rule.ts'
import { consent, either, ends, refused } from './row.ts'

type Members = Readonly<Record<string, unknown>>

const schema = cite.authorizationEndpoints('AEBankDataSharingAuthorizationDetailsProperties, consent')
const requirements = cite.guide('requirements.md, pushed request')

const billing = (change: Members) =>
  consent(({ OpenFinanceBilling: usual }) => ({ OpenFinanceBilling: { ...(usual as Members), ...change } }))

/** The consent inside the authorization details. Each pushed consent has an id that nobody used before. */
export const consents: readonly PushRule[] = [
  {
    id: 'UAE-PAR-025',
    level: 'MUST',
    title: 'Only a consent with an id of 1 to 128 characters leads to a code',
    cites: [cite.authorizationEndpoints('AEConsentId'), schema],
    defects: ['without-consent-id-check'],
    scenario: 'push-other-consent-ids',
    what: 'the ConsentId',
    rows: [
      refused('no ConsentId', consent({ ConsentId: undefined })),
      refused('an empty ConsentId', consent({ ConsentId: '' })),
      refused(
        'a ConsentId of 129 characters',
        consent(({ ConsentId }) => ({ ConsentId: `${ConsentId}`.padEnd(129, 'x') })),
      ),
      either(
        'a ConsentId that is no UUID',
        consent(({ ConsentId }) => ({ ConsentId: `mizan ${ConsentId}` })),
      ),
    ],
  },
  {
    // 365 days ahead lie on the border, on which the sources do not agree.
    id: 'UAE-PAR-027',
    level: 'MUST',
    title: 'Only a consent that ends in the future, within a year, leads to a code',
    cites: [requirements, cite.guide('consent/requirements.md')],
    defects: ['without-expiration-check'],
    scenario: 'push-other-expirations',
    what: 'the ExpirationDateTime',
    rows: [
      refused('ExpirationDateTime in 400 days', ends(400)),
      refused('ExpirationDateTime yesterday', ends(-1)),
      refused('no ExpirationDateTime', consent({ ExpirationDateTime: undefined })),
      either('ExpirationDateTime in 365 days', ends(365)),
    ],
  },
  {
    id: 'UAE-PAR-028',
    level: 'SHOULD',
    title: 'Only an ExpirationDateTime with its offset leads to a code',
    cites: [schema],
    defects: ['without-expiration-offset-check'],
    scenario: 'push-expirations-without-offset',
    what: 'the offset of the ExpirationDateTime',
    rows: [
      refused(
        'ExpirationDateTime without an offset',
        ends(30, (moment) => moment.toISOString().slice(0, 19)),
      ),
    ],
  },
  {
    id: 'UAE-PAR-029',
    level: 'MUST',
    title: 'Only a consent with permissions, all of them of the list, leads to a code',
    cites: [schema],
    defects: ['without-permission-values-check'],
    scenario: 'push-other-permissions',
    what: 'the Permissions',
    rows: [
      refused('an unknown permission', consent({ Permissions: ['ReadAccountsBasic', 'ReadMinds'] })),
      refused('an empty list of Permissions', consent({ Permissions: [] })),
      refused('no Permissions', consent({ Permissions: undefined })),
    ],
  },
  {
    // Permissions to read parties and foreign exchange stand alone.
    id: 'UAE-PAR-030',
    level: 'MUST',
    title: 'Permissions about accounts lead to a code only beside one to read accounts',
    cites: [requirements],
    defects: ['without-accounts-permission-check'],
    scenario: 'push-permissions-without-companion',
    what: 'what the Permissions rest on',
    rows: ['ReadBalances', 'ReadTransactionsBasic', 'ReadStandingOrdersDetail', 'ReadStatements'].map((name) =>
      refused(`${name} alone`, consent({ Permissions: [name] })),
    ),
  },
  {
    id: 'UAE-PAR-031',
    level: 'MUST',
    title: 'Only a consent that says for whom and why data is read leads to a code',
    cites: [cite.authorizationEndpoints('AEBankDataSharingOpenFinanceBilling'), schema],
    defects: ['without-billing-check'],
    scenario: 'push-other-billing',
    what: 'the OpenFinanceBilling',
    rows: [
      refused('no OpenFinanceBilling', consent({ OpenFinanceBilling: undefined })),
      refused('no UserType', billing({ UserType: undefined })),
      refused('an unknown UserType', billing({ UserType: 'Martian' })),
      refused('no Purpose', billing({ Purpose: undefined })),
      refused('an unknown Purpose', billing({ Purpose: 'Curiosity' })),
    ],
  },
]
