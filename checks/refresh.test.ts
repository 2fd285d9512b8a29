import { describe } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { refreshedGivesNoData, refreshesLeadToData } from './refresh.ts'

const token = (status: number) => exchange({ id: 't', operation: 'POST /token', status })
const data = (status: number) => exchange({ id: 'd', status })

describe('refreshedGivesNoData', () => {
  proves(refreshedGivesNoData, {
    holds: {
      'no token': { refreshed: token(400) },
      'a token that opens nothing': { refreshed: token(200), data: data(403) },
    },
    breaks: {
      data: [
        { refreshed: token(200), data: data(200) },
        { at: 'data after the revocation: status', expected: '401 or 403, and no data', got: '200', exchange: 'd' },
      ],
    },
    undecided: {
      'a server that fails': { refreshed: token(500) },
      busy: { refreshed: token(429) },
      'a token that nobody tried': { refreshed: token(200) },
      'data that failed': { refreshed: token(200), data: data(500) },
    },
  })
})

describe('refreshesLeadToData', () => {
  const found = [{ at: '/x', expected: 'y', got: 'z' }]
  proves(
    ({ whole, opened }: { whole: readonly (typeof found)[number][]; opened: ReturnType<typeof data> }) =>
      refreshesLeadToData(whole, opened),
    {
      holds: { both: { whole: [], opened: data(200) } },
      breaks: {
        'a token that is not whole': [{ whole: found, opened: data(401) }, '/x'],
        'a token that opens nothing': [
          { whole: [], opened: data(401) },
          { at: 'data for the new token: status', expected: '200', got: '401', exchange: 'd' },
        ],
      },
      undecided: { 'data that failed': { whole: [], opened: data(503) } },
    },
  )
})
