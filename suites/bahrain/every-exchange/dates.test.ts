import { describe, expect, it } from 'vitest'
import { bahrainAccount, bahrainBalance, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { exchange } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { account, balances } from '../operations.ts'
import { dates } from './dates.ts'

const at = (DateTime: string) => bahrainRead(balances, { Balance: [bahrainBalance({ DateTime })] })
const opened = (OpeningDate: string) => bahrainRead(account, { Account: [bahrainAccount('a1', { OpeningDate })] })
const place = '/Data/Balance/0/DateTime'

proves(
  ruleNamed(dates, 'BH-DAT-001'),
  {
    holds: {
      Z: at('2026-06-01T08:00:00Z'),
      'an offset without a colon': at('2019-07-15T16:59:32+0000'),
      'an offset of hours': at('2019-07-15T16:59:32+03'),
    },
    breaks: {
      'no zone': [
        at('2026-06-01T08:00:00'),
        { at: place, expected: 'a date-time with Z or an offset', got: '2026-06-01T08:00:00' },
      ],
      'fractions, no zone': [at('2026-06-01T08:00:00.123'), place],
    },
    silent: {
      'a day': at('2026-06-01'),
      'a day where a day is allowed': opened('2020-01-01'),
      'no contract': exchange({ operation: null }),
    },
  },
  bahrainGiven,
)

const form = ruleNamed(dates, 'BH-DAT-002')
proves(
  form,
  {
    holds: {
      'small letters': at('2026-06-01t08:00:00z'),
      'a leap second': at('2016-12-31T23:59:60Z'),
      'an offset of hours': at('2026-06-01T11:00:00+03'),
      'no seconds': at('2026-06-01T08:00Z'),
      'a decimal comma': at('2026-06-01T08:00:00,5Z'),
      'no zone, which is told elsewhere': at('2026-06-01T08:00:00'),
    },
    breaks: {
      'no colon': [
        at('2026-06-01T11:00:00+0300'),
        { at: place, expected: 'RFC 3339 date-time', got: '2026-06-01T11:00:00+0300' },
      ],
      'a blank': [at('2026-06-01 08:00:00Z'), place],
      'a day that there is not': [at('2026-02-30T08:00:00Z'), place],
      'an offset beyond a day': [at('2026-06-01T08:00:00+24:00'), place],
      'a day alone': [at('2026-06-01'), place],
      'no date': [at('today'), place],
    },
    silent: { 'a day where a day is allowed': opened('2020-01-01') },
  },
  bahrainGiven,
)

describe('what only ISO 8601 has', () => {
  it('is observed', () =>
    expect(form.observe?.(at('2026-06-01T11:00:00+03'), bahrainGiven)).toEqual({
      'date-times of ISO 8601 beyond RFC 3339': '2026-06-01T11:00:00+03',
    }))
})
