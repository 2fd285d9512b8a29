import { mendings } from '../authorisation/lenient.ts'
import { strictnesses } from '../authorisation/strict.ts'
import type { Change } from './answered.ts'
import { type Defect, wire } from './defect.ts'
import { headerOf, isAuthorization, isConsent, isPushed, onObject, withHeader } from './reading.ts'

const behaviour = (name: string, breaks: string, title: string): Defect => ({ name, breaks, title, kind: 'behaviour' })

/** Changes the address to which a user is sent back to the client, where it has this parameter. */
const onWayBack =
  (parameter: string, change: (url: URL) => void): Change =>
  (answer, asked) => {
    const location = headerOf(answer.headers, 'location')
    if (!isAuthorization(asked) || location === undefined || !URL.canParse(location)) return answer
    const url = new URL(location)
    if (!url.searchParams.has(parameter) || !url.searchParams.has('state')) return answer
    change(url)
    return { ...answer, headers: withHeader(answer.headers, 'location', url.href) }
  }

/** Wire defects of pushes, and of the way back to the client. */
const onTheWire: readonly Defect[] = [
  wire(
    'request-uri-lives-an-hour',
    'A pushed request lives for an hour',
    'UAE-PAR-002',
    onObject(isPushed, [200, 201], (body) => ({ ...body, expires_in: 3600 })),
  ),
  wire('push-without-interaction-id', 'The answer to a push has no interaction id', 'UAE-PAR-003', (answer, asked) =>
    isPushed(asked) ? { ...answer, headers: withHeader(answer.headers, 'x-fapi-interaction-id', undefined) } : answer,
  ),
  wire('pushed-consent-hidden', 'A consent that waits for its user is not shown', 'UAE-PAR-048', (answer, asked) =>
    isConsent(asked) && answer.body.includes('"Status":"AwaitingAuthorization"')
      ? { ...answer, status: 404, body: '' }
      : answer,
  ),
  wire(
    'callback-with-id-token',
    'An id_token comes back with the code',
    'UAE-CBK-005',
    onWayBack('code', (url) => url.searchParams.set('id_token', 'bm90LWEtcmVhbC1vbmU')),
  ),
  wire(
    'refusal-without-iss',
    'A user who declines comes back without the issuer',
    'UAE-CBK-007',
    onWayBack('error', (url) => url.searchParams.delete('iss')),
  ),
  wire(
    'refusal-in-own-words',
    'A user who declines is told of in words of no list',
    'UAE-CBK-008',
    onWayBack('error', (url) => url.searchParams.set('error_description', 'cancelled')),
  ),
  wire('callback-by-307', 'The user is sent back by a 307', 'UAE-CBK-010', (answer, asked) => {
    const location = headerOf(answer.headers, 'location') ?? ''
    return isAuthorization(asked) && location.includes('code=') ? { ...answer, status: 307 } : answer
  }),
]

/** Defects of pushed requests, of the authorization endpoint, and of the way back to the client. */
export const pushDefects: readonly Defect[] = [
  ...onTheWire,
  ...[...mendings, ...strictnesses].map(({ name, breaks, title }) => behaviour(name, breaks, title)),
  behaviour('further-parameters-refused', 'UAE-CBK-001', 'An authorization request with more than it needs is refused'),
  behaviour('request-uri-not-bound', 'UAE-CBK-003', 'A request_uri works for any client'),
  behaviour('request-without-push-accepted', 'UAE-CBK-004', 'An authorization request works that nobody pushed'),
  behaviour('declined-consent-waits', 'UAE-CBK-009', 'A consent that its user declined goes on waiting'),
]
