import { ibanFits } from '../../ledger/iban.ts'
import { isDateTime, isObject } from '../../policy/values.ts'
import { badRequest, type Outcome } from '../../resources/call.ts'
import type { Json } from '../../resources/money.ts'
import type { Call } from '../call.ts'
import type { PaymentKind } from './kinds.ts'

const at = 'Data.Initiation'
const schemes: readonly unknown[] = ['BH.OBF.IBAN', 'BH.OBF.BBAN', 'BH.OBF.PAN']
const instruments: readonly unknown[] = ['BH.OBF.DNS', 'BH.OBF.NRT', 'BH.OBF.BIL']
const amountForm = /^\d{1,13}(\.\d{1,5})?$/

const amountFault = (given: unknown): Outcome | undefined => {
  const path = `${at}.InstructedAmount`
  if (!isObject(given)) return badRequest('Field.Missing', 'An amount is needed.', path)
  if (typeof given.Amount !== 'string' || !amountForm.test(given.Amount)) {
    return badRequest('Field.Invalid', 'The amount is none.', `${path}.Amount`)
  }
  return given.Currency === 'BHD'
    ? undefined
    : badRequest('Unsupported.Currency', 'The bank pays in BHD.', `${path}.Currency`)
}

const creditorFault = (given: unknown): Outcome | undefined => {
  const path = `${at}.CreditorAccount`
  if (!isObject(given)) return badRequest('Field.Missing', 'Somebody has to be paid.', path)
  const { SchemeName: scheme, Identification: id } = given
  if (!schemes.includes(scheme))
    return badRequest('Unsupported.Scheme', 'Not a scheme of accounts.', `${path}.SchemeName`)
  const wrong = typeof id !== 'string' || id === '' || (scheme === 'BH.OBF.IBAN' && !ibanFits(id))
  return wrong
    ? badRequest('Unsupported.AccountIdentifier', 'No account has this identification.', `${path}.Identification`)
    : undefined
}

/** What is wrong with the order to pay in a request; undefined where nothing is. */
export const initiationFault = ({ setting }: Call, { kind }: PaymentKind, given: unknown): Outcome | undefined => {
  if (!isObject(given)) return badRequest('Field.Missing', 'An initiation is needed.', at)
  const instrument = given.LocalInstrument
  if (
    instrument !== undefined &&
    !instruments.includes(instrument) &&
    !setting.has('bh-conditional-field-passed-over')
  ) {
    return badRequest('Unsupported.LocalInstrument', 'The bank has no such instrument.', `${at}.LocalInstrument`)
  }
  if (kind === 'payment' && typeof given.EndToEndIdentification !== 'string') {
    return badRequest('Field.Missing', 'An identification is needed.', `${at}.EndToEndIdentification`)
  }
  if (kind === 'future-payment' && !isDateTime(given.RequestedExecutionDateTime)) {
    return badRequest('Field.InvalidDate', 'A day is needed.', `${at}.RequestedExecutionDateTime`)
  }
  return amountFault(given.InstructedAmount) ?? creditorFault(given.CreditorAccount)
}

const garbled = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/[\u0600-\u06ff]/g, '?')
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, garbled(one)])) : value
}

/** An order to pay as the bank repeats it. */
export const shownInitiation = ({ setting }: Call, initiation: Json): unknown =>
  setting.has('bh-arabic-garbled') ? garbled(initiation) : initiation
