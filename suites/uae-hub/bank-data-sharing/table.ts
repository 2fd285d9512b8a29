import { at, carried } from '../../../checks/body.ts'
import type { Scenario } from '../../../engine/scenario.ts'
import { type Reach, reachOf } from '../../baseline/reach.ts'
import type { Row, Taken } from '../../baseline/row.ts'
import { type Difference, type Kind, type Refused, refusal } from '../../baseline/scenarios.ts'
import { everything } from '../needs.ts'
import { account, accounts, balances, transactions } from '../operations.ts'

const activeAccount: Taken = {
  operation: accounts,
  name: 'AccountId of an account with Status Active',
  take(exchange) {
    const listed = at(carried(exchange)?.value, 'Data', 'Account')
    const active = (Array.isArray(listed) ? listed : []).find((one) => at(one, 'Status') === 'Active')
    const id = at(active, 'AccountId')
    return typeof id === 'string' ? id : undefined
  },
}

const row = (operation: string, needs: readonly string[], path: Row['path'] = {}): Row => ({
  operation,
  needs,
  path,
  uses: everything,
  effect: 'reads',
})

/** The operations of the API, and how a good call of each is made. */
export const rows: readonly [Row, ...Row[]] = [
  row(accounts, ['accounts']),
  row(account, ['accounts'], { AccountId: activeAccount }),
  row(balances, ['accounts', 'balances'], { AccountId: activeAccount }),
  row(transactions, ['accounts', 'transactions'], { AccountId: activeAccount }),
]

const reach: Reach = reachOf(rows)

/** Scenarios of one kind of refusal, one for each operation of the table. */
export const forEach = (
  kind: Kind,
  differences: readonly Difference[],
): readonly [Scenario<Refused>, ...Scenario<Refused>[]] => {
  const [first, ...others] = rows
  const one = (each: Row): Scenario<Refused> => refusal('bank-data-sharing', reach, each, kind, differences)
  return [one(first), ...others.map(one)]
}
