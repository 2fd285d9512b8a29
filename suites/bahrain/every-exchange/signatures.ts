import { answerOfApi, type Declared } from '../../../checks/declared.ts'
import { detachedFitsBody, detachedHeaderIsWhole, detachedIsThere } from '../../../checks/detached-signature.ts'
import { succeeded } from '../../../checks/status.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type Answer, type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { framework, rowOf } from './answers.ts'

/** Judges the answers with a body of operations whose answers are signed. A 401 comes from whoever guards the door. */
const ofSigned =
  (which: (exchange: Exchange) => boolean, judge: (exchange: Exchange, facts: Declared) => Answer): Check =>
  (exchange, given) => {
    const signs = rowOf(exchange)?.signs
    if ((signs !== 'response' && signs !== 'both') || !which(exchange) || exchange.response.body === '')
      return silent('no such answer of an operation whose answers are signed')
    const facts = answerOfApi(framework, exchange, given)
    return 'contract' in facts ? judge(exchange, facts) : facts
  }

const isError = ({ response }: Exchange): boolean =>
  response.status >= 400 && response.status <= 500 && response.status !== 401
const isEither = (exchange: Exchange): boolean => succeeded(exchange) || isError(exchange)

const place = 'header x-jws-signature'

/** The detached signatures of answers. Whether a request is signed is the client's matter. */
export const signatures: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-RSP-007',
    level: levels('BH-RSP-007'),
    about: 'bank',
    title: 'A success of an operation whose answers are signed carries a detached JWS',
    cites: [cite.questions('response headers, x-jws-signature'), cite.payments('Signed Response')],
    defect: 'bh-payment-unsigned',
    check: ofSigned(succeeded, detachedIsThere),
    example: {
      breaks: 'POST /domestic-payments\n\n201\ncontent-type: application/json\n\n{"Data":{ … }}',
      findings: [{ at: place, expected: 'a detached JWS', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'BH-JWS-001',
    level: levels('BH-JWS-001'),
    about: 'bank',
    title: 'The detached JWS of an answer is that of its body',
    cites: [cite.questions('message signing'), cite.rfc('7515 appendix F')],
    defect: 'bh-signature-of-another-body',
    check: ofSigned(isEither, detachedFitsBody),
    example: {
      breaks: 'GET /domestic-payments/{DomesticPaymentId}\n\n200\nx-jws-signature: (of another body)',
      findings: [{ at: place, expected: 'the signature of this body', got: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' }],
    },
  }),
  // The host of the claims is not settled: any will do. That b64 is left out is British, and only of one edition.
  everywhere({
    id: 'BH-JWS-006',
    level: levels('BH-JWS-006'),
    about: 'bank',
    title: 'A detached JWS is made by PS256 and lists its private claims as critical',
    cites: [cite.british('message signing'), cite.portals('PS256')],
    defect: 'bh-signature-without-crit',
    check: ofSigned(isEither, detachedHeaderIsWhole({ alg: 'PS256', critical: ['iat', 'iss', 'tan'] })),
    example: {
      breaks: `POST /domestic-payments\n\n201\nx-jws-signature: (header: {"alg":"PS256","kid":"k1",
  "http://openbanking.org.bh/iat":1780300800,"http://openbanking.org.bh/iss":"bank","http://openbanking.org.bh/tan":"x",
  "crit":["http://openbanking.org.bh/iat","http://openbanking.org.bh/iss"]})`,
      findings: [
        {
          at: `${place} crit`,
          expected: 'http://openbanking.org.bh/tan',
          got: '["http://openbanking.org.bh/iat","http://openbanking.org.bh/iss"]',
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-JWS-007',
    level: levels('BH-JWS-007'),
    about: 'bank',
    title: 'An error of an operation whose answers are signed carries a detached JWS',
    cites: [cite.questions('message signing')],
    defect: 'bh-errors-unsigned',
    check: ofSigned(isError, detachedIsThere),
    example: {
      breaks: 'POST /domestic-payment-consents\n\n400\ncontent-type: application/json\n\n{"Code":"400", … }',
      findings: [{ at: place, expected: 'a detached JWS', got: 'nothing' }],
    },
  }),
]
