/** Operations by the names of the contracts, and of what no contract names. */
export const accounts = 'GET /accounts'
export const account = 'GET /accounts/{AccountId}'
export const balances = 'GET /accounts/{AccountId}/balances'
export const transactions = 'GET /accounts/{AccountId}/transactions'
export const consent = 'GET /account-access-consents/{ConsentId}'
export const patchConsent = 'PATCH /account-access-consents/{ConsentId}'
export const par = 'POST /par'
export const token = 'POST /token'
export const authorization = 'authorization'
export const discovery = 'GET /.well-known/openid-configuration'

/** Names of the contracts of APIs that hold resources, as against the authorization endpoints. */
export const resourceContracts = ['account-information'] as const

/** Operations of which a 2xx does not have to return the interaction id. */
export const idOptionalOnSuccess = [
  'GET /accounts/{AccountId}/parties',
  'GET /parties',
  'GET /accounts/{AccountId}/statements',
] as const
