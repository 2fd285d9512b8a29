import { type Defect, wire } from '../../defects/defect.ts'
import { onBody, onData } from './changes.ts'
import {
  consent,
  createConsent,
  createPaymentConsent,
  fundsConfirmation,
  futurePayment,
  patchConsent,
  payment,
  paymentConsent,
} from './operations.ts'
import { isOperation } from './reading.ts'

const hour = 3_600_000

const earlier = (text: unknown): string => new Date(Date.parse(String(text)) - hour).toISOString()

/** Wire defects of what a consent or a payment is said to be. */
export const consentDefects: readonly Defect[] = [
  wire('bh-consent-created-with-200', 'A new consent is answered with 200', 'BH-CON-001', (answer, asked) =>
    isOperation(createConsent)(asked) && answer.status === 201 ? { ...answer, status: 200 } : answer,
  ),
  wire(
    'bh-consent-born-authorised',
    'A new consent is authorised already',
    'BH-CON-003',
    onData(createConsent, 201, (data) => ({ ...data, Status: 'Authorised' })),
  ),
  wire(
    'bh-consent-shown-narrower',
    'A consent is shown without its last permission',
    'BH-CON-005',
    onData(consent, 200, (data) =>
      Array.isArray(data.Permissions) && data.Permissions.length > 1
        ? { ...data, Permissions: data.Permissions.slice(0, -1) }
        : data,
    ),
  ),
  wire(
    'bh-consent-without-creation',
    'A consent does not say when it was made',
    'BH-CON-006',
    onData(consent, 200, ({ CreationDateTime: _, ...data }) => data),
  ),
  wire('bh-consent-read-with-203', 'A consent is shown with 203', 'BH-CON-007', (answer, asked) =>
    isOperation(consent)(asked) && answer.status === 200 ? { ...answer, status: 203 } : answer,
  ),
  wire(
    'bh-consent-with-expiration',
    'A consent says when it ends',
    'BH-CON-015',
    onData(consent, 200, (data) => ({ ...data, ExpirationDateTime: '2030-01-01T00:00:00Z' })),
  ),
  wire(
    'bh-consent-updated-before-creation',
    'A consent changed before it was made',
    'BH-DAT-008',
    onData(consent, 200, (data) => ({ ...data, StatusUpdateDateTime: earlier(data.CreationDateTime) })),
  ),
  wire(
    'bh-approval-not-shown',
    'A consent that was given still waits for its user',
    'BH-CON-008',
    onData(consent, 200, (data) =>
      data.Status === 'Authorised'
        ? { ...data, Status: 'AwaitingAuthorisation', StatusUpdateDateTime: data.CreationDateTime }
        : data,
    ),
  ),
  wire(
    'bh-revocation-not-shown',
    'The answer to a revocation shows a consent that holds',
    'BH-CON-009',
    onData(patchConsent, 200, (data) => ({ ...data, Status: 'Authorised' })),
  ),
  wire(
    'bh-payment-consent-born-authorised',
    'A new payment consent is authorised already',
    'BH-PIS-001',
    onData(createPaymentConsent, 201, (data) => ({ ...data, Status: 'Authorised' })),
  ),
  wire(
    'bh-payment-status-unlisted',
    'A payment has a state that is none',
    'BH-PIS-004',
    onData(payment, 200, (data) => ({ ...data, Status: 'Done' })),
  ),
  wire(
    'bh-future-payment-status-unlisted',
    'A payment on a day to come has a state that is none',
    'BH-PIS-005',
    onData(futurePayment, 200, (data) => ({ ...data, Status: 'Done' })),
  ),
  wire(
    'bh-creditor-of-another-scheme',
    'Who is paid has an account of a scheme that the framework does not name',
    'BH-PIS-007',
    onBody(paymentConsent, 200, (body) => {
      const data = body.Data as { readonly Initiation: { readonly CreditorAccount: object } }
      const CreditorAccount = { ...data.Initiation.CreditorAccount, SchemeName: 'BH.OBF.Wallet' }
      return { ...body, Data: { ...data, Initiation: { ...data.Initiation, CreditorAccount } } }
    }),
  ),
  wire(
    'bh-funds-available-as-text',
    'Whether there is money is told as a text',
    'BH-PIS-008',
    onData(fundsConfirmation, 200, (data) => ({
      ...data,
      FundsAvailableResult: { ...(data.FundsAvailableResult as object), FundsAvailable: 'true' },
    })),
  ),
]
