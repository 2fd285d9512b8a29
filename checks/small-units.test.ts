import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { amountsAreWholeUnits } from './small-units.ts'

const of = (value: unknown, code: unknown = 'BHD') => exchange({ body: { Sum: { Amount: value, Currency: code } } })

proves(amountsAreWholeUnits({ names: /^Sum$/, amount: 'Amount', currency: 'Currency', decimals: { BHD: 3 } }), {
  holds: { none: of('10'), three: of('10.125'), 'zeros behind them': of('10.12500') },
  breaks: { four: [of('10.1251'), { at: '/Sum/Amount', expected: 'at most 3 decimals', got: '10.1251' }] },
  silent: {
    'another currency': of('10.1251', 'JPY'),
    'a number': of(10.1251),
    'no code': of('10.1251', null),
    'no amount': exchange({ body: { Sum: 'all' } }),
    'no body': exchange(),
  },
})
