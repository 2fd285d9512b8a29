import { apis, pathOf } from '../places.ts'
import type { Asked, Change } from './answered.ts'
import { behavioursOf, type Defect, wire } from './defect.ts'
import { inner, isToken, onObject } from './reading.ts'

type Json = Readonly<Record<string, unknown>>

const { base } = apis['account-opening-service-initiation']

const isRequest = ({ url, method }: Asked): boolean => method === 'POST' && pathOf(url) === `${base}/accounts`
const isStatus = ({ url }: Asked): boolean =>
  pathOf(url).startsWith(`${base}/accounts/`) && pathOf(url).endsWith('/status')

const onRequest = (change: (body: Json) => unknown): Change => onObject(isRequest, [201], change)
const onStatus = (change: (body: Json) => unknown): Change => onObject(isStatus, [200], change)

const waiting: readonly unknown[] = ['Pending', 'AwaitingLFIProcesses']

/** Changes what is told of an account that is not there yet. */
const onWaiting = (change: (data: Json) => Json): Change =>
  onStatus((body) => {
    const data = inner(body, 'Data')
    return waiting.includes(data.OpeningStatus) ? { ...body, Data: change(data) } : undefined
  })

const onTheWire: readonly Defect[] = [
  wire(
    'opening-without-meta',
    'The answer to a request for an account has no Meta',
    'UAE-AOP-001',
    onRequest(({ Meta: _, ...body }) => body),
  ),
  wire(
    'opening-state-of-its-own',
    'An account that is being opened has a state that the standard does not know',
    'UAE-AOP-003',
    onWaiting((data) => ({ ...data, OpeningStatus: 'Started' })),
  ),
  wire(
    'number-before-the-account',
    'An account has its number before it is opened',
    'UAE-AOP-004',
    onWaiting((data) => ({
      ...data,
      AccountIdentifiers: [{ SchemeName: 'IBAN', Identification: 'AE070331234567890123456' }],
    })),
  ),
  wire(
    'opening-without-self',
    'An account that is being opened does not link to itself',
    'UAE-AOP-006',
    onStatus((body) => {
      const { Self: _, ...links } = inner(body, 'Links')
      return { ...body, Links: links }
    }),
  ),
  wire(
    'opening-with-pages',
    'An account that is being opened tells a number of pages',
    'UAE-AOP-007',
    onStatus((body) => ({ ...body, Meta: { TotalPages: 1 } })),
  ),
  wire(
    'opening-scope-not-given',
    'A token for account opening is said to be for something else',
    'UAE-TOK-020',
    onObject(isToken, [200], (body) => (body.scope === 'account-opening' ? { ...body, scope: 'accounts' } : undefined)),
  ),
]

const behaviours = {
  'opening-in-the-clear': ['The answer to a request for an account is JSON', 'UAE-HDR-017'],
  'opening-begins-anew': ['An account that was opened is pending again', 'UAE-AOP-008'],
  'any-opening-pending': ['An account that nobody asked for is pending', 'UAE-AOP-009'],
  'opening-without-account-taken': ['A request for an account is taken without Data.Account', 'UAE-AOP-010'],
  'audit-unread': ['Changes of shared data are not looked at', 'UAE-AOP-011'],
  'opening-subscription-shown': ['A new webhook is answered with 200', 'UAE-AOP-012'],
  'opening-subscription-of-the-guide-taken': ['A webhook is taken in the form that version 2.0 had', 'UAE-AOP-013'],
  'any-token-opens-accounts': ['An account is opened with whatever token', 'UAE-AOP-015'],
  'any-scope-reads-consents': ['A consent is read with whatever token', 'UAE-TOK-039'],
  'request-signature-unread': ['The signature of a request is not verified', 'UAE-SIG-007'],
  'request-of-two-segments-taken': ['A JWT without its signature is taken', 'UAE-SIG-008'],
  'request-algorithms-open': ['A request is taken by any algorithm and key', 'UAE-SIG-009'],
  'request-never-ends': ['A request is taken after its end', 'UAE-SIG-010'],
  'claims-taken-for-message': ['A request is read from the claims themselves', 'UAE-SIG-011'],
  'unsigned-request-taken': ['A request for an account is taken as JSON', 'UAE-SIG-012'],
} as const satisfies Readonly<Record<string, readonly [title: string, breaks: string]>>

/** Defects of account opening, and of signed requests. */
export const accountOpeningDefects: readonly Defect[] = [...onTheWire, ...behavioursOf(behaviours)]
