import { delivery } from '../../../../testing/delivery.ts'
import { change, followed, life } from '../../../../testing/followed.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Followed, Life } from '../scenarios/follow-consent.ts'
import { changesAreTold } from './changes.ts'

const untold = [change('Authorized'), change('Revoked', false)]
const lacking = (more: Partial<Life> = {}): Life => life([delivery()], { changes: untold, ...more })
const lives = (...all: [Life, ...Life[]]): Followed => ({ lives: all, reached: true, seconds: 300 })

proves(changesAreTold, {
  holds: { 'both were told': followed({}), 'the second time': lives(lacking(), life([delivery()])) },
  breaks: {
    'missing of two consents': [
      lives(lacking(), lacking()),
      {
        at: 'event of Revoked',
        expected: 'one within 300 seconds of the change',
        got: 'none, of two consents',
        exchange: 'r1',
      },
    ],
  },
  undecided: {
    'nothing ever came: the way here may be at fault': { lives: [lacking(), lacking()], reached: false, seconds: 300 },
    'missing once': lives(lacking()),
    'another one missing each time': lives(
      lacking({ changes: [change('Authorized', false), change('Revoked')] }),
      lacking(),
    ),
    'the change was not seen': lives(
      lacking({ changes: [change('Authorized'), change('Revoked', false, 'Authorized')] }),
      lacking({ changes: [change('Authorized'), change('Revoked', false, 'Authorized')] }),
    ),
    'told, and not seen': lives(
      life([delivery()], { changes: [change('Authorized'), change('Revoked', true, 'Authorized')] }),
    ),
    'this run had refused one': lives(lacking({ deliveries: [delivery({ status: 415 })] }), lacking()),
  },
})
