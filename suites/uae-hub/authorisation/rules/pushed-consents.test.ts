import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import type { StateProbe, StateProbes } from '../scenarios/return-state-and-nonce.ts'
import {
  declinedConsentIsRejected,
  pushedConsentIsReadable,
  secondPushChangesNothing,
  stateAndNonceComeBackAsSent,
} from './pushed-consents.ts'

const read = (change: Readonly<Record<string, unknown>>, id = 'x1') => exchange({ id, body: consentBody(change) })
const { push, authorisation } = journeyOf()

const stateless = (parameters: Readonly<Record<string, string>>): StateProbes => ({
  probes: [
    { name: 'refused', push, mayRefuse: true },
    { name: 'dead', inconclusive: 'gone' },
    {
      name: 'no state',
      mayRefuse: true,
      push: { ...push, claims: {} },
      authorisation: {
        outcome: 'code',
        callback: { parameters, fragment: [], to: 'https://client.example/callback', withCode: true },
        exchanges: [],
      },
    },
  ],
  discovery: exchange(),
})
const withNonce = (nonce: string): StateProbes => {
  const answer = exchange({ operation: 'POST /token' })
  const token = { ...answer, facts: { ...answer.facts, idToken: { header: {}, claims: { nonce }, verified: true } } }
  const claims = { state: 'state-1', nonce: 'nonce-1' }
  const probe: StateProbe = { name: 'nonce', mayRefuse: false, push: { ...push, claims }, authorisation, token }
  return { probes: [probe], discovery: exchange() }
}

proves(stateAndNonceComeBackAsSent, {
  holds: { 'no state': stateless({ iss: 'x' }), 'the nonce': withNonce('nonce-1') },
  breaks: {
    'the state from outside': [stateless({ state: 'outside' }), 'callback state'],
    'a nonce that was cut': [
      withNonce('nonce'),
      { at: 'id_token nonce', expected: 'nonce-1', got: 'nonce', exchange: 'x1' },
    ],
  },
  silent: {
    'no request led to a code': { probes: [{ name: 'refused', push, mayRefuse: true }], discovery: exchange() },
  },
})

const twice = (after: Readonly<Record<string, unknown>>) => ({
  before: read({ Permissions: ['ReadAccountsBasic'] }),
  after: read(after, 'x2'),
  dataBefore: exchange(),
  dataAfter: exchange(),
  second: push,
})

proves(secondPushChangesNothing, {
  holds: {
    'as it was': twice({ Permissions: ['ReadAccountsBasic'] }),
    'with a new date of its status': twice({ StatusUpdateDateTime: '2026-06-01T09:00:00Z' }),
  },
  breaks: {
    'more permissions': [
      twice({ Permissions: ['ReadAccountsBasic', 'ReadBalances'] }),
      {
        at: '/Data/Permissions',
        expected: '["ReadAccountsBasic"]',
        got: '["ReadAccountsBasic","ReadBalances"]',
        exchange: 'x2',
      },
    ],
  },
  undecided: { 'not readable before': { ...twice({}), before: exchange({ status: 500 }) } },
})

proves(pushedConsentIsReadable, {
  holds: { waiting: [read({ Status: 'AwaitingAuthorization' })] },
  breaks: {
    hidden: [[exchange({ status: 404 })], 'status'],
    'authorised by nobody': [[read({ Status: 'Authorized' })], '/Data/Status'],
  },
  undecided: { 'a failure': [exchange({ status: 500 })] },
})

proves(declinedConsentIsRejected, {
  holds: { 'after a while': [read({ Status: 'AwaitingAuthorization' }), read({ Status: 'Rejected' }, 'x2')] },
  breaks: { 'still waiting': [[read({ Status: 'AwaitingAuthorization' })], '/Data/Status'] },
  undecided: { 'a failure': [exchange({ status: 503 })] },
})
