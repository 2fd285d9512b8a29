import { accountsContract } from '../testing/contract.ts'
import { exchange, type Sample } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { errorsGiveNothingAway, fieldErrorsNameTheField } from './error-members.ts'

const given = givenOver([accountsContract()])
const scope = { contracts: ['account-information'] }
const error = (more: Readonly<Record<string, unknown>>, sample: Sample = {}) =>
  exchange({
    status: 400,
    body: { Errors: [{ Code: 'Resource.InvalidFormat', Message: 'not that', ...more }] },
    ...sample,
  })
const saying = (Message: string, sample: Sample = {}) => error({ Message }, sample)

proves(
  fieldErrorsNameTheField({
    ...scope,
    list: '/Errors',
    code: '/Code',
    path: '/Path',
    codes: ['Resource.InvalidFormat'],
  }),
  {
    holds: { 'the field': error({ Path: 'fromBookingDateTime' }), 'as a JSONPath': error({ Path: '$.Data' }) },
    breaks: {
      'no Path': [error({}), { at: '/Errors/0/Path', expected: 'the name of the field', got: 'nothing' }],
      'an empty Path': [error({ Path: '' }), '/Errors/0/Path'],
    },
    silent: {
      'another code': error({ Code: 'GenericError' }),
      'no list': exchange({ status: 400, body: {} }),
      'a success': exchange({ body: {} }),
    },
  },
  given,
)

const token = 'c2VjcmV0LXRva2VuLW9mLWEtdXNlcg'
const found = (got: string) => ({ at: 'body', expected: 'nothing that opens or explains the server', got })

proves(
  errorsGiveNothingAway(scope),
  {
    holds: {
      'a sentence': saying('no account at that place (see docs:12)'),
      'a time of day': saying('not at 10:15 (local)'),
      'what was asked': saying('fromBookingDateTime=abc is no date'),
      'a token of a few letters': saying('abc', { sent: { authorization: 'Bearer abc' } }),
    },
    breaks: {
      'a stack of JavaScript': [saying('Error: no\n    at read (/srv/app.js:10:5)'), found('frames of a stack')],
      'a stack of Java': [
        saying('java.lang.NullPointerException\n\tat ae.bank.Api.read(Api.java:42)'),
        found('frames of a stack'),
      ],
      'a stack of Python': [saying('Traceback (most recent call last)'), found('frames of a stack')],
      'a key': [saying('-----BEGIN RSA PRIVATE KEY-----'), found('a private key')],
      'a JWT': [saying('not eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiJtaXphbiJ9.c2ln'), found('a JWT')],
      'the token': [
        saying(`unknown: ${token}`, { sent: { authorization: `Bearer ${token}` } }),
        found('the access token'),
      ],
    },
    silent: {
      'no body': exchange({ status: 401 }),
      'a success': exchange({ body: { at: 'at read (/srv/app.js:10:5)' } }),
      'what a gateway says': saying('Traceback (most recent call last)', { certificate: 'none' }),
    },
  },
  given,
)
