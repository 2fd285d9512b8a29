import type { Answered, Asked, Change } from './answered.ts'
import { type Defect, wire } from './defect.ts'
import { headerOf, isAccounts, isListOfAccounts, isResource, withHeader } from './reading.ts'

/** Sets a header of the answers with these statuses, or takes it out. */
const header =
  (
    applies: (asked: Asked) => boolean,
    statuses: readonly number[],
    name: string,
    value: (answer: Answered, asked: Asked) => string | undefined,
  ): Change =>
  (answer, asked) =>
    applies(asked) && statuses.includes(answer.status)
      ? { ...answer, headers: withHeader(answer.headers, name, value(answer, asked)) }
      : answer

const interactionId = 'x-fapi-interaction-id'
const anHour = 3_600_000

const gone = (): undefined => undefined

/** Wire defects of what HTTP itself asks of an answer. */
export const httpDefects: readonly Defect[] = [
  wire(
    'unauthorised-without-scheme',
    'A 401 says nothing in WWW-Authenticate',
    'UAE-HDR-014',
    header(isResource, [401], 'www-authenticate', gone),
  ),
  wire(
    'data-left-to-caches',
    'Caches that serve several users may keep the data of one',
    'UAE-HDR-022',
    header(isAccounts, [200], 'cache-control', () => 'public, max-age=60'),
  ),
  wire(
    'date-of-an-hour-ago',
    'Date is an hour behind',
    'UAE-HDR-028',
    header(isAccounts, [200], 'date', () => new Date(Date.now() - anHour).toUTCString()),
  ),
  wire(
    'date-header-of-iso-8601',
    'Date is written as in a body',
    'UAE-DAT-007',
    header(isAccounts, [200], 'date', () => new Date().toISOString()),
  ),
  wire('text-called-json', 'A 406 comes with a text that is called JSON', 'UAE-HDR-015/should', (answer, asked) =>
    isResource(asked) && answer.status === 406
      ? {
          ...answer,
          headers: withHeader(answer.headers, 'content-type', 'application/json'),
          body: 'The media type cannot be had.',
        }
      : answer,
  ),
  wire(
    'allow-left-out',
    'A 405 does not say which methods there are',
    'UAE-HDR-021/should',
    header(isListOfAccounts, [405], 'allow', gone),
  ),
  wire(
    'other-methods-accepted',
    'PUT and DELETE are answered as if they had done something',
    'UAE-HDR-021',
    (answer, asked) =>
      isListOfAccounts(asked) && ['PUT', 'DELETE'].includes(asked.method)
        ? { ...answer, status: 204, body: '' }
        : answer,
  ),
  wire('trace-answered', 'TRACE is answered', 'UAE-ERR-020', (answer, asked) =>
    isListOfAccounts(asked) && asked.method === 'TRACE'
      ? {
          status: 200,
          headers: withHeader(answer.headers, 'content-type', 'message/http'),
          body: 'TRACE /accounts HTTP/1.1\r\n\r\n',
        }
      : answer,
  ),
  wire(
    'generated-id-without-dashes',
    'Interaction ids that the bank makes have no dashes',
    'UAE-HDR-002',
    (answer, asked) =>
      isListOfAccounts(asked) && headerOf(asked.headers, interactionId) === undefined
        ? {
            ...answer,
            headers: withHeader(
              answer.headers,
              interactionId,
              headerOf(answer.headers, interactionId)?.replaceAll('-', ''),
            ),
          }
        : answer,
  ),
  wire(
    'interaction-id-lost-on-404',
    'An account that nobody has is answered with 404, and without the interaction id',
    'UAE-HDR-003/should',
    (answer, asked) =>
      isAccounts(asked) && !isListOfAccounts(asked) && answer.status === 403
        ? {
            status: 404,
            headers: withHeader(withHeader(answer.headers, interactionId, undefined), 'content-type', undefined),
            body: '',
          }
        : answer,
  ),
  wire(
    'interaction-id-lost-on-limits',
    'A 429 comes without the interaction id',
    'UAE-RTL-003',
    header(isResource, [429], interactionId, gone),
  ),
  wire(
    'retry-after-in-words',
    'A 429 says in words when to come back',
    'UAE-RTL-002',
    header(isResource, [429], 'retry-after', () => 'soon'),
  ),
]
