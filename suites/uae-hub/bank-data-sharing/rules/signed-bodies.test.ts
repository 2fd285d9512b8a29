import type { JwsFacts } from '../../../../engine/exchange.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { signedBodiesAreSound } from './signed-bodies.ts'

const now = Date.parse('2026-06-01T08:00:00Z') / 1000
const data = (...ids: readonly string[]) => ({ Data: { Account: ids.map((AccountId) => ({ AccountId })) } })
const plain = (...ids: readonly string[]) => exchange({ body: data(...ids) })
const good = { iss: 'hub', nbf: now, exp: now + 300, message: data('a', 'b') }

const read = (
  claims: Readonly<Record<string, unknown>> = {},
  facts: Partial<JwsFacts> = {},
  again = plain('b', 'a'),
) => ({
  plain: plain('a', 'b'),
  signed: exchange({
    id: 'x2',
    body: 'a.b.c',
    headers: { 'content-type': 'application/jwt' },
    jws: { header: { alg: 'PS256' }, claims: { ...good, ...claims }, ...facts },
  }),
  again,
})
const unsigned = { plain: plain('a'), signed: plain('a'), again: plain('a') }

type Broken = Readonly<Record<string, readonly [ReturnType<typeof read>, string]>>

const broken: Readonly<Record<string, Broken>> = {
  'UAE-SIG-001': {
    'a signature of nobody': [
      read({}, { verified: false, reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' }),
      'JWS signature',
    ],
    RS256: [read({}, { header: { alg: 'RS256' } }), 'JWS alg'],
    'no JWS': [
      { ...read(), signed: exchange({ body: 'text', headers: { 'content-type': 'application/jwt' } }) },
      'body',
    ],
  },
  'UAE-SIG-002': {
    'no issuer': [read({ iss: undefined }), 'JWS iss'],
    'a time as text': [read({ exp: String(now) }), 'JWS exp'],
    'no content': [read({ message: undefined }), 'JWS message'],
  },
  'UAE-SIG-003': {
    over: [read({ nbf: now - 86_400, exp: now - 86_100 }), 'JWS exp'],
    'yet to come': [read({ nbf: now + 61 }), 'JWS nbf'],
  },
  'UAE-SIG-004': { 'for another client': [read({ aud: ['another-client'] }), 'JWS aud'] },
  'UAE-SIG-005': { 'one is missing': [read({ message: data('a') }), 'JWS /message/Data'] },
}

const open: Readonly<Record<string, Readonly<Record<string, ReturnType<typeof read>>>>> = {
  'UAE-SIG-001': { 'no key set': read({}, { verified: false, reason: 'no key set was read' }) },
  'UAE-SIG-005': { 'data that changed': read({ message: data('a', 'c') }, {}, plain('a')) },
}

for (const rule of signedBodiesAreSound) {
  proves(rule, {
    holds: {
      good: read(),
      'for this client, by name': read({ aud: 'client-1' }),
      'for several': read({ aud: ['x', 'client-1'] }),
      'clocks that differ': read({ nbf: now + 59, exp: now - 59 }),
      'in another order': read({ message: data('b', 'a') }),
    },
    breaks: broken[rule.id] ?? {},
    undecided: open[rule.id] ?? {},
    silent: { 'an answer that is not signed': unsigned },
  })
}
