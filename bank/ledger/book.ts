import type { Habit } from './habits.ts'
import { randomFrom } from './random.ts'
import type { Booking, Draft, Hundredths } from './shapes.ts'
import { dayMs, localDay, localOf, printedDay } from './time.ts'

/** A stream that is begun when the first number is wanted: most habits have nothing to do on most days. */
const lazily = (account: string, local: number, habit: number): (() => number) => {
  let stream: (() => number) | undefined
  return () => {
    stream ??= randomFrom(`${account} ${printedDay(local)} ${habit}`)
    return stream()
  }
}

const draftsOf = (account: string, local: number, today: number, habits: readonly Habit[]): readonly Draft[] => {
  const date = new Date(local)
  return habits
    .flatMap((habit, index) => habit({ date, today, random: lazily(account, local, index) }))
    .sort((a, b) => a.second - b.second)
}

interface Plan {
  readonly account: string
  readonly opening: Hundredths
  /** Wall-clock start of the first day. */
  readonly from: number
  readonly now: Date
  readonly habits: readonly Habit[]
  /** Authorised today and not yet booked. */
  readonly pending?: Omit<Draft, 'second'>
}

/**
 * The bookings of an account, oldest first, from the first day of its history to the day before `now`. What happens on a
 * day depends on the account, the date and `now`; the times of an account's bookings all differ.
 */
export const book = (plan: Plan): readonly Booking[] => {
  const bookings: Booking[] = []
  let balance = plan.opening
  const today = localDay(plan.now)
  for (let day = plan.from; day < today; day += dayMs) {
    let second = -1
    for (const draft of draftsOf(plan.account, day, today, plan.habits)) {
      second = Math.max(draft.second, second + 1)
      if (draft.status === undefined) balance += draft.amount
      bookings.push({
        ...draft,
        id: `${plan.account}-${printedDay(day).replaceAll('-', '')}-${second}`,
        status: draft.status ?? 'Booked',
        local: day + second * 1000,
        after: balance,
      })
    }
  }
  if (plan.pending === undefined) return bookings
  const local = Math.floor(localOf(plan.now) / 1000) * 1000 - 60_000
  const id = `${plan.account}-${printedDay(local).replaceAll('-', '')}-pending`
  return [...bookings, { ...plan.pending, second: 0, id, status: 'Pending', local, after: balance }]
}
