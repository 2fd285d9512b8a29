import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A page of a list, counted from 1, and how many records the list is taken to have. */
export interface Place {
  readonly page: number
  readonly upTo: number
}

const secret = randomBytes(32)

const seal = ({ page, upTo }: Place, of: string): string =>
  createHmac('sha256', secret).update(`${page}\n${upTo}\n${of}`).digest('base64url').slice(0, 22)

/** Names a page of one list and one filter, in a form that says nothing and cannot be made up. */
export const cursorOf = (place: Place, of: string): string =>
  Buffer.from(`${place.page}.${place.upTo}.${seal(place, of)}`).toString('base64url')

/** What a cursor names; undefined where it was not made for this list. */
export const placeOf = (cursor: string, of: string): Place | undefined => {
  const [page = '', upTo = '', mac = ''] = Buffer.from(cursor, 'base64url').toString().split('.')
  const place = { page: Number(page), upTo: Number(upTo) }
  const expected = Buffer.from(seal(place, of))
  const given = Buffer.from(mac)
  return given.length === expected.length && timingSafeEqual(given, expected) ? place : undefined
}
