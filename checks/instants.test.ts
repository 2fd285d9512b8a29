import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { instantsInOrder } from './instants.ts'

const read = (Created: unknown, Changed: unknown, id = 'x1') => exchange({ id, body: { Data: { Created, Changed } } })
const eight = '2026-06-01T08:00:00Z'
const nine = '2026-06-01T09:00:00Z'

proves(instantsInOrder({ earlier: ['Data', 'Created'], later: ['Data', 'Changed'], tolerance: 5 }), {
  holds: {
    'at once': [read(eight, eight)],
    'later, in another zone': [read(eight, '2026-06-01T12:30:00+04:00')],
    'within the tolerance': [read(eight, '2026-06-01T07:59:55Z')],
    'on and on': [read(eight, eight), read(eight, nine), read(eight, nine)],
    'no date-time at the beginning': [read('yesterday', eight)],
  },
  breaks: {
    'changed before it was made': [
      [read(nine, eight)],
      { at: '/Data/Changed', expected: `not before Created ${nine}`, got: eight, exchange: 'x1' },
    ],
    'goes back': [
      [read(eight, nine), read(eight, '2026-06-01T08:59:54Z', 'x2')],
      {
        at: '/Data/Changed',
        expected: `not before ${nine}, which was shown before`,
        got: '2026-06-01T08:59:54Z',
        exchange: 'x2',
      },
    ],
  },
  undecided: { nothing: [], 'no date-time': [read(eight, 'soon')], refused: [exchange({ status: 403 })] },
})
