import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { type Check, silent } from '../../../../engine/rule.ts'
import { opened, stateOf } from '../opening.ts'
import { openAccount, openingOfGuide, openingStatus } from '../operations.ts'

/** Operations whose answers tell of an account that is being opened. */
export const tells: readonly string[] = [openAccount, openingStatus, openingOfGuide]

/** Once an account is opened it has an IBAN, a currency and a date of creation; before that, and when it never is, no number. */
export const accountNumbers: Check = (exchange) => {
  const state = tells.includes(exchange.operation ?? '') ? stateOf(exchange) : undefined
  if (state === undefined) return silent('no state of an account that is being opened')
  const [data, place] = [at(carried(exchange)?.value, 'Data'), `${carried(exchange)?.at ?? ''}/Data`]
  const identifiers = at(data, 'AccountIdentifiers')
  if (!opened.includes(state)) {
    return identifiers === undefined
      ? []
      : [finding(`${place}/AccountIdentifiers`, `nothing while OpeningStatus is ${state}`, 'the member')]
  }
  const missing = ['Currency', 'AccountIdentifiers', 'CreationDateTime'].filter((name) => at(data, name) === undefined)
  return [
    ...missing.map((name) => finding(place, `member ${name}`, undefined)),
    ...(Array.isArray(identifiers) ? identifiers : []).flatMap((one, index) => {
      const scheme = at(one, 'SchemeName')
      return scheme === 'IBAN' ? [] : [finding(`${place}/AccountIdentifiers/${index}/SchemeName`, 'IBAN', scheme)]
    }),
  ]
}
