import { pathOf } from '../places.ts'
import type { Answered, Asked, Change } from './answered.ts'
import { type Defect, wire } from './defect.ts'
import { headerOf, isAccount, isResource, onObject, queryOf, withHeader, withObject } from './reading.ts'

type Json = Readonly<Record<string, unknown>>

const json = 'application/json; charset=utf-8'

/** A good answer turned into an error with a body of the standard. */
export const asError = (answer: Answered, status: 400 | 403 | 500, code: string, message: string): Answered => ({
  ...withObject(answer, { Errors: [{ Code: code, Message: message }] }),
  status,
  headers: withHeader(answer.headers, 'content-type', json),
})

/** Changes every error of a body. */
const eachError =
  (change: (error: Json) => unknown) =>
  (body: Json): Json | undefined =>
    Array.isArray(body.Errors) ? { ...body, Errors: body.Errors.map(change) } : undefined

/** Refuses a call of one account that is otherwise good. */
const refuses =
  (applies: (asked: Asked) => boolean, status: 400 | 403, message: string): Change =>
  (answer, asked) =>
    isAccount(asked) && answer.status === 200 && applies(asked)
      ? asError(answer, status, 'GenericError', message)
      : answer

const sent = (asked: Asked, name: string): string => headerOf(asked.headers, name) ?? ''

const aboutCustomer = ['x-fapi-auth-date', 'x-fapi-customer-ip-address', 'x-customer-user-agent']

/** Wire defects of errors, and of what is refused although it is good. */
export const errorDefects: readonly Defect[] = [
  wire(
    'error-without-path',
    'An error about a field does not name it',
    'UAE-ERR-003',
    onObject(
      isResource,
      [400],
      eachError(({ Path: _, ...rest }) => rest),
    ),
  ),
  wire('error-called-text', 'The JSON of an error is called text/plain', 'UAE-ERR-004', (answer, asked) =>
    isResource(asked) && [400, 403].includes(answer.status)
      ? { ...answer, headers: withHeader(answer.headers, 'content-type', 'text/plain') }
      : answer,
  ),
  wire(
    'error-with-stack',
    'The message of an error shows the stack of the server',
    'UAE-ERR-005',
    onObject(
      isResource,
      [400, 403],
      eachError((error) => ({ ...error, Message: 'Error: refused\n    at read (/srv/bank/app.js:10:5)' })),
    ),
  ),
  wire('any-account-shown', 'An account that nobody has is shown', 'UAE-ERR-011', (answer, asked) => {
    const AccountId = new URL(asked.url).pathname.split('/').at(-1) ?? ''
    // Tokens without a user, and accounts of the bank that the consent leaves out, are refused as before.
    const nobodys = /^[0-9a-f-]{36}$/.test(AccountId) && answer.body.includes('Consent.PermanentAccountAccessFailure')
    if (!isAccount(asked) || !nobodys) return answer
    const Account = { Status: 'Active', Currency: 'AED', AccountType: 'Retail', AccountSubType: 'CurrentAccount' }
    const Data = { AccountId, Account }
    return { ...withObject(answer, { Data, Links: { Self: asked.url }, Meta: { TotalPages: 1 } }), status: 200 }
  }),
  wire('strange-paths-answered', 'An address that there is not is answered with 200', 'UAE-ERR-012', (answer, asked) =>
    answer.status === 404 && pathOf(asked.url).startsWith('/open-finance/account-information/')
      ? { ...withObject(answer, {}), status: 200, headers: withHeader(answer.headers, 'content-type', json) }
      : answer,
  ),
  wire(
    'odd-auth-date-fails',
    'A date of a log-in that is none makes the server fail',
    'UAE-ERR-017',
    (answer, asked) =>
      isAccount(asked) && answer.status === 400 && /T.*Z$/.test(sent(asked, 'x-fapi-auth-date'))
        ? asError(answer, 500, 'GenericError', 'The date could not be read.')
        : answer,
  ),
  wire(
    'odd-id-forbidden',
    'An interaction id that is no UUID is answered with 403',
    'UAE-HDR-004',
    refuses((asked) => sent(asked, 'x-fapi-interaction-id') === 'abc', 403, 'The interaction id is no UUID.'),
  ),
  wire(
    'utc-refused',
    'The date of a log-in in UTC is refused',
    'UAE-HDR-006',
    refuses((asked) => sent(asked, 'x-fapi-auth-date').endsWith('UTC'), 400, 'The date is not in GMT.'),
  ),
  wire(
    'background-calls-refused',
    'An account is not shown where no customer is said to be present',
    'UAE-HDR-008',
    refuses((asked) => aboutCustomer.every((name) => sent(asked, name) === ''), 400, 'No customer is present.'),
  ),
  wire(
    'ipv6-refused',
    'The address of a customer is taken as IPv4 alone',
    'UAE-HDR-010',
    refuses((asked) => sent(asked, 'x-fapi-customer-ip-address').includes(':'), 400, 'The address is not IPv4.'),
  ),
  wire('accept-demanded', 'A call without Accept is answered with 406', 'UAE-HDR-018', (answer, asked) =>
    isAccount(asked) && answer.status === 200 && sent(asked, 'accept') === ''
      ? { status: 406, headers: withHeader(answer.headers, 'content-type', undefined), body: '' }
      : answer,
  ),
  wire(
    'strange-headers-refused',
    'Headers that no document names are refused',
    'UAE-HDR-029',
    refuses((asked) => sent(asked, 'x-mizan-unknown') !== '', 400, 'A header is not known.'),
  ),
  wire(
    'strange-parameters-forbidden',
    'A query parameter that no document names is answered with 403',
    'UAE-PAG-020',
    refuses((asked) => queryOf(asked, 'foo') !== undefined, 403, 'A parameter is not known.'),
  ),
]
