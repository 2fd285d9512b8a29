import type { Habit } from './habits.ts'
import { randomFrom } from './random.ts'
import type { Booking, Draft, Hundredths } from './shapes.ts'
import { dayMs, localDay, localOf } from './time.ts'

const dayText = (local: number): string => new Date(local).toISOString().slice(0, 10)

const draftsOf = (account: string, local: number, habits: readonly Habit[]): readonly Draft[] =>
  habits
    .flatMap((habit, index) =>
      habit({ date: new Date(local), random: randomFrom(`${account} ${dayText(local)} ${index}`) }),
    )
    .sort((a, b) => a.second - b.second)

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
 * The bookings of an account, oldest first, from its first day to the day before `now`. What happens on a day depends on
 * the account and the date alone; the times of an account's bookings all differ.
 */
export const book = (plan: Plan): readonly Booking[] => {
  const bookings: Booking[] = []
  let balance = plan.opening
  const today = localDay(plan.now)
  for (let day = plan.from; day < today; day += dayMs) {
    let second = -1
    for (const draft of draftsOf(plan.account, day, plan.habits)) {
      second = Math.max(draft.second, second + 1)
      balance += draft.amount
      bookings.push({
        ...draft,
        id: `${plan.account}-${dayText(day).replaceAll('-', '')}-${second}`,
        status: 'Booked',
        local: day + second * 1000,
        after: balance,
      })
    }
  }
  if (plan.pending === undefined) return bookings
  const local = Math.floor(localOf(plan.now) / 1000) * 1000 - 60_000
  const id = `${plan.account}-${dayText(local).replaceAll('-', '')}-pending`
  return [...bookings, { ...plan.pending, second: 0, id, status: 'Pending', local, after: balance }]
}
