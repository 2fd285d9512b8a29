import type { Answered, Asked, Change } from './answered.ts'
import { type Defect, wire } from './defect.ts'
import { headerOf, inner, isAccounts, isResource, isTransactions, onObject, withHeader, withObject } from './reading.ts'

const interactionId = 'x-fapi-interaction-id'
const anotherId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const declaredErrors: readonly number[] = [400, 401, 403, 404, 405, 406, 500]

const sentId = (asked: Asked): string | undefined => headerOf(asked.headers, interactionId)

const setId =
  (applies: (answer: Answered, asked: Asked) => boolean, value: string | undefined): Change =>
  (answer, asked) =>
    isResource(asked) && applies(answer, asked)
      ? { ...answer, headers: withHeader(answer.headers, interactionId, value) }
      : answer

const asBadRequest = (answer: Answered, message: string): Answered => ({
  ...withObject(answer, { Errors: [{ Code: 'GenericError', Message: message }] }),
  status: 400,
  headers: withHeader(
    withHeader(answer.headers, 'www-authenticate', undefined),
    'content-type',
    'application/json; charset=utf-8',
  ),
})

const withoutOffset = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/([Zz]|[+-]\d{2}:\d{2})$/, '') : value

const eachTransaction = (body: unknown, change: (one: Readonly<Record<string, unknown>>) => unknown): unknown => {
  const data = inner(body, 'Data')
  if (!Array.isArray(data.Transaction)) return undefined
  return { ...(body as object), Data: { ...data, Transaction: data.Transaction.map(change) } }
}

const withExtra = (account: unknown): unknown => ({ ...(account as object), BranchCode: '001' })

/** Wire defects of the resources. */
export const resourceDefects: readonly Defect[] = [
  wire(
    'interaction-id-replaced',
    'Good answers carry another interaction id than the one sent',
    'UAE-HDR-001',
    setId(({ status }, asked) => status < 300 && sentId(asked) !== undefined, anotherId),
  ),
  wire(
    'interaction-id-lost-on-errors',
    'Errors come without the interaction id',
    'UAE-HDR-003',
    setId(({ status }) => declaredErrors.includes(status), undefined),
  ),
  wire(
    'generated-interaction-id-repeats',
    'Where none was sent, the interaction id is always the same',
    'UAE-HDR-005',
    setId((_, asked) => sentId(asked) === undefined, anotherId),
  ),
  wire('media-type-text', 'JSON is called text/plain', 'UAE-HDR-015', (answer, asked) => {
    const type = headerOf(answer.headers, 'content-type') ?? ''
    return isResource(asked) && answer.status === 200 && type.startsWith('application/json')
      ? { ...answer, headers: withHeader(answer.headers, 'content-type', 'text/plain; charset=utf-8') }
      : answer
  }),
  wire(
    'date-without-zone',
    'BookingDateTime has no time-zone offset',
    'UAE-DAT-001',
    onObject(isTransactions, [200], (body) =>
      eachTransaction(body, (one) => ({ ...one, BookingDateTime: withoutOffset(one.BookingDateTime) })),
    ),
  ),
  wire(
    'account-with-undeclared-member',
    'Accounts have a member that the contract does not declare',
    'UAE-BDS-001',
    onObject(isAccounts, [200], (body) => {
      const data = inner(body, 'Data')
      const { Account: account } = data
      return {
        ...body,
        Data: { ...data, Account: Array.isArray(account) ? account.map(withExtra) : withExtra(account) },
      }
    }),
  ),
  wire(
    'error-body-without-errors',
    'The body of an error is an empty object',
    'UAE-ERR-001',
    onObject(isResource, [400, 403], () => ({})),
  ),
  wire('no-token-answers-400', 'A call without a token is answered with 400', 'UAE-HDR-012', (answer, asked) =>
    isResource(asked) && answer.status === 401 && headerOf(asked.headers, 'authorization') === undefined
      ? asBadRequest(answer, 'The access token is missing.')
      : answer,
  ),
  wire(
    'unacceptable-answers-400',
    'An Accept that cannot be met is answered with 400',
    'UAE-HDR-019',
    (answer, asked) =>
      isResource(asked) && answer.status === 406 ? asBadRequest(answer, 'The media type cannot be had.') : answer,
  ),
  wire(
    'prev-on-first-page',
    'The first page has a link to one before it',
    'UAE-PAG-004',
    onObject(isTransactions, [200], (body) => {
      const links = inner(body, 'Links')
      return 'Next' in links && !('Prev' in links) ? { ...body, Links: { ...links, Prev: links.Self } } : undefined
    }),
  ),
  wire(
    'next-loops',
    'From the second page on, the next page is the same one again',
    'UAE-PAG-003',
    onObject(isTransactions, [200], (body) => {
      const links = inner(body, 'Links')
      return 'Next' in links && 'Prev' in links ? { ...body, Links: { ...links, Next: links.Self } } : undefined
    }),
  ),
]
