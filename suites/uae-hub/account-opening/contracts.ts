import type { Contract } from '../../../engine/contract.ts'
import { loadContract } from '../../../schemas/contract.ts'
import { accountOpeningApi, olderOpening, openingOfGuide, openingStatus } from './operations.ts'

/** A contract in which the status is to be had where the guide has it, too: the same answer at another address. */
const withGuide = (published: Contract): Contract => {
  const facts = published.operations.get(openingStatus)
  if (facts === undefined) throw new Error(`${published.name} ${published.version} has no ${openingStatus}`)
  const named = (operation: string): string => (operation === openingOfGuide ? openingStatus : operation)
  const address = { ...facts, id: openingOfGuide, path: '/accounts/{AccountId}' }
  return {
    ...published,
    operations: new Map([...published.operations, [openingOfGuide, address]]),
    faults: (operation, ...rest) => published.faults(named(operation), ...rest),
    parameterFaults: (operation, ...rest) => published.parameterFaults(named(operation), ...rest),
    places: (operation, ...rest) => published.places(named(operation), ...rest),
    anyPlace: (operation, ...rest) => published.anyPlace(named(operation), ...rest),
    undeclared: (operation, ...rest) => published.undeclared(named(operation), ...rest),
  }
}

let older: Contract | undefined

/** The contract of account opening under a variant of the standard. Read once per process. */
export const openingContract = (variant: string): Contract => {
  if (variant !== olderOpening) return loadContract('uae/v2.1', `standards/${accountOpeningApi}`)
  older ??= withGuide(loadContract('uae/v2.1', `standards-v2.0/${accountOpeningApi}`))
  return older
}
