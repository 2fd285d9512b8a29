/** Operations of account opening by the names of its contract. */
export const openAccount = 'POST /accounts'
export const openingStatus = 'GET /accounts/{AccountId}/status'
export const patchOpening = 'PATCH /accounts/{AccountId}/subscription'

/**
 * The status as the guide of version 2.0 has it, where the document of that version says `GET /accounts/{AccountId}/status`.
 * Account information has an operation of the same method and path, so this one carries the name of its API.
 */
export const openingOfGuide = 'GET /accounts/{AccountId} (account opening)'

/** All of them, in either version. */
export const openingOperations = [openAccount, openingStatus, patchOpening, openingOfGuide] as const

/** The name of the contract, in either version. */
export const accountOpeningApi = 'account-opening-service-initiation'

/** The scope of a client's token for it. */
export const openingScope = 'account-opening'

/** The variant of the standard in which account opening is version 2.0, and all else version 2.1. */
export const olderOpening = 'account-opening-v2.0'
