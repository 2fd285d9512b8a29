import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { spanIsInOrder } from './span.ts'

const span = (First: unknown, Last: unknown) => exchange({ body: { Meta: { First, Last } } })
const [early, late] = ['2024-05-01T00:00:00Z', '2026-05-01T00:00:00Z']

proves(
  spanIsInOrder({ contracts: ['account-information'], first: '/Meta/First', last: '/Meta/Last' }),
  {
    holds: {
      'in order': span(early, late),
      'one moment': span(late, late),
      'by their offsets': span('2026-05-01T02:00:00+04:00', '2026-05-01T00:00:00Z'),
    },
    breaks: { backwards: [span(late, early), { at: '/Meta/First', expected: `not after ${early}`, got: late }] },
    silent: {
      'one is missing': span(undefined, late),
      'no date-time': span('today', early),
      'another contract': exchange({ operation: null, body: {} }),
    },
  },
  givenOver([accountsContract()]),
)
