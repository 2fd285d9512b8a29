import { isDate } from '../policy/values.ts'

/** A bound of a filter: milliseconds of a wall clock, counted as if it were UTC. A day has a first and a last moment. */
export interface Bound {
  readonly first: number
  readonly last: number
}

const lastMoment = 86_399_999
const form = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:[Zz]|[+ -]\d{2}:?\d{2})?)?$/

/** Reads a date, or a date-time whose offset says nothing; undefined where the calendar or the clock has no such moment. */
export const boundOf = (text: string): Bound | undefined => {
  const [, date, time] = form.exec(text) ?? []
  if (date === undefined || !isDate(date)) return undefined
  const day = Date.parse(`${date}T00:00:00Z`)
  if (time === undefined) return { first: day, last: day + lastMoment }
  const moment = Date.parse(`${date}T${time}Z`)
  return Number.isNaN(moment) ? undefined : { first: moment, last: moment }
}
