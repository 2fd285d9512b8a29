import type { Account } from '../../ledger/shapes.ts'
import { type Statement, statementsOf } from '../../ledger/statements.ts'
import { dayMs } from '../../ledger/time.ts'
import { badRequest } from '../../resources/call.ts'
import { indicator, type Json } from '../../resources/money.ts'
import { paged } from '../../resources/paging.ts'
import type { Answer, UserCall } from '../call.ts'
import { amount, instantOf, printed } from '../market.ts'
import { accountOf, isAccount, onePage } from './listing.ts'
import { consentPeriod, periodOf } from './period.ts'

/** Records of a page: a year. */
const pageSize = 12

const filters = ['fromStatementDateTime', 'toStatementDateTime'] as const

const view = (account: Account, statement: Statement, detail: boolean): Json => {
  const of = (type: string, value: number): Json => ({
    CreditDebitIndicator: indicator(value),
    Type: `BH.OBF.${type}`,
    Amount: amount(value, account.currency),
  })
  return {
    AccountId: account.id,
    StatementId: statement.id,
    StatementReference: statement.id,
    Type: 'RegularPeriodic',
    StartDateTime: printed(statement.first),
    EndDateTime: printed(statement.last + dayMs - 1000),
    CreationDateTime: printed(statement.last + dayMs),
    ...(detail && {
      StatementAmount: [of('PreviousClosingBalance', statement.opening), of('ClosingBalance', statement.closing)],
    }),
  }
}

interface Entry {
  readonly account: Account
  readonly statement: Statement
}

/** Whether the days of the consent let out a statement: one that lies in them wholly. */
const permitted = ({ consent }: UserCall): ((entry: Entry) => boolean) => {
  const inside = consentPeriod(consent)
  return ({ statement }) => inside(instantOf(statement.first)) && inside(instantOf(statement.last + dayMs - 1000))
}

const entriesOf = (call: UserCall, accounts: readonly Account[]): readonly Entry[] =>
  accounts
    .flatMap((account) => statementsOf(account, call.setting.ledger.now).map((statement) => ({ account, statement })))
    .filter(permitted(call))
    .sort((a, b) => a.statement.first - b.statement.first)

const listed = (call: UserCall, accounts: readonly Account[]): Answer => {
  const asked = filters.some((name) => call.url.searchParams.has(name))
  if (asked && call.setting.has('bh-filter-of-statements-refused') && 'AccountId' in call.path) {
    return badRequest('Field.Unexpected', 'Statements are not filtered.', filters[0])
  }
  const fits = periodOf(call, ...filters)
  if (typeof fits !== 'function') return fits
  const available = entriesOf(call, accounts)
  const page = paged(call, {
    size: pageSize,
    filters,
    length: available.length,
    take: (upTo) =>
      available
        .slice(0, upTo)
        .filter(({ statement }) => fits(statement.first))
        .reverse(),
  })
  if (!('records' in page)) return page
  const detail = call.permits('ReadStatementsDetail')
  return {
    status: 200,
    value: {
      Data: { Statement: page.records.map(({ account, statement }) => view(account, statement, detail)) },
      Links: page.links,
      Meta: { TotalPages: page.pages },
    },
  }
}

/** `GET /accounts/{AccountId}/statements`, newest first. */
export const listStatements = (call: UserCall): Answer => {
  const account = accountOf(call)
  return isAccount(account) ? listed(call, [account]) : account
}

/** `GET /statements`, newest first. */
export const listAllStatements = (call: UserCall): Answer => listed(call, call.accounts)

const statementOf = (call: UserCall): Entry | Answer => {
  const account = accountOf(call)
  if (!isAccount(account)) return account
  const found = entriesOf(call, [account]).find(({ statement }) => statement.id === call.path.StatementId)
  return found ?? badRequest('Resource.NotFound', 'There is no statement of that id.', 'StatementId')
}

const isEntry = (value: Entry | Answer): value is Entry => 'statement' in value

/** `GET /accounts/{AccountId}/statements/{StatementId}` */
export const readStatement = (call: UserCall): Answer => {
  const found = statementOf(call)
  return isEntry(found)
    ? onePage(call, { Statement: [view(found.account, found.statement, call.permits('ReadStatementsDetail'))] })
    : found
}

/** `GET /accounts/{AccountId}/statements/{StatementId}/file` */
export const readStatementFile = (call: UserCall): Answer => {
  const found = statementOf(call)
  if (!isEntry(found)) return found
  const { account, statement } = found
  const lines = statement.totals.map(({ type, subType, amount: sum, count }) => {
    const { Amount, Currency } = amount(sum, account.currency)
    return [type, subType, indicator(sum), Amount, Currency, count].join(',')
  })
  return {
    status: 200,
    type: 'text/csv; charset=utf-8',
    file: `${['Type,SubType,Direction,Amount,Currency,Count', ...lines].join('\r\n')}\r\n`,
  }
}
