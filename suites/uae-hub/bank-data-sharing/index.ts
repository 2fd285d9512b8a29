import type { Suite } from '../../../engine/standard.ts'
import { account, accounts, balances, transactions } from '../operations.ts'
import {
  badTokensAreRefused,
  clientTokensOpenNoData,
  tokenIsDemanded,
  tokensAreBound,
  tokensEnd,
} from './rules/credentials.ts'
import { boundsAreInclusive, garbledDatesAreRefused } from './rules/filters.ts'
import { generatedIdsAreUnique, unacceptableTypes } from './rules/headers.ts'
import { endsOfWalks, walksComeToAnEnd } from './rules/pages.ts'
import { permissionsAreKept } from './rules/permissions.ts'
import { retryAfterIsTrue } from './rules/rate-limit.ts'
import { askForXml } from './scenarios/ask-for-xml.ts'
import { callWithBadTokens } from './scenarios/call-with-bad-tokens.ts'
import { callWithSecondCertificate } from './scenarios/call-with-second-certificate.ts'
import { callWithoutInteractionId } from './scenarios/call-without-interaction-id.ts'
import { callWithoutToken } from './scenarios/call-without-token.ts'
import { comeBackAfterLimit } from './scenarios/come-back-after-limit.ts'
import { filterAtARecord } from './scenarios/filter-at-a-record.ts'
import { filterByGarbage } from './scenarios/filter-by-garbage.ts'
import { readAccounts } from './scenarios/read-accounts.ts'
import { readBalances } from './scenarios/read-balances.ts'
import {
  readBalancesWithoutPermission,
  readTransactionsWithoutPermission,
} from './scenarios/read-without-permission.ts'
import { useClientToken } from './scenarios/use-client-token.ts'
import { useExpiredToken } from './scenarios/use-expired-token.ts'
import { walkTransactions } from './scenarios/walk-transactions.ts'

/** Accounts, balances and transactions. */
export const bankDataSharing: Suite = {
  id: 'uae-hub/bank-data-sharing',
  title: 'Bank data sharing',
  operations: [accounts, account, balances, transactions],
  scenarios: [
    readAccounts,
    readBalances,
    walkTransactions,
    callWithoutToken,
    callWithBadTokens,
    useClientToken,
    callWithSecondCertificate,
    askForXml,
    callWithoutInteractionId,
    filterByGarbage,
    filterAtARecord,
    readBalancesWithoutPermission,
    readTransactionsWithoutPermission,
    useExpiredToken,
    comeBackAfterLimit,
  ],
  rules: [
    tokenIsDemanded,
    badTokensAreRefused,
    tokensAreBound,
    tokensEnd,
    clientTokensOpenNoData,
    permissionsAreKept,
    unacceptableTypes,
    generatedIdsAreUnique,
    garbledDatesAreRefused,
    walksComeToAnEnd,
    endsOfWalks,
    boundsAreInclusive,
    retryAfterIsTrue,
  ],
}
