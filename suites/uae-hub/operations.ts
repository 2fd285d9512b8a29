import {
  accountOpeningApi,
  openAccount,
  openingOfGuide,
  openingStatus,
  patchOpening,
} from './account-opening/operations.ts'

/** Operations by the names of the contracts, and of what no contract names. */
export const accounts = 'GET /accounts'
export const account = 'GET /accounts/{AccountId}'
export const balances = 'GET /accounts/{AccountId}/balances'
export const beneficiaries = 'GET /accounts/{AccountId}/beneficiaries'
export const directDebits = 'GET /accounts/{AccountId}/direct-debits'
export const partiesOfAccount = 'GET /accounts/{AccountId}/parties'
export const product = 'GET /accounts/{AccountId}/product'
export const scheduledPayments = 'GET /accounts/{AccountId}/scheduled-payments'
export const standingOrders = 'GET /accounts/{AccountId}/standing-orders'
export const statements = 'GET /accounts/{AccountId}/statements'
export const transactions = 'GET /accounts/{AccountId}/transactions'
export const parties = 'GET /parties'
export const consent = 'GET /account-access-consents/{ConsentId}'
export const consentsOfBase = 'GET /account-access-consents'
export const patchConsent = 'PATCH /account-access-consents/{ConsentId}'
export const products = 'GET /products'
export const leads = 'POST /leads'
export const atms = 'GET /atms'
export const par = 'POST /par'
export const token = 'POST /token'
export const authorization = 'authorization'
export const discovery = 'GET /.well-known/openid-configuration'

/** Operations that give the data of a user. */
export const dataReads = [
  accounts,
  account,
  balances,
  beneficiaries,
  directDebits,
  partiesOfAccount,
  product,
  scheduledPayments,
  standingOrders,
  statements,
  transactions,
  parties,
] as const

/** Names of the contracts of APIs that hold resources, as against the authorization endpoints. */
export const resourceContracts = ['account-information', 'product', 'atm', accountOpeningApi] as const

/** Operations of which a 2xx does not have to return the interaction id. */
export const idOptionalOnSuccess = [
  partiesOfAccount,
  parties,
  statements,
  products,
  leads,
  atms,
  openAccount,
  openingStatus,
  openingOfGuide,
  patchOpening,
] as const
