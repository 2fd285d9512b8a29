import { inboxUrl } from '../../../../testing/delivery.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { openingsAreTold } from './openings.ts'

const opening = {
  url: inboxUrl,
  silence: 'nothing came',
  seconds: 300,
  deliveries: [],
  opened: exchange({ id: 'x1' }),
  change: exchange({ id: 'x2' }),
  reached: true,
}

proves(openingsAreTold, {
  holds: { told: { ...opening, told: true } },
  breaks: {
    'not told': [
      { ...opening, told: false },
      { at: 'event of a change', expected: 'one within 300 seconds of the change', got: 'nothing', exchange: 'x2' },
    ],
  },
  undecided: {
    'nothing ever came': { ...opening, told: false, reached: false },
    'nothing changed': { ...opening, told: false, change: undefined as never },
  },
})
