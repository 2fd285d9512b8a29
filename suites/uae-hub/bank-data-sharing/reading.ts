import type { Rule } from '../../../engine/rule.ts'
import type { Scenario } from '../../../engine/scenario.ts'
import { accountIsTheSameAlone, ibansAreWhole } from './rules/accounts.ts'
import { formsOfAccounts } from './rules/forms-of-accounts.ts'
import { formsOfArrangements } from './rules/forms-of-arrangements.ts'
import { formsOfParties } from './rules/forms-of-parties.ts'
import { oddIdsAreRefused } from './rules/odd-ids.ts'
import { permissionsAreKept } from './rules/permissions.ts'
import { recordsMakeSense } from './rules/records.ts'
import { readingChangesNothing, transactionsKeepTheirNames } from './rules/repeated-reads.ts'
import { unselectedAccountsStayShut } from './rules/unselected.ts'
import { detailHoldsBasic, exchangeIsPermitted, ratesArePermitted } from './rules/views.ts'
import { compareViews } from './scenarios/compare-views.ts'
import { readAccounts } from './scenarios/read-accounts.ts'
import { readByPermission } from './scenarios/read-by-permission.ts'
import { readOddIds } from './scenarios/read-odd-ids.ts'
import { readResources } from './scenarios/read-resources.ts'
import { readSignedResources } from './scenarios/read-signed-resources.ts'
import { readStrangeResources } from './scenarios/read-strange-resources.ts'
import { readUnselectedAccounts } from './scenarios/read-unselected.ts'

/** Scenarios that read what a consent opens, and what it does not. */
export const readings: readonly Scenario<unknown>[] = [
  readAccounts,
  ...readResources,
  ...readSignedResources,
  ...Object.values(compareViews),
  ...readUnselectedAccounts,
  ...readStrangeResources,
  ...readByPermission,
  readOddIds,
]

/** What data says, and to whom. */
export const aboutData: readonly Rule[] = [
  ...formsOfAccounts,
  ...formsOfArrangements,
  ...formsOfParties,
  ...recordsMakeSense,
  accountIsTheSameAlone,
  detailHoldsBasic,
  ibansAreWhole,
  transactionsKeepTheirNames,
  exchangeIsPermitted,
  ratesArePermitted,
  permissionsAreKept,
  unselectedAccountsStayShut,
  oddIdsAreRefused,
  readingChangesNothing,
]
