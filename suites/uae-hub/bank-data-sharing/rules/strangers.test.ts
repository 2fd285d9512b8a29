import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Probed } from '../../ask.ts'
import { strangeAccountsAreRefused, strangePathsAreRefused } from './strangers.ts'

const asked =
  (name: string) =>
  (status: number): Probed => ({ baseline: exchange(), probes: [{ name, exchange: exchange({ status }) }] })

const account = asked('unknown AccountId')
proves(strangeAccountsAreRefused, {
  holds: { '400': account(400), '403': account(403), '404': account(404) },
  breaks: {
    'an account': [
      account(200),
      { at: 'unknown AccountId: status', expected: '400 or 403 or 404, and no data', got: '200', exchange: 'x1' },
    ],
    'a failure': [account(500), 'unknown AccountId: status'],
  },
  undecided: { 'a 401, which is about the token': account(401), 'a gateway': account(503) },
})

const path = asked('unknown path')
proves(strangePathsAreRefused, {
  holds: { '404': path(404), '403': path(403), '501': path(501) },
  breaks: {
    'an answer': [
      path(200),
      { at: 'unknown path: status', expected: '404 or 501, and no data', got: '200', exchange: 'x1' },
    ],
    'a failure': [path(500), 'unknown path: status'],
  },
})
