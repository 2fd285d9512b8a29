import { expect, it } from 'vitest'
import { bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import {
  accounts,
  createCancellationConsent,
  createFileConsent,
  createPaymentConsent,
  fundsConfirmation,
  futurePayment,
  payment,
  paymentConsent,
} from '../operations.ts'
import { payments } from './payments.ts'

const made = (operation: string, Status: unknown) =>
  bahrainRead(operation, { ConsentId: 'c1', Status }, {}, { status: 201 })
const paid = (Status: unknown, operation = payment) => bahrainRead(operation, { DomesticPaymentId: 'p1', Status })

proves(
  ruleNamed(payments, 'BH-PIS-001'),
  {
    holds: {
      waiting: made(createPaymentConsent, 'AwaitingAuthorisation'),
      'waiting for its file': made(createFileConsent, 'AwaitingUpload'),
    },
    breaks: {
      authorised: [
        made(createPaymentConsent, 'Authorised'),
        { at: '/Data/Status', expected: 'AwaitingAuthorisation', got: 'Authorised' },
      ],
      'a file that is not there': [made(createFileConsent, 'AwaitingAuthorisation'), '/Data/Status'],
    },
    silent: {
      refused: made(createPaymentConsent, 'Rejected'),
      'a cancellation': made(createCancellationConsent, 'Authorised'),
      'no status of a consent': made(createPaymentConsent, 'Open'),
      'a read': bahrainRead(paymentConsent, { Status: 'Authorised' }),
    },
  },
  bahrainGiven,
)

proves(
  ruleNamed(payments, 'BH-PIS-004'),
  {
    holds: { pending: paid('Pending') },
    breaks: {
      unlisted: [
        paid('Done'),
        {
          at: '/Data/Status',
          expected:
            'one of AcceptedCreditSettlementCompleted, AcceptedSettlementCompleted, AcceptedSettlementInProcess, AcceptedWithoutPosting, Pending, Rejected',
          got: '"Done"',
        },
      ],
      'that of an order': [paid('InitiationPending'), '/Data/Status'],
    },
    silent: { 'an order': paid('Done', futurePayment), 'no status': bahrainRead(payment, {}) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(payments, 'BH-PIS-005'),
  {
    holds: { cancelled: paid('Cancelled', futurePayment) },
    breaks: {
      unlisted: [
        paid('Done', futurePayment),
        {
          at: '/Data/Status',
          expected: 'one of Cancelled, InitiationCompleted, InitiationFailed, InitiationPending',
          got: '"Done"',
        },
      ],
    },
    silent: { 'a payment': paid('Done') },
  },
  bahrainGiven,
)

const to = (SchemeName: string) =>
  bahrainRead(paymentConsent, { Initiation: { CreditorAccount: { SchemeName, Identification: '1' } } })
proves(
  ruleNamed(payments, 'BH-PIS-007'),
  {
    holds: { IBAN: to('BH.OBF.IBAN'), 'as part of the schemas has it': to('XYZ.OBF.BBAN') },
    breaks: {
      another: [
        to('BH.OBF.Wallet'),
        {
          at: '/Data/Initiation/CreditorAccount/SchemeName',
          expected: 'BH.OBF.IBAN, BH.OBF.PAN, BH.OBF.BBAN',
          got: 'BH.OBF.Wallet',
        },
      ],
    },
    silent: {
      'no namespace has another rule': to('Wallet'),
      'account information': bahrainRead(accounts, { Account: [] }),
    },
  },
  bahrainGiven,
)

const funds = (FundsAvailable: unknown, FundsAvailableDateTime: unknown = '2026-06-01T08:00:00Z') =>
  bahrainRead(fundsConfirmation, { FundsAvailableResult: { FundsAvailable, FundsAvailableDateTime } })
const confirmation = ruleNamed(payments, 'BH-PIS-008')
proves(
  confirmation,
  {
    holds: { yes: funds(true), 'a form of date that is told elsewhere': funds(false, '2026-06-01T11:00:00+0300') },
    breaks: {
      'a text': [
        funds('true'),
        { at: '/Data/FundsAvailableResult/FundsAvailable', expected: 'a boolean', got: '"true"' },
      ],
      'no time': [
        bahrainRead(fundsConfirmation, { FundsAvailableResult: { FundsAvailable: true } }),
        '/Data/FundsAvailableResult',
      ],
    },
    silent: { 'no result': bahrainRead(fundsConfirmation, {}) },
  },
  bahrainGiven,
)

it('a confirmation without a result is observed', () => {
  expect(confirmation.observe?.(bahrainRead(fundsConfirmation, {}), bahrainGiven)).toEqual({
    FundsAvailableResult: 'left out',
  })
  expect(confirmation.observe?.(funds(true), bahrainGiven)).toEqual({})
})
