import { cite } from '../../cite.ts'
import type { PushRule } from './push-rule.ts'
import { consent, either, element, refused } from './row.ts'

type Members = Readonly<Record<string, unknown>>

const schema = cite.authorizationEndpoints('AEBankDataSharingAuthorizationDetailsProperties, consent')

const webhook = (change: Members) =>
  element({ subscription: { Webhook: { Url: 'https://events.example/consents', IsActive: true, ...change } } })

const window = { FromDate: '2026-01-01', ToDate: '2026-02-01' }

/** What a consent may say to bound its data, and where events about it go: each on top of a good push that says it. */
export const consentBounds: readonly PushRule[] = [
  {
    id: 'UAE-PAR-032',
    level: 'MUST',
    title: 'Only full-dates, by their names of v2.1, bound the data of a consent that leads to a code',
    cites: [schema],
    defects: ['without-window-dates-check'],
    scenario: 'push-other-dates',
    what: 'the dates of the data',
    base: consent(window),
    rows: [
      refused('FromDate as a date-time', consent({ FromDate: '2026-01-01T00:00:00Z' })),
      refused('ToDate as a date-time', consent({ ToDate: '2026-02-01T00:00:00Z' })),
      refused(
        'TransactionFromDateTime of older versions',
        consent({ TransactionFromDateTime: '2026-01-01T00:00:00Z' }),
      ),
    ],
  },
  {
    id: 'UAE-PAR-033',
    level: 'SHOULD',
    title: 'Only a FromDate that is not after ToDate leads to a code',
    cites: [cite.own('from the meaning of the two')],
    defects: ['without-window-order-check'],
    scenario: 'push-inverted-dates',
    what: 'the order of the dates',
    base: consent(window),
    rows: [refused('FromDate after ToDate', consent({ FromDate: window.ToDate, ToDate: window.FromDate }))],
  },
  {
    id: 'UAE-PAR-034',
    level: 'MUST',
    title: 'Only kinds of account of the lists lead to a code',
    cites: [schema, cite.guide('consent/requirements.md')],
    defects: ['without-account-kinds-check'],
    scenario: 'push-other-account-kinds',
    what: 'the kinds of account',
    base: consent({ AccountType: ['Retail'], AccountSubType: ['CurrentAccount'] }),
    rows: [
      refused('an unknown AccountType', consent({ AccountType: ['Retail', 'Household'] })),
      refused('an unknown AccountSubType', consent({ AccountSubType: ['CurrentAccount', 'Piggybank'] })),
    ],
  },
  {
    id: 'UAE-PAR-035',
    level: 'MUST',
    title: 'Only a webhook with its address and its state leads to a code',
    cites: [cite.authorizationEndpoints('AEBankDataSharingAuthorizationDetailsProperties, subscription')],
    defects: ['without-webhook-check'],
    scenario: 'push-other-webhooks',
    what: 'the webhook',
    base: webhook({}),
    rows: [
      refused('a webhook without Url', webhook({ Url: undefined })),
      refused('a webhook without IsActive', webhook({ IsActive: undefined })),
      either('a webhook without TLS', webhook({ Url: 'http://events.example/consents' })),
    ],
  },
]
