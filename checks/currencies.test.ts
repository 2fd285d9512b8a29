import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { currenciesAreCodes, unknownCurrencies } from './currencies.ts'

const names = /^Currency$/
const of = (...codes: readonly unknown[]) => exchange({ body: codes.map((Currency) => ({ Amount: { Currency } })) })

proves(currenciesAreCodes({ names }), {
  holds: { 'of the Gulf': of('AED', 'BHD', 'SAR'), 'one that no list has yet': of('QQQ') },
  breaks: {
    'small letters': [
      of('AED', 'aed'),
      { at: '/1/Amount/Currency', expected: 'a code of ISO 4217, three capital letters', got: 'aed' },
    ],
    'a number': [of('784'), '/0/Amount/Currency'],
    'a name': [of('Dirham'), '/0/Amount/Currency'],
    'a blank at the end': [of('AED '), '/0/Amount/Currency'],
    empty: [of(''), '/0/Amount/Currency'],
  },
  silent: {
    'no currency': exchange({ body: { currency: 'x' } }),
    'another type is a matter of the schema': of(784, null),
    'no JSON': exchange({ body: 'Currency' }),
  },
})

it('observes a code that the list does not have', () => {
  expect(unknownCurrencies({ names })(of('AED', 'QQQ', 'QQQ', 'x'))).toEqual({ 'unknown currency': 'QQQ' })
  expect(unknownCurrencies({ names })(of('AED'))).toEqual({})
})
