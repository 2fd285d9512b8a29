import type { Handshake } from '../engine/session.ts'
import { proves } from '../testing/proves.ts'
import { type HostProbed, weakHandshakesFail } from './handshakes.ts'

const host = 'as1.bank.example'
const shaken = (outcome: Handshake['outcome'], more: Partial<Handshake> = {}): Handshake => ({
  host,
  purpose: 'p',
  outcome,
  ...more,
})
const probed = (old: Handshake, good: Handshake = shaken('agreed', { protocol: 'TLSv1.3' })): readonly HostProbed[] => [
  { host, good, probes: [{ name: 'TLS 1.1', handshake: old }] },
]

proves(weakHandshakesFail, {
  holds: { refused: probed(shaken('refused', { reason: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' })) },
  breaks: {
    agreed: [
      probed(shaken('agreed', { protocol: 'TLSv1.1', cipher: 'ECDHE-ECDSA-AES128-SHA' })),
      {
        at: 'as1.bank.example, TLS 1.1',
        expected: 'a handshake that fails',
        got: 'TLSv1.1 ECDHE-ECDSA-AES128-SHA',
      },
    ],
    'agreed, and only the certificate did not hold': [
      probed(shaken('untrusted')),
      { at: 'as1.bank.example, TLS 1.1', expected: 'a handshake that fails', got: 'an agreement' },
    ],
  },
  undecided: {
    'a host that refuses everything': probed(shaken('refused'), shaken('refused', { reason: 'ECONNRESET' })),
    'nothing asked': [],
    'our own library cannot offer it': [
      { host, good: shaken('agreed'), probes: [{ name: 'TLS 1.1', inconclusive: 'not offered' }] },
    ],
  },
})
