import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { revokedConsentsGiveNoData } from './revocation.ts'

const evidence = (...statuses: readonly number[]) => ({
  before: exchange(),
  patch: exchange({ status: 204 }),
  states: [],
  after: statuses.map((status, index) => exchange({ id: `x${index + 1}`, status })),
})

proves(revokedConsentsGiveNoData, {
  holds: { 'at once': evidence(403), 'after a while, with 401': evidence(200, 401) },
  breaks: {
    'still after 60 seconds': [
      evidence(200, 200),
      {
        at: 'status',
        expected: '403, 401 or 400 once the consent shows Revoked',
        got: '200',
        exchange: 'x2',
      },
    ],
  },
  undecided: { 'a failure': evidence(500) },
})
