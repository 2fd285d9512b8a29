import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { sameAmount, totalIsTheSum } from './amounts.ts'
import { at } from './body.ts'

describe('sameAmount', () => {
  it.each<readonly [unknown, unknown]>([
    ['10', '10.00'],
    ['010.0', '10'],
    ['0', '-0.00'],
    ['0.1', 0.1],
    ['12345678901234567890.00001', '12345678901234567890.000010'],
  ])('takes %j and %j for one', (one, other) => expect(sameAmount(one, other)).toBe(true))
  it.each<readonly [unknown, unknown]>([
    ['10', '10.01'],
    ['10', '-10'],
    ['12345678901234567890.00001', '12345678901234567890.00002'],
    ['10', '1e1'],
    ['10,00', '10,00'],
    ['', ''],
    [null, null],
    ['9'.repeat(61), '9'.repeat(61)],
  ])('tells %j and %j apart, or cannot say', (one, other) => expect(sameAmount(one, other)).toBe(false))
})

const line = (Amount: unknown, Currency = 'AED', Sign = 'Credit') => ({ Amount: { Amount, Currency }, Sign })
const bill = (Amount: unknown, lines: readonly unknown[], more = {}) =>
  exchange({ body: { Data: { Total: { Amount, Currency: 'AED' }, Line: lines, ...more } } })

describe('totalIsTheSum', () => {
  proves(
    totalIsTheSum({
      total: '/Data/Total/Amount',
      currency: '/Data/Total/Currency',
      parts: '/Data/Line/*',
      part: { amount: '/Amount/Amount', currency: '/Amount/Currency' },
      takenOff: (part) => at(part, 'Sign') === 'Debit',
      negative: (body) => at(body, 'Data', 'Sign') === 'Debit',
    }),
    {
      holds: {
        'written in other ways': bill('0.30', [line('0.1'), line('0.2')]),
        'as JSON numbers': bill(0.3, [line(0.1), line(0.2)]),
        'one is taken off': bill('5', [line('7.50'), line('2.50', 'AED', 'Debit')]),
        'below zero, said beside it': bill('5.00', [line('5', 'AED', 'Debit')], { Sign: 'Debit' }),
        'larger than a double': bill('90071992547409930.01', [line('90071992547409930'), line('0.01')]),
      },
      breaks: {
        'a cent too many': [
          bill('0.31', [line('0.1'), line('0.2')]),
          { at: '/Data/Total/Amount', expected: '0.3, the sum of 2 parts', got: '0.31' },
        ],
        'one was added that is taken off': [
          bill('10', [line('2.5', 'AED', 'Debit'), line('2.25')]),
          { at: '/Data/Total/Amount', expected: '-0.25, the sum of 2 parts', got: '10' },
        ],
        'the other side': [bill('5.00', [line('5')], { Sign: 'Debit' }), '/Data/Total/Amount'],
        'in a JWS': [
          exchange({
            body: 'a.b.c',
            jws: { claims: { message: { Data: { Total: { Amount: '2', Currency: 'AED' }, Line: [line('1')] } } } },
          }),
          '/message/Data/Total/Amount',
        ],
      },
      silent: {
        'a part in another currency': bill('3', [line('1'), line('1', 'USD')]),
        'all in another currency than the total': bill('3', [line('1', 'USD')]),
        'no parts': bill('3', []),
        'a part without an amount': bill('3', [line('1'), line(undefined)]),
        'a part that is no decimal': bill('3', [line('1'), line('1e0')]),
        'a total that is no decimal': bill('three', [line('1')]),
        'no JSON': exchange({ body: 'x' }),
      },
    },
  )
})
