import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Refused } from '../../../baseline/scenarios.ts'
import type { Probed } from '../../ask.ts'
import {
  badTokensAreRefused,
  clientTokensOpenNoData,
  tokenIsDemanded,
  tokensAreBound,
  tokensEnd,
} from './credentials.ts'

const probed = (name: string, status: number): Probed & Refused => ({
  operation: 'GET /accounts',
  baseline: exchange({ id: 'x1' }),
  probes: [{ name, exchange: exchange({ id: 'x2', status }) }],
})
const got = (name: string, status: number, expected: string) => ({
  at: `${name}: status`,
  expected,
  got: String(status),
  exchange: 'x2',
})

proves(tokenIsDemanded, {
  holds: { '401': probed('no token', 401) },
  breaks: {
    '400': [probed('no token', 400), got('no token', 400, '401')],
    data: [probed('no token', 200), got('no token', 200, '401')],
  },
  undecided: { 'a gateway error': probed('no token', 503), 'rate limited': probed('no token', 429) },
})

proves(badTokensAreRefused, {
  holds: { '401': probed('tampered token', 401), '400': probed('unknown token', 400) },
  breaks: {
    data: [probed('tampered token', 200), got('tampered token', 200, '401, and no data')],
    'a failure': [probed('scheme Basic', 500), got('scheme Basic', 500, '401, and no data')],
  },
  undecided: { 'a gateway error': probed('unknown token', 502) },
})

proves(tokensAreBound, {
  holds: { '401': probed('second certificate', 401), '403': probed('second certificate', 403) },
  breaks: { data: [probed('second certificate', 200), got('second certificate', 200, '401, and no data')] },
  undecided: {
    'a failure': probed('second certificate', 500),
    'no answer': { baseline: exchange(), probes: [{ name: 'second certificate', inconclusive: 'closed' }] },
  },
})

proves(tokensEnd, {
  holds: { '401': probed('expired token', 401) },
  breaks: { data: [probed('expired token', 200), got('expired token', 200, '401, and no data')] },
})

const clients = 'client-credentials token'
proves(clientTokensOpenNoData, {
  holds: { '401': probed(clients, 401), '403': probed(clients, 403), '400': probed(clients, 400) },
  breaks: { data: [probed(clients, 200), got(clients, 200, '401 or 403, and no data')] },
})
