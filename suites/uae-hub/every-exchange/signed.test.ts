import type { Exchange, JwsFacts } from '../../../engine/exchange.ts'
import { exchange, type Sample } from '../../../testing/exchange.ts'
import { proves } from '../../../testing/proves.ts'
import { uaeGiven } from '../../../testing/uae-hub.ts'
import { signedAnswers } from './signed.ts'

const now = Date.parse('2026-06-01T08:00:00Z') / 1000
const good = { iss: 'hub', nbf: now, exp: now + 300, message: { Data: {} } }

const signed = (
  claims: Readonly<Record<string, unknown>> = {},
  facts: Partial<JwsFacts> = {},
  more: Sample = {},
): Exchange =>
  exchange({
    body: 'a.b.c',
    headers: { 'content-type': 'application/jwt' },
    jws: { header: { alg: 'PS256' }, claims: { ...good, ...claims }, ...facts },
    ...more,
  })

const forged = { verified: false, reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' }

const broken: Readonly<Record<string, Readonly<Record<string, readonly [Exchange, string]>>>> = {
  'UAE-SIG-001': {
    'a signature of nobody': [signed({}, forged), 'JWS signature'],
    RS256: [signed({}, { header: { alg: 'RS256' } }), 'JWS alg'],
    'no JWS': [exchange({ body: 'text', headers: { 'content-type': 'application/jwt' } }), 'body'],
  },
  'UAE-SIG-002': {
    'no issuer': [signed({ iss: undefined }), 'JWS iss'],
    'a time as text': [signed({ exp: String(now) }), 'JWS exp'],
    'no content': [signed({ message: undefined }), 'JWS message'],
  },
  'UAE-SIG-003': {
    over: [signed({ nbf: now - 86_400, exp: now - 86_100 }), 'JWS exp'],
    'yet to come': [signed({ nbf: now + 61 }), 'JWS nbf'],
  },
  'UAE-SIG-004': { 'for another client': [signed({ aud: ['another-client'] }), 'JWS aud'] },
}

for (const rule of signedAnswers) {
  proves(
    rule,
    {
      holds: {
        good: signed(),
        'for this client, by name': signed({ aud: 'client-1' }),
        'for several': signed({ aud: ['x', 'client-1'] }),
        'clocks that differ': signed({ nbf: now + 59, exp: now - 59 }),
      },
      breaks: broken[rule.id] ?? {},
      undecided:
        rule.id === 'UAE-SIG-001'
          ? { 'no key set': signed({}, { verified: false, reason: 'no key set was read' }) }
          : {},
      silent: {
        'an answer that is not signed': exchange({ body: { Data: {} } }),
        'an error': signed({}, forged, { status: 400 }),
        'what no API answered': signed({ iss: undefined, aud: 'x' }, forged, { operation: null }),
        'an answer to the second client': signed({ iss: undefined, aud: 'x', exp: 1 }, forged, { token: 'second' }),
      },
    },
    uaeGiven,
  )
}
