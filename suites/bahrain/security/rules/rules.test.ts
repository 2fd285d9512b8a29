import type { Authorisation, Handshake } from '../../../../engine/session.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { givenOver } from '../../../../testing/given.ts'
import { proves } from '../../../../testing/proves.ts'
import { status, tried } from '../../../../testing/tried.ts'
import type { Weakly } from '../scenarios/connect-weakly.ts'
import { clientTokensOpenNoData, mutualTlsIsDemanded, wrongPasswordsOpenNothing } from './access.ts'
import { discoveryNamesTheProfile } from './discovery.ts'

const host = 'rs1.bank.example'
const shaken = (outcome: Handshake['outcome']): Handshake => ({
  host,
  purpose: 'TLS 1.1',
  outcome,
  protocol: 'TLSv1.1',
})
const weakly = (api: Weakly['api'][number], old: Handshake['outcome'] = 'refused'): Weakly => ({
  api: [api],
  hosts: [{ host, good: shaken('agreed'), probes: [{ name: 'TLS 1.1', handshake: shaken(old) }] }],
})
const brokenOff = { name: 'accounts', inconclusive: 'closed', brokenOff: true } as const
const answered = (answer: number) => ({ name: 'accounts', exchange: exchange({ id: 'x2', status: answer }) })

proves(mutualTlsIsDemanded, {
  holds: { 'broken off': weakly(brokenOff), refused: weakly(answered(401)) },
  breaks: {
    data: [weakly(answered(200)), { at: 'accounts: status', expected: 'a refusal', got: '200', exchange: 'x2' }],
    'an old version': [
      weakly(brokenOff, 'agreed'),
      { at: `${host}, TLS 1.1`, expected: 'a handshake that fails', got: 'TLSv1.1' },
    ],
  },
  undecided: {
    'a failure': weakly(answered(500)),
    'no answer': weakly({ name: 'accounts', inconclusive: 'time-out' }),
  },
})

const open = givenOver([])
proves(
  mutualTlsIsDemanded.check,
  {
    breaks: {
      'an old version': [
        weakly(answered(200), 'agreed'),
        { at: `${host}, TLS 1.1`, expected: 'a handshake that fails', got: 'TLSv1.1' },
      ],
      'an old version, however data is given': [weakly(brokenOff, 'agreed'), `${host}, TLS 1.1`],
    },
    silent: { data: weakly(answered(200)), 'broken off': weakly(brokenOff) },
  },
  { ...open, profile: { ...open.profile, samples: { mutualTls: 'no' } } },
)

const name = 'client-credentials token'
proves(clientTokensOpenNoData, {
  holds: { '401': tried('BH-SEC-004', { [name]: 401 }), '403': tried('BH-SEC-004', { [name]: 403 }) },
  breaks: { data: [tried('BH-SEC-004', { [name]: 200 }), status(name, '401 or 403, and no data', 200)] },
  undecided: { 'a failure': tried('BH-SEC-004', { [name]: 500 }) },
})

const cameBack = (withCode: boolean, error?: string): Authorisation => ({
  outcome: withCode ? 'code' : 'error',
  callback: {
    parameters: { state: 's', ...(error !== undefined && { error }) },
    fragment: [],
    to: 'https://client.example/callback',
    withCode,
  },
  exchanges: [exchange({ id: 'x7', operation: 'authorization', status: 303 })],
})
proves(wrongPasswordsOpenNothing, {
  holds: {
    'the log-in again': { outcome: 'page', exchanges: [] },
    'sent back with an error': cameBack(false, 'access_denied'),
  },
  breaks: { 'a code': [cameBack(true), { at: 'callback', expected: 'no code', got: 'a code', exchange: 'x7' }] },
})

const document = (body: unknown) => exchange({ operation: null, body })
proves(discoveryNamesTheProfile, {
  holds: {
    'all of it': document({
      response_types_supported: ['code', 'code id_token'],
      id_token_signing_alg_values_supported: ['PS256', 'ES256'],
      request_object_signing_alg_values_supported: ['PS256'],
      token_endpoint_auth_methods_supported: ['tls_client_auth'],
    }),
    'nothing of it': document({}),
  },
  breaks: {
    'another algorithm': [
      document({ id_token_signing_alg_values_supported: ['RS256'] }),
      { at: '/id_token_signing_alg_values_supported', expected: 'a list with PS256', got: '["RS256"]' },
    ],
    'secrets alone': [
      document({ token_endpoint_auth_methods_supported: ['client_secret_basic'] }),
      {
        at: '/token_endpoint_auth_methods_supported',
        expected: 'a list with private_key_jwt or tls_client_auth',
        got: '["client_secret_basic"]',
      },
    ],
  },
  undecided: { 'it is not there': exchange({ operation: null, status: 503 }) },
})
