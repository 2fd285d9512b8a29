import { exchange } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accountsBody, consentBody, transaction, transactionsBody, uaeGiven } from '../../../testing/uae-hub.ts'
import { values } from './values.ts'

const consent = (change: Readonly<Record<string, unknown>>) =>
  exchange({ operation: 'GET /account-access-consents/{ConsentId}', body: consentBody(change) })
const list = (more: Readonly<Record<string, unknown>>) =>
  exchange({
    operation: 'GET /accounts/{AccountId}/transactions',
    body: transactionsBody([transaction('t1', '2026-05-03T15:46:00Z', more)]),
  })
const noData = exchange({ status: 403, body: { Errors: [] } })

proves(
  ruleNamed(values, 'UAE-DAT-003'),
  {
    holds: { 'a day': consent({ FromDate: '2026-01-01' }) },
    breaks: {
      'a time': [
        consent({ FromDate: '2026-01-01T00:00:00Z' }),
        {
          at: '/Data/FromDate',
          expected: 'a full-date of RFC 3339, without a time',
          got: '2026-01-01T00:00:00Z',
        },
      ],
      'no day of the calendar': [consent({ ToDate: '2026-02-30' }), '/Data/ToDate'],
    },
    silent: { 'no day': consent({}) },
  },
  uaeGiven,
)

proves(
  ruleNamed(values, 'UAE-DAT-005'),
  {
    holds: {
      'an offset': list({ LocalTimeZone: 'UTC+04:00' }),
      'without a colon': list({ LocalTimeZone: 'UTC+0400' }),
    },
    breaks: {
      'a name': [
        list({ LocalTimeZone: 'GST' }),
        {
          at: '/Data/Transaction/0/LocalTimeZone',
          expected: 'a string of the pattern ^UTC[+-]([01]\\d|2[0-4])(:?[0-5]\\d)?$',
          got: '"GST"',
        },
      ],
    },
    silent: { 'no zone': list({}), 'an error': noData },
  },
  uaeGiven,
)

const signed = (claims: Readonly<Record<string, unknown>>) => exchange({ body: 'a.b.c', jws: { claims } })
proves(
  ruleNamed(values, 'UAE-DAT-006'),
  {
    holds: { seconds: signed({ iat: 1780300800, exp: 1780301100.5 }) },
    breaks: {
      milliseconds: [
        signed({ iat: 1780300800000 }),
        { at: 'body claim iat', expected: 'seconds since 1970', got: '1780300800000' },
      ],
      'a text in an id_token': [
        exchange({ operation: 'POST /token', body: {}, idToken: { claims: { exp: '1780300800' } } }),
        'id_token claim exp',
      ],
    },
    silent: { 'no JWT': exchange({ body: {} }) },
  },
  uaeGiven,
)

const balance = (Amount: unknown) =>
  exchange({
    operation: 'GET /accounts/{AccountId}/balances',
    body: { Data: { AccountId: 'a1', Balance: [{ Amount: { Amount, Currency: 'AED' } }] } },
  })
proves(
  ruleNamed(values, 'UAE-DAT-013'),
  {
    holds: { digits: balance('10'), decimals: balance('10.12345') },
    breaks: {
      'a number': [balance(10), { at: '/Data/Balance/0/Amount/Amount', expected: 'a string', got: '10' }],
      'a sign': [balance('-10.00'), '/Data/Balance/0/Amount/Amount'],
    },
    silent: { 'no amount': exchange({ body: accountsBody('a1') }) },
  },
  uaeGiven,
)

proves(
  ruleNamed(values, 'UAE-DAT-015'),
  {
    holds: { 'a code': exchange({ body: accountsBody('a1') }) },
    breaks: {
      'small letters': [
        exchange({ body: { Data: { Account: [{ AccountId: 'a1', Currency: 'aed' }] } } }),
        { at: '/Data/Account/0/Currency', expected: 'a code of ISO 4217, three capital letters', got: 'aed' },
      ],
    },
    silent: { 'no currency': noData },
  },
  uaeGiven,
)
