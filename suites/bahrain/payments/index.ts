import type { Suite } from '../../../engine/standard.ts'
import { wholeRun } from '../every-exchange/index.ts'
import { operations } from '../operations.ts'
import { keysAreDemanded, keysAreNotReused, keysMakeNothingTwice, longKeysAreRefused } from './rules/keys.ts'
import {
  consentsArePaidAfterAgreement,
  grantsOpenTheirOperations,
  paymentsAreThoseAgreedUpon,
} from './rules/payments.ts'
import {
  lettersComeBack,
  signaturesAreDemanded,
  signaturesAreVerified,
  unsupportedValuesAreRefused,
} from './rules/requests.ts'
import { askForPaymentConsents } from './scenarios/ask-for-consents.ts'
import { pay } from './scenarios/pay.ts'
import { payLater } from './scenarios/pay-later.ts'

const id = 'bahrain/payments'

/** Payments that a user agrees to. */
export const payments: Suite = {
  id,
  title: 'Payments',
  operations: operations.flatMap(({ id: one, api }) => (api === 'payments' ? [one] : [])),
  scenarios: [askForPaymentConsents, pay, payLater],
  rules: [
    keysAreDemanded,
    longKeysAreRefused,
    keysMakeNothingTwice,
    keysAreNotReused,
    signaturesAreDemanded,
    signaturesAreVerified,
    unsupportedValuesAreRefused,
    lettersComeBack,
    consentsArePaidAfterAgreement,
    paymentsAreThoseAgreedUpon,
    grantsOpenTheirOperations,
    ...wholeRun.filter(({ suite }) => suite === id),
  ],
}
