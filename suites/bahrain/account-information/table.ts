import type { Scenario } from '../../../engine/scenario.ts'
import { reachOf } from '../../baseline/reach.ts'
import { from, type Row } from '../../baseline/row.ts'
import { type Called, goodCall } from '../../baseline/scenarios.ts'
import { capabilities } from '../capabilities.ts'
import { everything } from '../needs.ts'
import { accounts, operation, statements } from '../operations.ts'

const accountId = from(accounts, 'Data.Account.0.AccountId')
const statementId = from(statements, 'Data.Statement.0.StatementId')

const pathOf = (id: string): NonNullable<Row['path']> => ({
  ...(id.includes('{AccountId}') && { AccountId: accountId }),
  ...(id.includes('{StatementId}') && { StatementId: statementId }),
})

/** A file has the media type that the bank likes. */
const row = (id: string, claim: string): Row => ({
  operation: id,
  needs: [...new Set([...(id.includes('{AccountId}') ? ['accounts'] : []), claim])],
  ...(operation(id)?.grant === 'user' && { uses: everything }),
  effect: 'reads',
  path: pathOf(id),
  ...(operation(id)?.body === 'file' && { headers: { accept: '*/*' } }),
})

const rows: readonly Row[] = Object.entries(capabilities).flatMap(([claim, { operations, api }]) =>
  api !== 'account-information' || claim === 'consents' ? [] : operations.map((id) => row(id, claim)),
)

const reach = reachOf(rows)

/** A good call of every operation that reads. What the answers hold is judged by the rules on every exchange. */
export const readEach: readonly Scenario<Called>[] = rows.map((each) => goodCall('account-information', reach, each))
