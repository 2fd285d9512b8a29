import type { Account, Booking, Hundredths } from './shapes.ts'
import { dayMs, localDay, monthStart, monthsBefore, printedDay } from './time.ts'

/** What movements of one kind came to in a period. */
interface Total {
  readonly type: string
  readonly subType: string
  /** The sum; its sign tells the direction. */
  readonly amount: Hundredths
  readonly count: number
}

/** One period of an account. The closing balance is the opening balance and all totals together. */
export interface Statement {
  readonly id: string
  /** Wall-clock starts of the first and the last day. */
  readonly first: number
  readonly last: number
  readonly opening: Hundredths
  readonly closing: Hundredths
  readonly totals: readonly Total[]
}

const idOf = (account: Account, local: number): string => `${account.id}-${printedDay(local).slice(0, 7)}`

const totalsOf = (booked: readonly Booking[]): readonly Total[] => {
  const totals = new Map<string, Total>()
  for (const { type, subType, amount } of booked) {
    const key = `${type} ${subType} ${amount < 0}`
    const known = totals.get(key) ?? { type, subType, amount: 0, count: 0 }
    totals.set(key, { ...known, amount: known.amount + amount, count: known.count + 1 })
  }
  return [...totals.values()]
}

/**
 * The statements of an account up to the month before `now`, oldest first. Each ends where the next one begins: at the end
 * of a month. An account on which nothing ever was booked has none.
 */
export const statementsOf = (account: Account, now: Date): readonly Statement[] => {
  const booked = account.bookings.filter(({ status }) => status === 'Booked')
  if (booked.length === 0) return []
  const statements: Statement[] = []
  const end = monthStart(localDay(now))
  let opening = account.opening
  for (let first = account.since; first < end; ) {
    const next = monthsBefore(monthStart(first), -1)
    const totals = totalsOf(booked.filter(({ local }) => local >= first && local < next))
    const closing = totals.reduce((sum, { amount }) => sum + amount, opening)
    statements.push({ id: idOf(account, first), first, last: next - dayMs, opening, closing, totals })
    opening = closing
    first = next
  }
  return statements
}

/** The id of the statement on which a booking stands; undefined while its month is not over. */
export const statementWith = (account: Account, { status, local }: Booking, now: Date): string | undefined =>
  status === 'Booked' && local < monthStart(localDay(now)) ? idOf(account, local) : undefined
