import { describe, expect, it } from 'vitest'
import { formats, isDate, isDateTime } from './formats.ts'

describe('date-time', () => {
  it.each([
    '2024-02-29T23:59:59Z',
    '2024-02-29t23:59:59z',
    '2024-01-01T00:00:00+04:00',
    '2024-01-01T00:00:00-00:00',
    '2024-01-01T00:00:00.123456789Z',
    '2016-12-31T23:59:60Z',
    '2024-01-01T10:20:60+23:59',
    '2000-02-29T00:00:00Z',
    '2026-05-03T15:46:00-03:30',
  ])('holds: %s', (text) => expect(isDateTime(text)).toBe(true))

  it.each([
    ['2024-01-01T00:00:00', 'no offset'],
    ['2024-01-01 00:00:00Z', 'a blank instead of T'],
    ['2024-01-01T00:00:00+0400', 'an offset without colon'],
    ['2024-01-01T00:00:00+04', 'an offset without minutes'],
    ['2024-01-01T00:00:00+24:00', 'an offset of a day'],
    ['2024-01-01T00:00:00+04:60', 'an offset of 60 minutes'],
    ['2024-01-01T24:00:00Z', 'hour 24'],
    ['2024-01-01T00:60:00Z', 'minute 60'],
    ['2024-01-01T00:00:61Z', 'second 61'],
    ['2024-01-01T00:00Z', 'no seconds'],
    ['2024-01-01T00:00:00.Z', 'a point without a fraction'],
    ['2024-01-01T00:00:00,5Z', 'a comma'],
    ['2023-02-29T00:00:00Z', 'a day that the year lacks'],
    ['1900-02-29T00:00:00Z', 'a century without a leap day'],
    ['2024-04-31T00:00:00Z', 'a day that the month lacks'],
    ['2024-13-01T00:00:00Z', 'month 13'],
    ['2024-00-01T00:00:00Z', 'month 0'],
    ['2024-01-00T00:00:00Z', 'day 0'],
    ['24-01-01T00:00:00Z', 'a year of two digits'],
    ['2024-01-01T00:00:00Z ', 'a blank at the end'],
    ['2024-01-01', 'a date'],
    ['', 'nothing'],
    [' 2026-05-03T15:46:00Z', 'a blank before it'],
    ['2026-05-03T15:46:00 UTC', 'the name of a zone'],
    ['2026-05-03T15:46:00-24:00', 'an offset of a day to the west'],
  ])('breaks: %s (%s)', (text) => expect(isDateTime(text)).toBe(false))
})

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['0001-01-01', true],
  ['2026-04-31', false],
  ['2026-00-10', false],
  ['2026-10-00', false],
  ['2024-2-9', false],
  ['26-05-03', false],
  ['2026-05-03Z', false],
  ['03/05/2026', false],
  ['20260503', false],
  ['', false],
  ['2024-01-01T00:00:00Z', false],
])('date %s: %s', (text, holds) => expect(isDate(text)).toBe(holds))

it.each([
  ['10:00:00Z', true],
  ['10:00:00+04:00', true],
  ['10:00:00', false],
  ['10:00Z', false],
])('time %s: %s', (text, holds) => expect(formats.time(text)).toBe(holds))

it.each([
  ['uuid', '6F9619FF-8B86-D011-B42D-00CF4FC964FF', true],
  ['uuid', 'urn:uuid:6f9619ff-8b86-d011-b42d-00cf4fc964ff', false],
  ['uuid', '6f9619ff8b86d011b42d00cf4fc964ff', false],
  ['decimal', '-10.25', true],
  ['decimal', '1e5', false],
  ['base64', 'TWl6YW4=', true],
  ['base64', 'TWl6YW4', false],
] as const)('%s %s: %s', (format, text, holds) => expect((formats[format] as RegExp).test(text)).toBe(holds))
