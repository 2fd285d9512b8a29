import type { Rule } from '../../engine/rule.ts'
import type { Standard } from '../../engine/standard.ts'
import { areaTitles, requirementsOf } from '../catalogue.ts'
import { accountInformation } from './account-information/index.ts'
import { capabilities } from './capabilities.ts'
import { consentCall, consentRequest, revocation } from './consent-request.ts'
import { consents } from './consents/index.ts'
import { contractsOf } from './contracts.ts'
import { errors } from './errors/index.ts'
import { everyExchange } from './every-exchange/index.ts'
import { exclusionsOf } from './exclusions.ts'
import { headers } from './headers/index.ts'
import { variants } from './levels.ts'
import { smallest } from './needs.ts'
import { payments } from './payments/index.ts'
import { personal } from './personal.ts'
import { samples } from './samples.ts'
import { security } from './security/index.ts'

const suites = [security, headers, consents, accountInformation, errors, payments]

const rules: readonly Rule[] = [...everyExchange, ...suites.flatMap((suite) => suite.rules)]

/** The Bahrain Open Banking Framework, version 1.0.0, as a client meets it at a bank. */
export const bahrain: Standard = {
  id: 'bahrain',
  title: 'Bahrain Open Banking Framework v1.0.0',
  variants,
  contracts: contractsOf,
  capabilities,
  samples,
  suites,
  rules: everyExchange,
  personal,
  fapi: {
    clientScope: (contract) => (contract === 'payments' ? 'payments' : 'accounts'),
    consentRequest,
    consentCall,
    smallestNeed: smallest,
    revocation,
  },
  requirements: () => requirementsOf('bahrain'),
  exclusions: () => exclusionsOf(requirementsOf('bahrain'), rules, areaTitles('bahrain')),
}
