import type { Account, Hundredths } from '../ledger/shapes.ts'
import { type Statement, statementsOf } from '../ledger/statements.ts'
import { dayMs, printed, printedDay } from '../ledger/time.ts'
import { isDate } from '../policy/values.ts'
import { accountOf } from './account.ts'
import type { Outcome, UserCall } from './call.ts'
import { consentDays } from './consent-days.ts'
import { dateFilter, lets } from './date-filter.ts'
import { amount, indicator, type Json } from './money.ts'
import { paged } from './paging.ts'
import { components } from './views.ts'
import { boundOf } from './window.ts'

/** Records of a page: a year. */
const pageSize = 12

/** Days after the end of a period until a card has to be paid, and the least part of it. */
const cardDue = { days: 21, part: 0.05 }

const from = 'fromStatementDate'
const to = 'toStatementDate'

const balance = (account: Account, value: Hundredths): Json => ({
  CreditDebitIndicator: indicator(value),
  Amount: amount(value, account.currency),
  ...components(account, value),
})

const cardView = ({ limit, currency }: Account, { last, closing }: Statement): Json =>
  limit === undefined
    ? {}
    : {
        CreditLine: amount(limit, currency),
        ...(closing < 0 && {
          NextPayment: [
            {
              Type: 'Minimum',
              Date: printedDay(last + cardDue.days * dayMs),
              Amount: amount(Math.round(closing * cardDue.part), currency),
            },
          ],
        }),
      }

const statementView = (account: Account, statement: Statement): Json => ({
  StatementId: statement.id,
  StatementDate: printedDay(statement.last + dayMs),
  OpeningDate: printedDay(statement.first),
  ClosingDate: printedDay(statement.last),
  OpeningBalance: balance(account, statement.opening),
  ClosingBalance: balance(account, statement.closing),
  Summary: statement.totals.map((total) => ({
    CreditDebitIndicator: indicator(total.amount),
    TransactionType: total.type,
    SubTransactionType: total.subType,
    Amount: amount(total.amount, account.currency),
    Count: total.count,
  })),
  ...cardView(account, statement),
})

/** `GET /accounts/{AccountId}/statements`, newest first; the filter is about the first day of their periods. */
export const listStatements = (call: UserCall): Outcome => {
  const account = accountOf(call)
  if (!('bookings' in account)) return account
  const read = (text: string) => (isDate(text) ? boundOf(text) : undefined)
  const given = dateFilter(call, { from, to, read, example: '2026-01-31' })
  if (!('filter' in given)) return given
  const open = consentDays(call)
  const available = statementsOf(account, call.setting.ledger.now).filter(({ first, last }) =>
    open(printedDay(first), printedDay(last)),
  )
  const fits = lets(given.filter)
  const page = paged(call, {
    size: pageSize,
    filters: [from, to],
    length: available.length,
    take: (upTo) =>
      available
        .slice(0, upTo)
        .filter(({ first }) => fits(first))
        .reverse(),
  })
  if (!('records' in page)) return page
  const [oldest] = available
  const newest = available.at(-1)
  return {
    status: 200,
    value: {
      Data: {
        AccountId: account.id,
        AccountSubType: account.subType,
        Statements: page.records.map((statement) => statementView(account, statement)),
      },
      Links: page.links,
      Meta: {
        TotalPages: page.pages,
        ...(oldest &&
          newest && {
            FirstAvailableDateTime: printed(oldest.first),
            LastAvailableDateTime: printed(newest.last),
          }),
      },
    },
  }
}
