import { type Defect, wire } from './defect.ts'
import { inner, isConsent, onObject, withHeader } from './reading.ts'

const day = 86_400_000

const movedBy = (text: unknown, milliseconds: number): string =>
  new Date(Date.parse(String(text)) + milliseconds).toISOString()

type Data = Readonly<Record<string, unknown>>

/** Changes the members of a consent that is shown. */
const onConsent = (change: (data: Data) => Data) =>
  onObject(isConsent, [200], (body) => ('Data' in body ? { ...body, Data: change(inner(body, 'Data')) } : undefined))

/** Wire defects of consents. */
export const consentDefects: readonly Defect[] = [
  wire(
    'consent-without-expiration',
    'A consent does not say when it ends',
    'UAE-CNS-003',
    onConsent(({ ExpirationDateTime: _, ...data }) => data),
  ),
  wire(
    'consent-expiration-moved',
    'A consent shows an end a day after the one that was pushed',
    'UAE-CNS-006',
    onConsent((data) => ({ ...data, ExpirationDateTime: movedBy(data.ExpirationDateTime, day) })),
  ),
  wire(
    'consent-changed-before-creation',
    'A consent says that it changed a day before it was made',
    'UAE-CNS-007',
    onConsent((data) => ({ ...data, StatusUpdateDateTime: movedBy(data.CreationDateTime, -day) })),
  ),
  wire(
    'renewed-consent-consumed',
    'A consent that renews another shows as Consumed',
    'UAE-CNS-009',
    onConsent((data) => ('BaseConsentId' in data ? { ...data, Status: 'Consumed' } : data)),
  ),
  wire('consent-deletable', 'A consent seems to be deleted', 'UAE-CNS-024', (answer, asked) =>
    isConsent(asked) && asked.method === 'DELETE' && answer.status === 405
      ? { ...answer, status: 204, headers: withHeader(answer.headers, 'content-length', undefined) }
      : answer,
  ),
]
