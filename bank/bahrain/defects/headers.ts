import { randomUUID } from 'node:crypto'
import { type Defect, wire } from '../../defects/defect.ts'
import { headerOf, withHeader } from '../../defects/reading.ts'
import { onHeader } from './changes.ts'
import { accounts, balances, createPayment, createPaymentConsent, payment } from './operations.ts'
import { isOperation, isResource } from './reading.ts'

const interactionId = 'x-fapi-interaction-id'
const signature = 'x-jws-signature'
const gone = (): undefined => undefined
const isAccounts = isOperation(accounts)

/** Wire defects of the headers of answers. */
export const headerDefects: readonly Defect[] = [
  wire(
    'bh-json-called-text',
    'JSON comes as text/plain',
    'BH-RSP-001',
    onHeader(isAccounts, [200], 'content-type', () => 'text/plain'),
  ),
  wire('bh-jwe-of-three-parts', 'An encrypted answer has three parts', 'BH-RSP-002', (answer, asked) =>
    isAccounts(asked) && headerOf(asked.headers, 'accept')?.includes('jwe')
      ? {
          status: 200,
          headers: withHeader(answer.headers, 'content-type', 'application/jwe'),
          body: 'e30.e30.e30',
        }
      : answer,
  ),
  wire(
    'bh-interaction-id-left-out',
    'Balances come without an interaction id',
    'BH-RSP-003',
    onHeader(isOperation(balances), [200], interactionId, gone),
  ),
  wire(
    'bh-interaction-id-of-its-own',
    'The interaction id of a call is not played back',
    'BH-RSP-004',
    onHeader(isAccounts, [200], interactionId, (before, { headers }) =>
      headerOf(headers, interactionId) === undefined ? before : randomUUID(),
    ),
  ),
  wire(
    'bh-generated-id-without-dashes',
    'Interaction ids that the bank makes have no dashes',
    'BH-RSP-005',
    onHeader(isResource, [200], interactionId, (before, { headers }) =>
      headerOf(headers, interactionId) === undefined ? before?.replaceAll('-', '') : before,
    ),
  ),
  wire(
    'bh-retry-after-as-date',
    'Retry-After is a date',
    'BH-RSP-006',
    onHeader(isResource, [429], 'retry-after', (seconds) =>
      new Date(Date.now() + Number(seconds) * 1000).toUTCString(),
    ),
  ),
  wire(
    'bh-date-header-of-iso-8601',
    'Date is written as in a body',
    'BH-RSP-008',
    onHeader(isAccounts, [200], 'date', () => new Date().toISOString()),
  ),
  wire(
    'bh-payment-unsigned',
    'A payment is answered without a signature',
    'BH-RSP-007',
    onHeader(isOperation(createPayment), [201], signature, gone),
  ),
  wire('bh-signature-of-another-body', 'The signature of a payment fits another body', 'BH-JWS-001', (answer, asked) =>
    isOperation(payment)(asked) && answer.status === 200 ? { ...answer, body: `${answer.body} ` } : answer,
  ),
  wire(
    'bh-errors-unsigned',
    'Errors of payment consents are not signed',
    'BH-JWS-007',
    onHeader(isOperation(createPaymentConsent), [400, 401, 403], signature, gone),
  ),
]
