/** The Emirates have no daylight saving time: always four hours ahead of UTC. */
const ahead = 4 * 3_600_000

/** Milliseconds of a day. */
export const dayMs = 86_400_000

/** Milliseconds of the wall clock in Dubai, counted as if it were UTC. */
export const localOf = (instant: Date): number => instant.getTime() + ahead

/** Start of that day on the wall clock in Dubai. */
export const localDay = (instant: Date): number => Math.floor(localOf(instant) / dayMs) * dayMs

/** `2026-03-01T09:30:00+04:00` for a wall-clock time in Dubai. */
export const printed = (local: number): string => `${new Date(local).toISOString().slice(0, 19)}+04:00`

/** `2026-03-01` for a wall-clock time in Dubai. */
export const printedDay = (local: number): string => new Date(local).toISOString().slice(0, 10)

/** The same day so many months earlier, or the last one of a shorter month. */
export const monthsBefore = (localDayStart: number, months: number): number => {
  const date = new Date(localDayStart)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0)).getUTCDate()
  return first + (Math.min(date.getUTCDate(), last) - 1) * dayMs
}

/** Start of the month of a wall-clock time. */
export const monthStart = (local: number): number => {
  const date = new Date(local)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
}
