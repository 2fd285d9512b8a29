import type { Authorisation } from '../engine/session.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { journeyOf } from '../testing/session.ts'
import { type Arrival, callbackIsOurs } from './callback.ts'

const issuer = 'https://auth1.bank.example'
const came = (parameters: Record<string, string>, document: unknown = { issuer }): Arrival => {
  const authorisation: Authorisation = {
    outcome: 'code',
    callback: { parameters, fragment: [], to: 'https://client.example/callback', withCode: true },
    exchanges: [exchange({ id: 'a1', operation: 'authorization', status: 303 })],
  }
  return { journey: journeyOf({ authorisation }), discovery: exchange({ body: document }) }
}
const state = 'state-1'

proves(
  callbackIsOurs,
  {
    holds: {
      'both, in another order': came({ iss: issuer, state }),
      'with more parameters': came({ state, iss: issuer, session_state: 'x' }),
      'discovery names no issuer': came({ state, iss: issuer }, {}),
    },
    breaks: {
      'another issuer': [
        came({ state, iss: 'https://other.example' }),
        { at: 'callback iss', expected: issuer, got: 'https://other.example', exchange: 'a1' },
      ],
      'a slash at the end': [came({ state, iss: `${issuer}/` }), 'callback iss'],
      'neither came': [
        came({}),
        { at: 'callback state', expected: state, got: 'nothing', exchange: 'a1' },
        { at: 'callback iss', expected: issuer, got: 'nothing', exchange: 'a1' },
      ],
    },
    undecided: {
      'no callback': {
        journey: journeyOf({ authorisation: { outcome: 'page', exchanges: [] } }),
        discovery: exchange({ body: { issuer } }),
      },
    },
  },
  givenOver([]),
)
