import type { Authorisation } from '../../../../engine/session.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import type { StateProbe } from '../scenarios/return-state-and-nonce.ts'
import {
  callbackIsInTheQuery,
  callbackNamesStateAndIssuer,
  refusalHasItsName,
  refusalReturnsStateAndIssuer,
  userEndsAtRedirectUri,
} from './callback.ts'

const issuer = 'https://auth1.bank.example'
const discovery = exchange({ body: { issuer } })
const redirectUri = 'https://client.example/callback'
const good = { state: 'state-1', iss: issuer }

const back = (parameters: Readonly<Record<string, string>>, status = 303): Authorisation => ({
  outcome: 'error' in parameters ? 'error' : 'code',
  callback: { parameters, fragment: [], to: redirectUri, withCode: !('error' in parameters) },
  exchanges: [exchange({ id: 'a1', operation: 'authorization', status, headers: { location: redirectUri } })],
})
const journey = journeyOf()
const push = { ...journey.push, claims: { ...journey.push.claims, state: 'state-1', redirect_uri: redirectUri } }
const arrival = (parameters: Readonly<Record<string, string>>, status?: number) => ({
  journey: { ...journey, push, authorisation: back(parameters, status) },
  discovery,
})

proves(callbackIsInTheQuery, {
  holds: { 'code, state and iss': arrival(good) },
  breaks: { 'an id_token': [arrival({ ...good, id_token: 'secret' }), 'callback id_token'] },
  undecided: { 'an error': arrival({ ...good, error: 'access_denied' }) },
})

const probes = (probe: Partial<Extract<StateProbe, { push: unknown }>>) => ({
  probes: [{ name: 'state of 384 characters', push, mayRefuse: true, ...probe }],
  discovery,
})

proves(callbackNamesStateAndIssuer, {
  holds: {
    'the issuer of discovery': arrival(good),
    'a long state': probes({ authorisation: back(good) }),
    'a long state that was refused': probes({}),
  },
  breaks: {
    'another issuer': [
      arrival({ ...good, iss: 'https://other.example' }),
      { at: 'callback iss', expected: issuer, got: 'https://other.example', exchange: 'a1' },
    ],
    'a state that was cut': [
      probes({ authorisation: back({ ...good, state: 'state' }) }),
      { at: 'callback state', expected: 'state-1', got: 'state', exchange: 'a1' },
    ],
  },
  undecided: {
    'one that may not be refused was': probes({ mayRefuse: false }),
    'a dead probe': { probes: [{ name: 'no nonce', inconclusive: 'gone' }], discovery },
  },
})

const denied = { ...good, error: 'access_denied' }

proves(refusalReturnsStateAndIssuer, {
  holds: { 'all there': arrival(denied) },
  breaks: { 'no iss': [arrival({ error: 'access_denied', state: 'state-1' }), 'callback iss'] },
})

proves(refusalHasItsName, {
  holds: { 'a word of the list': arrival({ ...denied, error_description: 'user_rejected_consent' }) },
  breaks: {
    'words of its own': [arrival({ ...denied, error_description: 'cancelled' }), 'callback error_description'],
  },
  undecided: { 'the server failed': arrival({ ...good, error: 'server_error' }) },
})

proves(userEndsAtRedirectUri, {
  holds: { 'by a 303': arrival(good), 'by a 302': arrival(good, 302) },
  breaks: { 'by a 307': [arrival(good, 307), 'redirect status'] },
})
