import { eachAccepted } from '../../../../checks/acceptance.ts'
import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { succeeded } from '../../../../checks/status.ts'
import { rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { createConsent } from '../../operations.ts'
import { attemptsFor, onAttempts } from '../../tried.ts'
import { askForConsents } from '../scenarios/ask-for-consents.ts'

const common = { on: [askForConsents], operation: createConsent } as const
const badRequest = eachRefused({ statuses: [400], demand: 'refused', aside: [401] })

/** BH-PRM-005 */
export const accountsAreAlwaysAskedFor = onAttempts({
  ...common,
  id: 'BH-PRM-005',
  title: 'A consent without ReadAccountsBasic or ReadAccountsDetail is refused',
  cites: [cite.british('account-and-transaction-api-profile, permissions')],
  defect: 'bh-balances-alone-taken',
  check: badRequest,
  usual: [400],
  breaks: `POST /account-access-consents
{"Data":{"Permissions":["ReadBalances"]}}

201`,
  finding: { at: 'ReadBalances alone: status', expected: '400, and no data', got: '201' },
})

/** BH-PRM-006 */
export const basicBesideDetailIsTaken = onAttempts({
  ...common,
  id: 'BH-PRM-006',
  title: 'A consent is given for Basic and Detail of the same data',
  cites: [cite.permissions('Detail and Basic'), cite.british('account-and-transaction-api-profile, permissions')],
  defect: 'bh-basic-beside-detail-refused',
  check: eachAccepted(),
  breaks: `POST /account-access-consents
{"Data":{"Permissions":["ReadAccountsBasic","ReadAccountsDetail"]}}

400`,
  finding: { at: 'Basic beside Detail: status', expected: 'a success', got: '400' },
})

/** BH-ERR-003: 400 is the British status; the flow of the framework carries that nothing is created. */
export const malformedConsentsAreRefused = onAttempts({
  ...common,
  id: 'BH-ERR-003',
  title: 'A consent is not created of what is malformed',
  cites: [cite.questions('error flow 3'), cite.british('read-write-data-api-profile, status codes')],
  defect: 'bh-malformed-consent-taken',
  check: badRequest,
  usual: [400],
  breaks: `POST /account-access-consents
{"Data":{"Permissions":"ReadAccountsBasic"}}

201`,
  finding: { at: 'Permissions as a text: status', expected: '400, and no data', got: '201' },
})

/** BH-HDR-002 */
export const strangeTypesAreRefused = onAttempts({
  ...common,
  id: 'BH-HDR-002',
  title: 'A body of a media type that is not taken is refused',
  cites: [cite.questions('request headers, Content-Type'), cite.british('read-write-data-api-profile, status codes')],
  defect: 'bh-text-plain-taken',
  check: eachRefused({ statuses: [400, 415], demand: 'refused', aside: [401], failureCounts: true }),
  usual: [400, 415],
  breaks: `POST /account-access-consents
content-type: text/plain

{"Data":{"Permissions":["ReadAccountsBasic"]}}

201`,
  finding: { at: 'text/plain: status', expected: '400 or 415, and no data', got: '201' },
})

/** BH-NEG-004: the body has the form of a JWE, and no key of anybody opens it. */
export const lockedBodiesAreRefused = onAttempts({
  ...common,
  id: 'BH-NEG-004',
  title: 'An encrypted body that no key opens is refused',
  cites: [cite.questions('content negotiation, application/jose+jwe'), cite.british('message encryption')],
  defect: 'bh-jwe-body-fails',
  check: eachRefused({ statuses: [400, 415], demand: 'refused', aside: [401], failureCounts: true }),
  usual: [400, 415],
  breaks: `POST /account-access-consents
content-type: application/jose+jwe

500`,
  finding: { at: 'application/jose+jwe: status', expected: '400 or 415, and no data', got: '500' },
})

/** BH-DAT-003 */
export const formsOfInstantsAreTaken = onAttempts({
  ...common,
  id: 'BH-DAT-003',
  title: 'A date-time in a request is taken with Z and with an offset, with fractions of a second and without',
  cites: [cite.british('read-write-data-api-profile, dates')],
  defect: 'bh-offset-in-body-refused',
  check: eachAccepted(),
  breaks: `POST /account-access-consents
{"Data":{"Permissions":["ReadAccountsBasic"],"TransactionFromDateTime":"2026-05-30T08:00:00+03:00"}}

400`,
  finding: { at: 'TransactionFromDateTime +03:00: status', expected: 'a success', got: '400' },
})

/** BH-IDM-003: what was created twice has two ids. */
export const consentsAreNotIdempotent = rule({
  ...common,
  id: 'BH-IDM-003',
  requirements: ['BH-IDM-003'],
  level: levels('BH-IDM-003'),
  about: 'bank',
  title: 'The same request for a consent, sent again, creates another one',
  cites: [cite.accountInformation('3.2'), cite.questions('idempotency')],
  defects: ['bh-consents-are-idempotent'],
  check(tried) {
    const answers = attemptsFor(tried, 'BH-IDM-003').flatMap((one) =>
      'exchange' in one && succeeded(one.exchange) ? [one.exchange] : [],
    )
    const [first, second] = answers.map((one) => ({ one, id: at(carried(one)?.value, 'Data', 'ConsentId') }))
    if (first?.id === undefined || second?.id === undefined)
      return undecided('the two requests were not both answered with a consent')
    return first.id === second.id
      ? [finding('/Data/ConsentId', `another id than in ${first.one.id}`, second.id, second.one)]
      : []
  },
  example: {
    breaks: `POST /account-access-consents   twice, with the same body
201 {"Data":{"ConsentId":"c1", …}, …}
201 {"Data":{"ConsentId":"c1", …}, …}`,
    findings: [{ at: '/Data/ConsentId', expected: 'another id than in x2', got: 'c1' }],
  },
})
