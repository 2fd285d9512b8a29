import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const secret = randomBytes(32)

const seal = (page: number, of: string): string =>
  createHmac('sha256', secret).update(`${page}\n${of}`).digest('base64url').slice(0, 22)

/** Names a page of one list and one filter, in a form that says nothing and cannot be made up. */
export const cursorOf = (page: number, of: string): string =>
  Buffer.from(`${page}.${seal(page, of)}`).toString('base64url')

/** The page that a cursor names, from 1; undefined where it was not made for this list. */
export const pageOf = (cursor: string, of: string): number | undefined => {
  const [number = '', mac = ''] = Buffer.from(cursor, 'base64url').toString().split('.')
  const expected = Buffer.from(seal(Number(number), of))
  const given = Buffer.from(mac)
  return given.length === expected.length && timingSafeEqual(given, expected) ? Number(number) : undefined
}
