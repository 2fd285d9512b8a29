const self = 'path ending in /account-access-consents/von4wel1SVmF8bqVBVzCZA'
const form = 'RFC 3339 date-time'
const [changed, from, to] = ['2019-07-15T16:59:32+0000', '2019-05-03T00:00:00+0000', '2019-12-03T00:00:00+0000']
const clock = 'within 5 min of Date Wed, 10 Jul 2019 16:59:22 GMT'
const id = 'header x-fapi-interaction-id'

/**
 * What `suites/bahrain/fixtures/bbk.har.json` breaks under `bh-1.0.0`, and nothing else: a request for access to accounts and
 * its answer, as a bank published them in 2019. Exchanges are named by their methods.
 */
export const findingsOfBbk: readonly (readonly [
  rule: string,
  outcome: string,
  exchange: string,
  at: string,
  expected: string,
  got: string,
])[] = [
  ['BH-URI-001', 'fail', 'POST', 'request URL, path', 'a segment open-banking', '/api/account-access-consents'],
  ['BH-RSP-003', 'fail', 'POST', id, 'present', 'nothing'],
  ['BH-ENV-003', 'fail', 'POST', '/Links/Self', self, 'https://pg:9045/authpage/consentId/von4wel1SVmF8bqVBVzCZA'],
  ['BH-DAT-002', 'fail', 'POST', '/Data/StatusUpdateDateTime', form, changed],
  ['BH-DAT-002', 'fail', 'POST', '/Data/CreationDateTime', form, changed],
  ['BH-DAT-002', 'fail', 'POST', '/Data/TransactionFromDateTime', form, from],
  ['BH-DAT-002', 'fail', 'POST', '/Data/TransactionToDateTime', form, to],
  [
    'BH-PRM-003',
    'fail',
    'POST',
    'request /Data/Permissions → status',
    '400 (ReadTransactionsBasic and Detail without Credits or Debits)',
    '201',
  ],
  ['BH-DAT-008', 'warn', 'POST', '/Data/CreationDateTime', clock, changed],
  ['BH-DAT-008', 'warn', 'POST', '/Data/StatusUpdateDateTime', clock, changed],
  ['BH-CON-015', 'note', 'POST', '/Data/ExpirationDateTime', 'no such member', '2020-06-29T00:00:00+0000'],
  [
    'BH-URI-001',
    'fail',
    'GET',
    'request URL, path',
    'a segment open-banking',
    '/api/account-access-consents/von4wel1SVmF8bqVBVzCZA',
  ],
  ['BH-RSP-003', 'fail', 'GET', id, 'present', 'nothing'],
  ['BH-ENV-003', 'fail', 'GET', '/Links/Self', self, 'https://pg:9045/authpage/'],
  ['BH-DAT-002', 'fail', 'GET', '/Data/StatusUpdateDateTime', form, changed],
  ['BH-DAT-002', 'fail', 'GET', '/Data/CreationDateTime', form, changed],
  ['BH-DAT-002', 'fail', 'GET', '/Data/TransactionFromDateTime', form, from],
  ['BH-DAT-002', 'fail', 'GET', '/Data/TransactionToDateTime', form, to],
  [
    'BH-DAT-008',
    'warn',
    'GET',
    '/Data/StatusUpdateDateTime',
    `later than ${changed}, as Status went from AwaitingAuthorisation to Authorised`,
    changed,
  ],
  ['BH-CON-015', 'note', 'GET', '/Data/ExpirationDateTime', 'no such member', '2020-06-29T00:00:00+0000'],
]
