import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { contentType, mediaTypeOf } from '../../../../checks/media-type.ts'
import { refused, succeeded, unauthorised, unavailable } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type ExchangeRule, type Observed, rule, silent, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { refusedByApi } from '../../first-call.ts'
import { everywhere } from '../../row.ts'
import { idOf, notOpened, stateOf } from '../opening.ts'
import { accountOpeningApi, openAccount } from '../operations.ts'
import { followOlderOpening, followOpening } from '../scenarios/open-account.ts'

const namesApplicant = (samples: Readonly<Record<string, string>>): boolean =>
  Object.keys(samples).some((name) => name.startsWith('applicant'))

/** Refused for what was asked, and not for a token that ended, for want of time, or for what was asked before (409). */
const isRefusal = (answer: Exchange): boolean =>
  refused(answer) && !unauthorised(answer) && !unavailable(answer) && answer.response.status !== 409

/**
 * UAE-AOP-001, with the first state of UAE-AOP-005, which may be any. A refusal decides nothing unless the profile names
 * the applicant: a bank may open accounts for its own test persons alone. How the answer is wrapped is UAE-HDR-017's
 * matter.
 */
export const openingIsCreated = rule({
  id: 'UAE-AOP-001',
  requirements: ['UAE-AOP-001'],
  level: 'MUST',
  about: 'hub',
  title: 'A good request for an account is answered with 201, with Data, Links and Meta',
  cites: [cite.accountOpening('POST /accounts, AECreateAccountResponseBody1')],
  defects: ['opening-without-meta'],
  on: [followOpening, followOlderOpening],
  operation: openAccount,
  check({ opened }, given) {
    const { status } = opened.response
    if (!succeeded(opened)) {
      return namesApplicant(given.profile.samples) &&
        isRefusal(opened) &&
        refusedByApi(accountOpeningApi, opened, given)
        ? [finding('status', '201', status, opened)]
        : undecided(notOpened(opened))
    }
    const content = carried(opened)
    return [
      ...(status === 201 ? [] : [finding('status', '201', status, opened)]),
      ...['Data', 'Links', 'Meta'].flatMap((name) =>
        at(content?.value, name) === undefined
          ? [finding(`${content?.at ?? ''}/${name}`, 'the member', undefined, opened)]
          : [],
      ),
    ]
  },
  observe({ opened }): Observed {
    if (!succeeded(opened)) return {}
    const state = stateOf(opened)
    const unnamed = at(carried(opened)?.value, 'Data', 'AccountId') === undefined
    return {
      ...(state === undefined ? {} : { 'first state': state }),
      'answered as': mediaTypeOf(opened.response) ?? 'no media type',
      ...(unnamed && idOf(opened) !== undefined ? { AccountId: 'in Links.Self alone' } : {}),
    }
  },
  example: {
    breaks: `POST /accounts

201
content-type: application/jwt

{"iss":"…", … ,"message":{"Data":{"AccountId":"o1", … },"Links":{ … }}}`,
    findings: [{ at: '/message/Meta', expected: 'the member', got: 'nothing' }],
  },
})

/**
 * UAE-HDR-017 for the opening of accounts; the guide of version 2.0 shows JSON, so that there it is only observed. What a
 * JWS is made of is judged by UAE-SIG-001.
 */
export const openingIsSigned: ExchangeRule = {
  ...everywhere({
    id: 'UAE-HDR-017',
    level: { 'v2.1': 'MUST' },
    about: 'hub',
    title: 'The answer to a request for an account is a JWT',
    cites: [cite.accountOpening('POST /accounts, content of 201')],
    defect: 'opening-in-the-clear',
    check(exchange) {
      if (exchange.operation !== openAccount || !succeeded(exchange)) return silent('no account was opened')
      return mediaTypeOf(exchange.response) === 'application/jwt'
        ? []
        : [finding('header content-type', 'application/jwt', contentType(exchange.response))]
    },
    example: {
      breaks: 'POST /accounts\n\n201\ncontent-type: application/json\n\n{"Data":{"AccountId":"o1", … }, … }',
      findings: [{ at: 'header content-type', expected: 'application/jwt', got: 'application/json' }],
    },
  }),
  operations: [openAccount],
}
