import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { uaeGiven } from '../testing/uae-hub.ts'
import { httpDatesAreFixed, offsetsInHttpDates } from './fixed-http-dates.ts'

const dated = (value: string, name = 'date') => exchange({ headers: { [name]: value } })

proves(
  httpDatesAreFixed({ contracts: ['account-information'] }),
  {
    holds: {
      'IMF-fixdate': dated('Mon, 15 Jul 2019 17:05:54 GMT'),
      'the past': dated('Thu, 01 Jan 1970 00:00:00 GMT', 'expires'),
    },
    breaks: {
      'asctime-date': [dated('Mon Jul 15 17:05:54 2019'), 'header date'],
      'another day': [dated('Sun, 15 Jul 2019 17:05:54 GMT', 'last-modified'), 'header last-modified'],
      'an offset alone': [dated('Mon, 15 Jul 2019 17:05:54 +0300'), 'header date'],
    },
    silent: { none: exchange(), 'no date in Expires': dated('0', 'expires') },
  },
  uaeGiven,
)

it('an offset from GMT is observed', () => {
  expect(offsetsInHttpDates(dated('Mon, 15 Jul 2019 17:05:54 GMT+03:00'))).toEqual({
    'dates with an offset from GMT': 'header date',
  })
  expect(offsetsInHttpDates(dated('Mon, 15 Jul 2019 17:05:54 GMT'))).toEqual({})
})
