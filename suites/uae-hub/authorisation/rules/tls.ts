import { certificatesAreNeeded, waysToRefuse } from '../../../../checks/certificates.ts'
import { weakHandshakesFail } from '../../../../checks/handshakes.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { askWithoutCertificate } from '../scenarios/ask-without-certificate.ts'
import { shakeHands } from '../scenarios/shake-hands.ts'

/** UAE-TLS-001 */
export const certificatesAreAsked = rule({
  id: 'UAE-TLS-001',
  requirements: ['UAE-TLS-001'],
  level: 'MUST',
  about: 'hub',
  title: 'Tokens and data take a client certificate',
  cites: [cite.guide('security/certificates/client-transport.md'), cite.guide('security/fapi/index.md')],
  defects: ['certificate-not-needed'],
  on: [askWithoutCertificate],
  check: ({ api }) => certificatesAreNeeded(api),
  observe: ({ api }) => waysToRefuse(api),
  example: {
    breaks: `GET /accounts   without a client certificate

200
content-type: application/json

{"Data":{"Account":[ … ]}}`,
    findings: [{ at: 'data: status', expected: 'a refusal', got: '200' }],
  },
})

/** UAE-DSC-015 */
export const registrationTakesACertificate = rule({
  id: 'UAE-DSC-015',
  requirements: ['UAE-DSC-015'],
  level: 'MUST',
  about: 'hub',
  title: 'A registration takes a client certificate',
  cites: [cite.guide('security/certificates/client-transport.md')],
  defects: ['registration-open'],
  on: [askWithoutCertificate],
  check: ({ registration }) => certificatesAreNeeded(registration),
  observe: ({ registration }) => waysToRefuse(registration),
  example: {
    breaks: `POST {registration_endpoint}   without a client certificate
content-type: application/json

{}

204`,
    findings: [{ at: 'registration: status', expected: 'a refusal', got: '204' }],
  },
})

/** UAE-TLS-003 */
export const weakTlsIsRefused = rule({
  id: 'UAE-TLS-003',
  requirements: ['UAE-TLS-003'],
  level: 'MUST',
  about: 'hub',
  title: 'Hosts speak TLS 1.2 or later, with suites that RFC 9325 recommends',
  cites: [cite.fapi('FAPI 2.0 Security Profile §5.2.1'), cite.rfc('8996 §5'), cite.rfc('9325 §4.2')],
  defects: ['old-tls-offered'],
  on: [shakeHands],
  check: weakHandshakesFail,
  example: {
    breaks: 'A ClientHello that offers TLS 1.1 alone, answered with a ServerHello',
    findings: [
      { at: 'as1.bank.example, TLS 1.1', expected: 'a handshake that fails', got: 'TLSv1.1 ECDHE-ECDSA-AES128-SHA' },
    ],
  },
})
