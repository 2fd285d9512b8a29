import type { Contract } from '../../engine/contract.ts'
import type { Rule } from '../../engine/rule.ts'
import type { Standard } from '../../engine/standard.ts'
import { loadContract } from '../../schemas/contract.ts'
import { areaTitles, requirementsOf } from '../catalogue.ts'
import { authorisation } from './authorisation/index.ts'
import { bankDataSharing } from './bank-data-sharing/index.ts'
import { consentRequest, revocation } from './consent-request.ts'
import { consents } from './consents/index.ts'
import { everyExchange } from './every-exchange/index.ts'
import { exclusionsOf } from './exclusions.ts'
import { smallest } from './needs.ts'
import {
  account,
  accounts,
  balances,
  beneficiaries,
  consent,
  consentsOfBase,
  directDebits,
  parties,
  partiesOfAccount,
  patchConsent,
  product,
  scheduledPayments,
  standingOrders,
  statements,
  transactions,
} from './operations.ts'
import { personal } from './personal.ts'

const suites = [authorisation, consents, bankDataSharing]

const rules: readonly Rule[] = [...everyExchange, ...suites.flatMap((suite) => suite.rules)]

let loaded: readonly Contract[] | undefined

/** Contract of the API that all of data sharing belongs to. */
const api = 'account-information'

/** The UAE's open finance standards, version 2.1, as a client meets them at the API Hub. */
export const uaeHub: Standard = {
  id: 'uae-hub',
  title: 'UAE Open Finance v2.1, API Hub',
  variants: ['v2.1'],
  contracts() {
    loaded ??= ['authorization-endpoints', 'account-information'].map((name) =>
      loadContract('uae/v2.1', `standards/${name}`),
    )
    return loaded
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
  },
  suites,
  rules: everyExchange,
  personal,
  fapi: { clientScope: () => 'accounts', consentRequest, smallestNeed: smallest, revocation },
  requirements: () => requirementsOf('uae-hub'),
  exclusions: () => exclusionsOf(requirementsOf('uae-hub'), rules, areaTitles('uae-hub')),
}
