import { expect, it } from 'vitest'
import { lenientInstant } from './lenient-instants.ts'

const noon = Date.parse('2019-07-15T12:00:00Z')

it.each([
  '2019-07-15T12:00:00Z',
  '2019-07-15T12:00:00z',
  '2019-07-15T12:00:00+0000',
  '2019-07-15T15:00:00+0300',
  '2019-07-15T15:00:00+03',
  '2019-07-15T15:00:00+03:00',
  '2019-07-15 15:00:00+03:00',
  '2019-07-15T12:00Z',
  '2019-07-15T12:00:00,000Z',
  '2019-07-15T11:59:60Z',
])('reads %s', (text) => expect(lenientInstant(text)).toBe(noon))

it.each(['2019-07-15T12:00:00', '2019-07-15', '2019-02-30T12:00:00Z', 'noon', '', 5, null])(
  'does not read %s',
  (text) => expect(lenientInstant(text)).toBeUndefined(),
)
