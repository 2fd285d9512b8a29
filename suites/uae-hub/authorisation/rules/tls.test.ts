import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { certificatesAreAsked, registrationTakesACertificate, weakTlsIsRefused } from './tls.ts'

const brokenOff = { name: 'token', inconclusive: 'alert', brokenOff: true as const }
const probe = (name: string, status: number) => ({ name, exchange: exchange({ status, certificate: 'none' }) })
const asked = (data: number, registration: number) => ({
  api: [brokenOff, probe('data', data)],
  registration: [probe('registration', registration)],
})

proves(certificatesAreAsked, {
  holds: { 'broken off, and refused': asked(401, 204) },
  breaks: { data: [asked(200, 400), { at: 'data: status', expected: 'a refusal', got: '200', exchange: 'x1' }] },
})

proves(registrationTakesACertificate, {
  holds: { refused: asked(200, 403) },
  breaks: { taken: [asked(403, 204), 'registration: status'] },
  undecided: { 'discovery names no registration': { api: [], registration: [] } },
})

const host = 'as1.bank.example'
const shaken = (outcome: 'agreed' | 'refused', protocol: string, cipher: string) => [
  {
    host,
    good: { host, purpose: 'good', outcome: 'agreed' as const },
    probes: [{ name: 'TLS 1.1', handshake: { host, purpose: 'TLS 1.1', outcome, protocol, cipher } }],
  },
]

proves(weakTlsIsRefused, {
  holds: { refused: shaken('refused', '', '') },
  breaks: { agreed: [shaken('agreed', 'TLSv1.1', 'ECDHE-ECDSA-AES128-SHA'), 'as1.bank.example, TLS 1.1'] },
})
