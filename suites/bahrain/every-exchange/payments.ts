import { finding } from '../../../checks/findings.ts'
import { membersNamed, placesAt, valueAt } from '../../../checks/places.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type ExchangeRule, type Given, type Observed, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { createCancellationConsent, createFileConsent } from '../operations.ts'
import { holds, isSuccess, nothingOwnedBy, ofSuccess, type Success, successOf, textIs } from './answers.ts'
import { accountSchemes, partsOf } from './namespaced.ts'

const states = ['AwaitingAuthorisation', 'AwaitingUpload', 'Authorised', 'Consumed', 'Rejected']

/**
 * The consent to cancel a payment shows no status. A status that is none is BH-ENU-001's finding. What is rejected at once
 * was refused, and waits for nothing.
 */
const beginsWaiting = ofSuccess((success) => {
  const { row, value } = success
  const creates = row.api === 'payments' && /^POST .*-consents$/.test(row.id) && row.id !== createCancellationConsent
  if (!creates || !states.includes(String(valueAt(value, '/Data/Status')))) return silent('no new consent to a payment')
  if (valueAt(value, '/Data/Status') === 'Rejected') return silent('the consent was refused at once')
  return textIs(success, '/Data/Status', row.id === createFileConsent ? 'AwaitingUpload' : 'AwaitingAuthorisation')
})

/** Whether an answer of these operations shows the state of a payment. */
const showsState =
  (operations: RegExp) =>
  ({ row, value }: Success): boolean =>
    operations.test(row.id) && valueAt(value, '/Data/Status') !== undefined

const schemesAreNamed = ofSuccess(({ row, value, at }) => {
  const accounts = row.api === 'payments' ? membersNamed(value, /^(?:CreditorAccount|DebtorAccount)$/) : []
  const schemes = accounts.flatMap((account) =>
    placesAt(account.value, '/SchemeName').map((place) => ({ ...place, at: `${account.at}${place.at}` })),
  )
  const named = schemes.filter((scheme) => typeof scheme.value === 'string' && partsOf(scheme.value) !== undefined)
  if (named.length === 0) return silent('the answer names no scheme of an account')
  const known = [...accountSchemes].join(', ')
  return named.flatMap((scheme) =>
    // Part of the schemas has XYZ for BH.
    accountSchemes.has(String(scheme.value).replace(/^XYZ\./, 'BH.'))
      ? []
      : [finding(`${at}${scheme.at}`, known, scheme.value)],
  )
})

const resultLeftOut = (exchange: Exchange, given: Given): Observed => {
  const success = successOf(exchange, given)
  const asked = isSuccess(success) && success.row.id.endsWith('/funds-confirmation')
  return asked && valueAt(success.value, '/Data/FundsAvailableResult') === undefined
    ? { FundsAvailableResult: 'left out' }
    : {}
}

const answer = (operation: string, data: string, status = 200): string =>
  `${operation}\n\n${status}\n{"Data":{${data}}, …}`

/** What single answers say of payments and of consents to them. */
export const payments: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-PIS-001',
    level: levels('BH-PIS-001'),
    about: 'bank',
    title: 'A new consent to a payment awaits its authorisation, one for a file the file',
    cites: [cite.pages('payment consents'), cite.schemas('status of payment consents')],
    defect: 'bh-payment-consent-born-authorised',
    check: beginsWaiting,
    example: {
      breaks: answer('POST /domestic-payment-consents', ' …,"Status":"Authorised"', 201),
      findings: [{ at: '/Data/Status', expected: 'AwaitingAuthorisation', got: 'Authorised' }],
    },
  }),
  everywhere({
    id: 'BH-PIS-004',
    level: levels('BH-PIS-004'),
    about: 'bank',
    title: 'A domestic or international payment has one of its six states',
    cites: [cite.schemas('status of payments')],
    defect: 'bh-payment-status-unlisted',
    check: nothingOwnedBy(
      'BH-PIS-004',
      showsState(/^(?:POST|GET) \/(?:domestic|international)-payments(?:\/\{\w+\})?$/),
    ),
    example: {
      breaks: answer('GET /domestic-payments/{DomesticPaymentId}', ' …,"Status":"Done"'),
      findings: [
        {
          at: '/Data/Status',
          expected:
            'one of AcceptedCreditSettlementCompleted, AcceptedSettlementCompleted, AcceptedSettlementInProcess, AcceptedWithoutPosting, Pending, Rejected',
          got: '"Done"',
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-PIS-005',
    level: levels('BH-PIS-005'),
    about: 'bank',
    title: 'A payment of a file, of a later day or of a standing order has one of its states',
    cites: [cite.schemas('status of file payments, future-dated payments and standing orders')],
    defect: 'bh-future-payment-status-unlisted',
    check: nothingOwnedBy(
      'BH-PIS-005',
      showsState(/^(?:POST|GET) \/(?:file-payments|[\w-]+-(?:future-dated-payments|standing-orders))(?:\/\{\w+\})?$/),
    ),
    example: {
      breaks: answer('GET /domestic-future-dated-payments/{Id}', ' …,"Status":"Done"'),
      findings: [
        {
          at: '/Data/Status',
          expected: 'one of Cancelled, InitiationCompleted, InitiationFailed, InitiationPending',
          got: '"Done"',
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-PIS-007',
    level: levels('BH-PIS-007'),
    about: 'bank',
    title: 'The accounts of a payment are named by IBAN, PAN or BBAN',
    cites: [cite.schemas('SchemeName')],
    defect: 'bh-creditor-of-another-scheme',
    check: schemesAreNamed,
    example: {
      breaks: answer(
        'GET /domestic-payment-consents/{ConsentId}',
        ' …,"Initiation":{ …,"CreditorAccount":{"SchemeName":"BH.OBF.Wallet", … }}',
      ),
      findings: [
        {
          at: '/Data/Initiation/CreditorAccount/SchemeName',
          expected: 'BH.OBF.IBAN, BH.OBF.PAN, BH.OBF.BBAN',
          got: 'BH.OBF.Wallet',
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-PIS-008',
    level: levels('BH-PIS-008'),
    about: 'bank',
    title: 'A confirmation of funds says yes or no, and when',
    cites: [cite.schemas('OBFundsAvailableResult'), cite.pages('funds confirmation')],
    defect: 'bh-funds-available-as-text',
    check: nothingOwnedBy('BH-PIS-008', holds(/^FundsAvailableResult$/)),
    observe: resultLeftOut,
    example: {
      breaks: answer(
        'GET /domestic-payment-consents/{ConsentId}/funds-confirmation',
        '"FundsAvailableResult":{ …,"FundsAvailable":"true"}',
      ),
      findings: [{ at: '/Data/FundsAvailableResult/FundsAvailable', expected: 'a boolean', got: '"true"' }],
    },
  }),
]
