import type { Suite } from '../../../engine/standard.ts'
import { dataReads } from '../operations.ts'
import { aboutData, readings } from './reading.ts'
import { brokenBodiesAreRefused, strangeTypesAreRefused, unfitBodiesAreRefused } from './rules/bodies.ts'
import {
  badTokensAreRefused,
  clientTokensOpenNoData,
  tokenIsDemanded,
  tokensAreBound,
  tokensEnd,
} from './rules/credentials.ts'
import { offsetsAreIgnored, quietDaysAreEmpty } from './rules/filter-answers.ts'
import { filtersAreRead } from './rules/filter-days.ts'
import { onePageSaysSo, pagesKeepTheirFilter } from './rules/filtered-pages.ts'
import { boundsAreInclusive, garbledDatesAreRefused } from './rules/filters.ts'
import { missingIdsAreMade } from './rules/generated-ids.ts'
import { generatedIdsAreUnique, unacceptableTypes } from './rules/headers.ts'
import { methodsTellNothing, otherMethodsAreRefused, refusedMethodsAreExplained } from './rules/methods.ts'
import { endsOfWalks, firstAndLastAreTheEnds, transactionsStandOnce, walksComeToAnEnd } from './rules/pages.ts'
import { retryAfterIsTrue } from './rules/rate-limit.ts'
import { signedBodiesHoldTheSame } from './rules/signed-bodies.ts'
import { statementFiltersLookAtOpenings, statementFiltersTakeDays } from './rules/statements.ts'
import { strangeAccountsAreRefused, strangePathsAreRefused } from './rules/strangers.ts'
import { variationsAreTaken } from './rules/variations.ts'
import { idsOnEveryError, idsStayApart, nothingFailsForGood } from './rules/whole-run.ts'
import { askForStrangePaths, readStrangeAccount } from './scenarios/ask-for-strangers.ts'
import { callWithSecondCertificate } from './scenarios/call-with-second-certificate.ts'
import { callWithoutInteractionId } from './scenarios/call-without-interaction-id.ts'
import { comeBackAfterLimit } from './scenarios/come-back-after-limit.ts'
import { filterAtARecord } from './scenarios/filter-at-a-record.ts'
import { filterAtAStatement } from './scenarios/filter-at-a-statement.ts'
import { filterByDays, filterStatementsByDays } from './scenarios/filter-by-days.ts'
import { filterByGarbage } from './scenarios/filter-by-garbage.ts'
import { filterQuietly } from './scenarios/filter-quietly.ts'
import { filterWithOffsets } from './scenarios/filter-with-offsets.ts'
import { patchBadly } from './scenarios/patch-badly.ts'
import { readBalances } from './scenarios/read-balances.ts'
import { readSignedAccounts } from './scenarios/read-signed-accounts.ts'
import { asXml, withBadTokens, withClientToken, withoutToken } from './scenarios/refusals.ts'
import { useExpiredToken } from './scenarios/use-expired-token.ts'
import { useOtherMethods } from './scenarios/use-other-methods.ts'
import { varyHeaders } from './scenarios/vary-headers.ts'
import { walkFiltered } from './scenarios/walk-filtered.ts'
import { walkTransactions } from './scenarios/walk-transactions.ts'

/** All that a user's consent opens to a client. */
export const bankDataSharing: Suite = {
  id: 'uae-hub/bank-data-sharing',
  title: 'Bank data sharing',
  operations: dataReads,
  scenarios: [
    readSignedAccounts,
    ...readings,
    readBalances,
    walkTransactions,
    ...withoutToken,
    ...withBadTokens,
    ...withClientToken,
    callWithSecondCertificate,
    ...asXml,
    callWithoutInteractionId,
    varyHeaders,
    useOtherMethods,
    readStrangeAccount,
    askForStrangePaths,
    patchBadly,
    filterByGarbage,
    filterAtARecord,
    filterByDays,
    filterStatementsByDays,
    filterAtAStatement,
    filterQuietly,
    filterWithOffsets,
    walkFiltered,
    useExpiredToken,
    comeBackAfterLimit,
  ],
  rules: [
    signedBodiesHoldTheSame,
    tokenIsDemanded,
    badTokensAreRefused,
    tokensAreBound,
    tokensEnd,
    clientTokensOpenNoData,
    ...aboutData,
    unacceptableTypes,
    generatedIdsAreUnique,
    missingIdsAreMade,
    idsStayApart,
    idsOnEveryError,
    ...variationsAreTaken,
    otherMethodsAreRefused,
    refusedMethodsAreExplained,
    methodsTellNothing,
    strangeAccountsAreRefused,
    strangePathsAreRefused,
    strangeTypesAreRefused,
    brokenBodiesAreRefused,
    unfitBodiesAreRefused,
    nothingFailsForGood,
    garbledDatesAreRefused,
    ...filtersAreRead,
    statementFiltersTakeDays,
    statementFiltersLookAtOpenings,
    quietDaysAreEmpty,
    offsetsAreIgnored,
    boundsAreInclusive,
    pagesKeepTheirFilter,
    walksComeToAnEnd,
    endsOfWalks,
    firstAndLastAreTheEnds,
    transactionsStandOnce,
    onePageSaysSo,
    retryAfterIsTrue,
  ],
}
