import {
  cancellationConsent,
  consentFile,
  createCancellationConsent,
  createFileConsent,
  createFutureConsent,
  createFuturePayment,
  createPayment,
  createPaymentConsent,
  fileConsent,
  fundsConfirmation,
  futureConsent,
  futurePayment,
  futurePaymentDetails,
  patchFuturePayment,
  payment,
  paymentConsent,
  paymentDetails,
  uploadFile,
} from './operation-names.ts'
import { type OperationRow, type RowFacts, row } from './operation-row.ts'

const pisp = row('payments', {
  grant: 'client',
  scope: 'payments',
  permissions: [],
  signs: 'response',
  idempotencyKey: false,
  pages: false,
  success: 200,
  body: 'json',
  sources: ['W'],
})

const creates: RowFacts = { signs: 'both', idempotencyKey: true, success: 201 }
const byUser: RowFacts = { grant: 'user' }
/** No page was seen: paths of O, the rest as the British parent has it. */
const ofCode: RowFacts = { sources: ['O', 'U'] }
/** No page was seen and no path: schemas of J name the resource. */
const ofSchemas: RowFacts = { signs: 'unseen', sources: ['J'] }
const createsOfSchemas: RowFacts = { ...ofSchemas, ...byUser, success: 201, idempotencyKey: undefined }

const futureAbroad = 'POST /international-future-dated-payment-consents'
const standingConsent = 'POST /domestic-standing-order-consents'
const standingAbroad = 'POST /international-standing-order-consents'

/** Payments. An `{Id}` is that of the resource before it, as no page that names it could be read. */
export const payments: readonly OperationRow[] = [
  pisp('mandatory', createPaymentConsent, creates),
  pisp('mandatory', paymentConsent),
  pisp('mandatory', fundsConfirmation, byUser),
  pisp('mandatory', createPayment, { ...creates, ...byUser }),
  pisp('mandatory', payment),
  pisp('optional', paymentDetails),
  pisp('conditional', createFutureConsent, creates),
  pisp('conditional', futureConsent, { mandatoryWith: createFutureConsent }),
  pisp('conditional', createCancellationConsent, creates),
  pisp('conditional', cancellationConsent, { mandatoryWith: createCancellationConsent }),
  pisp('conditional', createFuturePayment, { ...creates, ...byUser }),
  pisp('conditional', futurePayment, { mandatoryWith: createFuturePayment }),
  pisp('optional', futurePaymentDetails),
  pisp('conditional', patchFuturePayment, { signs: 'both', inferred: true }),
  pisp('conditional', createFileConsent, creates),
  pisp('conditional', uploadFile, { ...creates, success: 200, inferred: true, body: 'file' }),
  pisp('conditional', fileConsent, { mandatoryWith: createFileConsent }),
  pisp('conditional', consentFile, { body: 'file' }),
  pisp('unseen', 'POST /file-payments', { ...creates, ...byUser, ...ofCode }),
  pisp('unseen', 'GET /file-payments/{Id}', ofCode),
  pisp('unseen', 'GET /file-payments/{Id}/payment-details', ofCode),
  pisp('unseen', 'GET /file-payments/{Id}/report-file', { ...ofCode, body: 'file' }),
  pisp('unseen', 'POST /international-payment-consents', { ...creates, ...ofCode }),
  pisp('unseen', 'GET /international-payment-consents/{ConsentId}', ofCode),
  pisp('unseen', 'GET /international-payment-consents/{ConsentId}/funds-confirmation', { ...byUser, ...ofCode }),
  pisp('unseen', 'POST /international-payments', { ...creates, ...byUser, ...ofCode }),
  pisp('unseen', 'GET /international-payments/{Id}', ofCode),
  pisp('unseen', 'GET /international-payments/{Id}/payment-details', ofCode),
  pisp('conditional', futureAbroad, creates),
  pisp('conditional', 'GET /international-future-dated-payment-consents/{ConsentId}', { mandatoryWith: futureAbroad }),
  pisp('optional', 'GET /international-future-dated-payment-consents/{ConsentId}/funds-confirmation', byUser),
  pisp('unseen', 'POST /international-future-dated-payments', createsOfSchemas),
  pisp('unseen', 'GET /international-future-dated-payments/{Id}', ofSchemas),
  pisp('conditional', standingConsent, creates),
  pisp('conditional', 'GET /domestic-standing-order-consents/{ConsentId}', { mandatoryWith: standingConsent }),
  pisp('unseen', 'POST /domestic-standing-orders', createsOfSchemas),
  pisp('unseen', 'GET /domestic-standing-orders/{Id}', ofSchemas),
  pisp('conditional', standingAbroad, creates),
  pisp('conditional', 'GET /international-standing-order-consents/{ConsentId}', { mandatoryWith: standingAbroad }),
  pisp('unseen', 'POST /international-standing-orders', createsOfSchemas),
  pisp('unseen', 'GET /international-standing-orders/{Id}', ofSchemas),
]
