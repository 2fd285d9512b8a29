import { accountInformation } from './account-information.ts'
import { authorizationEndpoints } from './authorization-endpoints.ts'
import type { Correction } from './correction.ts'
import { everyContract } from './every-contract.ts'

/** All corrections, in the order in which they are applied: those of one document first. */
export const corrections: readonly Correction[] = [...accountInformation, ...authorizationEndpoints, ...everyContract]
