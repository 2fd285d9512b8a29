import type { Contract } from '../../engine/contract.ts'
import type { Rule } from '../../engine/rule.ts'
import type { Standard } from '../../engine/standard.ts'
import { loadContract } from '../../schemas/contract.ts'
import { areaTitles, requirementsOf } from '../catalogue.ts'
import { openingContract } from './account-opening/contracts.ts'
import { accountOpening } from './account-opening/index.ts'
import {
  accountOpeningApi,
  olderOpening,
  openAccount,
  openingOfGuide,
  openingScope,
  openingStatus,
  patchOpening,
} from './account-opening/operations.ts'
import { cashMachines } from './atms/index.ts'
import { authorisation } from './authorisation/index.ts'
import { bankDataSharing } from './bank-data-sharing/index.ts'
import { consentRequest, revocation } from './consent-request.ts'
import { consents } from './consents/index.ts'
import { delivery, template } from './events/event.ts'
import { events } from './events/index.ts'
import { everyExchange } from './every-exchange/index.ts'
import { exclusionsOf } from './exclusions.ts'
import { smallest } from './needs.ts'
import {
  account,
  accounts,
  atms,
  balances,
  beneficiaries,
  consent,
  consentsOfBase,
  directDebits,
  leads,
  parties,
  partiesOfAccount,
  patchConsent,
  product,
  products,
  scheduledPayments,
  standingOrders,
  statements,
  transactions,
} from './operations.ts'
import { personal } from './personal.ts'
import { productsAndLeads } from './products/index.ts'
import { samples } from './samples.ts'

const suites = [authorisation, consents, bankDataSharing, productsAndLeads, cashMachines, accountOpening, events]

const rules: readonly Rule[] = [...everyExchange, ...suites.flatMap((suite) => suite.rules)]

let loaded: readonly Contract[] | undefined

/** Contract of the API that all of data sharing belongs to. */
const api = 'account-information'

/** Scopes of a client's own token, by the contract of the API; of all others the one of data sharing. */
const scopes: Readonly<Record<string, string>> = {
  product: 'products',
  atm: 'atm',
  [accountOpeningApi]: openingScope,
}

/** The UAE's open finance standards, version 2.1, as a client meets them at the API Hub. */
export const uaeHub: Standard = {
  id: 'uae-hub',
  title: 'UAE Open Finance v2.1, API Hub',
  variants: ['v2.1', olderOpening],
  contracts(variant) {
    loaded ??= ['authorization-endpoints', 'account-information', 'product', 'atm', template].map((name) =>
      loadContract('uae/v2.1', `standards/${name}`),
    )
    return [...loaded, openingContract(variant)]
  },
  capabilities: {
    consents: { title: 'Data-sharing consents', operations: [consentsOfBase, consent, patchConsent], api },
    accounts: { title: 'Accounts', operations: [accounts, account], api },
    balances: { title: 'Balances', operations: [balances], api },
    transactions: { title: 'Transactions', operations: [transactions], api },
    beneficiaries: { title: 'Beneficiaries', operations: [beneficiaries], api },
    'direct-debits': { title: 'Direct debits', operations: [directDebits], api },
    'standing-orders': { title: 'Standing orders', operations: [standingOrders], api },
    'scheduled-payments': { title: 'Scheduled payments', operations: [scheduledPayments], api },
    statements: { title: 'Statements', operations: [statements], api },
    product: { title: 'The product that an account is', operations: [product], api },
    parties: { title: 'Parties', operations: [partiesOfAccount, parties], api },
    products: { title: 'Products', operations: [products], api: 'product' },
    leads: { title: 'Leads', operations: [leads], api: 'product' },
    atms: { title: 'Cash machines', operations: [atms], api: 'atm' },
    'account-opening': {
      title: 'Account opening',
      operations: [openAccount, openingStatus, patchOpening, openingOfGuide],
      api: accountOpeningApi,
    },
    events: { title: 'Event notifications', operations: [delivery] },
  },
  samples,
  suites,
  rules: everyExchange,
  personal,
  fapi: {
    clientScope: (contract) => scopes[contract] ?? 'accounts',
    consentRequest,
    smallestNeed: smallest,
    revocation,
  },
  requirements: () => requirementsOf('uae-hub'),
  exclusions: () => exclusionsOf(requirementsOf('uae-hub'), rules, areaTitles('uae-hub')),
}
