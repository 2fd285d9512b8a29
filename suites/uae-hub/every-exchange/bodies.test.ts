import { exchange } from '../../../testing/exchange.ts'
import { proves } from '../../../testing/proves.ts'
import {
  accountBody,
  accountsBody,
  consentBody,
  transaction,
  transactionsBody,
  uaeGiven,
} from '../../../testing/uae-hub.ts'
import { account, consent, transactions } from '../operations.ts'
import {
  consentKeepsTheContract,
  dataKeepsTheContract,
  dateTimesHaveAnOffset,
  errorsKeepTheContract,
} from './bodies.ts'

const booked = (date: string) =>
  exchange({ operation: transactions, body: transactionsBody([transaction('t1', date)]) })

proves(
  dateTimesHaveAnOffset,
  {
    holds: {
      'in UTC': booked('2026-05-03T15:46:00Z'),
      'with another offset and fractions': booked('2026-05-03T15:46:00.123+04:00'),
      'an OpeningDate, which is a date-time': exchange({
        operation: account,
        body: accountBody('a1', { OpeningDate: '2020-01-01T00:00:00+04:00' }),
      }),
      'a consent': exchange({ operation: consent, body: consentBody() }),
    },
    breaks: {
      'no offset': [
        booked('2026-05-03T15:46:00'),
        {
          at: '/Data/Transaction/0/BookingDateTime',
          expected: 'a date-time of RFC 3339 with an offset',
          got: '2026-05-03T15:46:00',
        },
      ],
      'a date only': [
        exchange({ operation: account, body: accountBody('a1', { OpeningDate: '2020-01-01' }) }),
        '/Data/Account/OpeningDate',
      ],
      'of a consent': [
        exchange({ operation: consent, body: consentBody({ ExpirationDateTime: '2026-06-02T08:00:00' }) }),
        '/Data/ExpirationDateTime',
      ],
    },
    silent: {
      'no date-time in it': exchange({ body: accountsBody('a1') }),
      'the token endpoint': exchange({ operation: 'POST /token', body: { expires_in: 1 } }),
    },
  },
  uaeGiven,
)

const list = (more: Record<string, unknown>) => {
  const body = accountsBody('a1') as { readonly Data: { readonly Account: readonly object[] } }
  return { ...body, Data: { Account: body.Data.Account.map((one) => ({ ...one, ...more })) } }
}

proves(
  dataKeepsTheContract,
  {
    holds: {
      accounts: exchange({ body: accountsBody('a1', 'a2') }),
      'no account': exchange({ body: accountsBody() }),
      'transactions whose date is judged elsewhere': booked('2026-05-03T15:46:00'),
    },
    breaks: {
      'a member that the contract does not have': [
        exchange({ body: list({ Foo: 1 }) }),
        { at: '/Data/Account/0', expected: 'no further member', got: 'the member Foo' },
      ],
      'no number of pages': [exchange({ body: { ...accountsBody('a1'), Meta: {} } }), '/Meta'],
      'a description that is no text': [exchange({ body: list({ Description: 1 }) }), '/Data/Account/0/Description'],
    },
    silent: {
      'an error': exchange({ status: 400, body: {} }),
      'a consent': exchange({ operation: consent, body: {} }),
    },
  },
  uaeGiven,
)

proves(
  consentKeepsTheContract,
  {
    holds: {
      'a consent': exchange({ operation: consent, body: consentBody() }),
      'with an empty Meta': exchange({ operation: consent, body: { Meta: {}, ...consentBody() } }),
      'with dates of data': exchange({ operation: consent, body: consentBody({ FromDate: '2026-01-01' }) }),
    },
    breaks: {
      'no ExpirationDateTime': [
        exchange({ operation: consent, body: consentBody({ ExpirationDateTime: undefined }) }),
        { at: '/Data', expected: 'member ExpirationDateTime', got: 'nothing' },
      ],
      'no permission': [exchange({ operation: consent, body: consentBody({ Permissions: [] }) }), '/Data/Permissions'],
    },
    silent: { accounts: exchange({ body: {} }) },
  },
  uaeGiven,
)

const error = (status: number, Errors: unknown, more = {}) => exchange({ status, body: { Errors, ...more } })

proves(
  errorsKeepTheContract,
  {
    holds: {
      'a prescribed code': error(400, [{ Code: 'Body.InvalidFormat', Message: 'wrong' }]),
      'a code of the bank, members in another order': error(403, [{ Path: '$.x', Message: 'no', Code: 'Bank.Closed' }]),
      'labelled as text': exchange({ status: 500, body: '{"Errors":[{"Code":"GenericError","Message":"x"}]}' }),
    },
    breaks: {
      'no Errors': [exchange({ status: 400, body: {} }), { at: 'body', expected: 'member Errors', got: 'nothing' }],
      'none in it': [error(400, []), '/Errors'],
      'a code of no list': [error(400, [{ Code: 'nope', Message: 'wrong' }]), '/Errors/0/Code'],
      'a further member': [error(400, [{ Code: 'GenericError', Message: 'x' }], { error: 'x' }), 'body'],
      'no message': [error(500, [{ Code: 'GenericError' }]), '/Errors/0'],
    },
    silent: {
      '401 declares no body': exchange({ status: 401, body: {} }),
      'a gateway error': exchange({ status: 503, body: {} }),
      'no certificate': exchange({ status: 400, body: {}, certificate: 'none' }),
      'a pushed request': exchange({ operation: 'POST /par', status: 400, body: { error: 'invalid_request' } }),
    },
  },
  uaeGiven,
)
