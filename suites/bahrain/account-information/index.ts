import type { Suite } from '../../../engine/standard.ts'
import { wholeRun } from '../every-exchange/index.ts'
import { consent, createConsent, deleteConsent, operations, patchConsent } from '../operations.ts'
import { beneficiariesNameTheirAccount, bulkHasTheSameAccounts } from './rules/bulk.ts'
import { basicShowsNoDetail } from './rules/detail.ts'
import {
  filtersAreTaken,
  garbledDaysAreRefused,
  nothingIsAnEmptyList,
  oldDaysAreValid,
  recordsLieInTheFilter,
  zonesAreValid,
} from './rules/filters.ts'
import {
  firstAndLastAreTheEnds,
  laterPagesLeadBack,
  linksLeadToTheLastPage,
  pagesKeepTheirFilter,
  prevLeadsToThePageBefore,
} from './rules/pages.ts'
import {
  cardNumbersAreMasked,
  onlyOneDirectionIsShown,
  permissionsAreDemanded,
  transactionsLieInTheirDays,
} from './rules/permissions.ts'
import { listedAccountsAreThere, pathsAreThere } from './rules/resources.ts'
import { absentOperationsAreNotFound } from './rules/unclaimed.ts'
import { askForUnclaimed } from './scenarios/ask-for-unclaimed.ts'
import { filterStatements, filterTransactions } from './scenarios/filter-lists.ts'
import { readEveryAccount } from './scenarios/read-every-account.ts'
import { readAllBeneficiaries, readAllInBulk } from './scenarios/read-in-bulk.ts'
import { readMandatory } from './scenarios/read-mandatory.ts'
import { readBasicViews, readDebitsInDetail } from './scenarios/read-narrowly.ts'
import { readWithinDays } from './scenarios/read-within-days.ts'
import { walkFiltered, walkTransactions } from './scenarios/walk-transactions.ts'
import { readEach } from './table.ts'

const id = 'bahrain/account-information'
const ofConsents = [createConsent, consent, patchConsent, deleteConsent]

/** All that a user's consent opens to a client, and what opens without one. */
export const accountInformation: Suite = {
  id,
  title: 'Account information and events',
  operations: operations.flatMap(({ id: one, api }) => (api !== 'payments' && !ofConsents.includes(one) ? [one] : [])),
  scenarios: [
    readMandatory,
    ...readEach,
    readEveryAccount,
    ...readAllInBulk,
    readAllBeneficiaries,
    askForUnclaimed,
    filterTransactions,
    filterStatements,
    walkTransactions,
    walkFiltered,
    readBasicViews,
    readDebitsInDetail,
    readWithinDays,
  ],
  rules: [
    pathsAreThere,
    listedAccountsAreThere,
    bulkHasTheSameAccounts,
    beneficiariesNameTheirAccount,
    absentOperationsAreNotFound,
    filtersAreTaken,
    recordsLieInTheFilter,
    oldDaysAreValid,
    garbledDaysAreRefused,
    zonesAreValid,
    nothingIsAnEmptyList,
    linksLeadToTheLastPage,
    laterPagesLeadBack,
    firstAndLastAreTheEnds,
    pagesKeepTheirFilter,
    prevLeadsToThePageBefore,
    basicShowsNoDetail,
    onlyOneDirectionIsShown,
    transactionsLieInTheirDays,
    permissionsAreDemanded,
    cardNumbersAreMasked,
    ...wholeRun.filter(({ suite }) => suite === id),
  ],
}
