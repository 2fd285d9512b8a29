import { bodyIsSigned, claimsAreThere, isForTheClient, isInTime, longLife } from '../../../checks/signed-body.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { resourceContracts } from '../operations.ts'
import { everywhere } from '../row.ts'

const contracts: readonly string[] = resourceContracts

/** Judges what an API answered to this client; the second one has answers of its own. */
const ofResources =
  (check: Check): Check =>
  (exchange, given) => {
    const api = given.contractOf(exchange.operation ?? '')?.name ?? ''
    return contracts.includes(api) && exchange.credentials.token !== 'second'
      ? check(exchange, given)
      : silent('no answer of an API to this client')
  }

const shown = (what: string): string =>
  `GET /accounts   accept: application/jwt\n\n200\ncontent-type: application/jwt\n\n${what}`

const jwt = [cite.accountInformation('components, Jwt'), cite.accountOpening('POST /accounts, content of 201')] as const

/** What a signed answer is made of. Which answers come signed is the business of other rules. */
export const signedAnswers: readonly ExchangeRule[] = [
  everywhere({
    id: 'UAE-SIG-001',
    level: 'MUST',
    about: 'hub',
    title: 'A signed answer verifies by PS256 with a key of the server',
    cites: [cite.guide('security/fapi/message-signing.md'), cite.rfc('7515 §5.2')],
    defect: 'signed-body-broken',
    check: ofResources(bodyIsSigned),
    example: {
      breaks: shown('… with a signature that no key verifies'),
      findings: [
        {
          at: 'JWS signature',
          expected: 'one that a key of the server verifies',
          got: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-SIG-002',
    level: 'MUST',
    about: 'hub',
    title: 'A signed answer tells its issuer, its times and its content',
    cites: jwt,
    defect: 'signed-body-without-issuer',
    check: ofResources(claimsAreThere),
    example: {
      breaks: shown('{"nbf":1780300800,"exp":1780301100,"message":{ … }}'),
      findings: [{ at: 'JWS iss', expected: 'a string', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'UAE-SIG-003',
    level: 'MUST',
    about: 'hub',
    title: 'A signed answer is good when it comes',
    cites: [cite.rfc('7519 §4.1')],
    defect: 'signed-body-of-yesterday',
    check: ofResources(isInTime),
    observe: longLife,
    example: {
      breaks: shown('{"iss":"…","nbf":1780214400,"exp":1780214700,"message":{ … }}'),
      findings: [{ at: 'JWS exp', expected: 'a time to come', got: '1780214700' }],
    },
  }),
  // As a string or in a list: the published schemas have both.
  everywhere({
    id: 'UAE-SIG-004',
    level: 'SHOULD',
    about: 'hub',
    title: 'A signed answer that names whom it is for names this client',
    cites: [...jwt, cite.rfc('7519 §4.1.3')],
    defect: 'signed-body-for-another',
    check: ofResources(isForTheClient),
    example: {
      breaks: shown('{"iss":"…","aud":["another-client"], … }'),
      findings: [{ at: 'JWS aud', expected: 'client-1', got: '["another-client"]' }],
    },
  }),
]
