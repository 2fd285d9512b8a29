import type { Exchange } from '../../../engine/exchange.ts'
import { bahrainConsent, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import type { Sample } from '../../../testing/exchange.ts'
import { proves } from '../../../testing/proves.ts'
import { consent, createConsent } from '../operations.ts'
import { clocks } from './clocks.ts'

const [eight, nine] = ['2026-06-01T08:00:00Z', '2026-06-01T09:00:00Z']
const date = (hour: string) => ({ headers: { date: `Mon, 01 Jun 2026 ${hour}:00:00 GMT` } })
const made = (more = {}, sample: Sample = date('08')) =>
  bahrainRead(createConsent, bahrainConsent(more), {}, { status: 201, ...sample })
const read = (more = {}, sample: Sample = date('10')) =>
  bahrainRead(consent, bahrainConsent(more), {}, { id: 'x2', ...sample })
const gathered = (...exchanges: readonly Exchange[]) =>
  exchanges.flatMap((one) => {
    const piece = clocks.gather(one, bahrainGiven)
    return piece === undefined ? [] : [piece]
  })

proves(
  clocks,
  {
    holds: {
      'made and read': gathered(made(), read({ Status: 'Authorised', StatusUpdateDateTime: nine })),
      'without a colon': gathered(made({ CreationDateTime: '2026-06-01T11:00:00+0300' })),
      'made again later, under one key': gathered(made(), made({}, { ...date('10'), id: 'x2' })),
      'recorded the other way round': gathered(
        read({ Status: 'Authorised', StatusUpdateDateTime: '2026-06-01T08:00:01Z' }, date('08')),
        made(),
      ),
      'another status within the same second': gathered(made(), read({ Status: 'Authorised' }, date('08'))),
    },
    breaks: {
      'a clock of another day': [
        gathered(made({ CreationDateTime: nine, StatusUpdateDateTime: nine })),
        {
          at: '/Data/CreationDateTime',
          expected: 'within 5 min of Date Mon, 01 Jun 2026 08:00:00 GMT',
          got: nine,
          exchange: 'x1',
        },
        '/Data/StatusUpdateDateTime',
      ],
      'changed before it was created': [
        gathered(read({ StatusUpdateDateTime: '2026-06-01T07:00:00Z' })),
        {
          at: '/Data/StatusUpdateDateTime',
          expected: `not before CreationDateTime ${eight}`,
          got: '2026-06-01T07:00:00Z',
          exchange: 'x2',
        },
      ],
      'changed in the time to come': [
        gathered(read({ StatusUpdateDateTime: '2026-06-01T12:00:00Z' })),
        '/Data/StatusUpdateDateTime',
      ],
      'another status, the same time': [
        gathered(made(), read({ Status: 'Authorised' })),
        {
          at: '/Data/StatusUpdateDateTime',
          expected: `later than ${eight}, as Status went from AwaitingAuthorisation to Authorised`,
          got: eight,
          exchange: 'x2',
        },
      ],
      'the same time, recorded the other way round': [
        gathered(read({ Status: 'Authorised' }), made()),
        '/Data/StatusUpdateDateTime',
      ],
    },
    silent: { 'no consent': gathered() },
    undecided: { 'no Date': gathered(read({}, {})) },
  },
  bahrainGiven,
)
