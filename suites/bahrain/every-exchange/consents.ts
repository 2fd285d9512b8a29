import { at } from '../../../checks/body.ts'
import { declaredIn } from '../../../checks/declared.ts'
import { finding } from '../../../checks/findings.ts'
import { placesAt } from '../../../checks/places.ts'
import { succeeded } from '../../../checks/status.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { consent, createConsent, patchConsent } from '../operations.ts'
import { ownedBy } from '../schema-routing.ts'
import { faultsOf, framework, fromFault, ofSuccess, rowOf, textIs } from './answers.ts'

const showing: readonly string[] = [createConsent, consent, patchConsent]

/** Judges the JSON of successes of these operations. */
const of =
  (operations: readonly string[], check: Check): Check =>
  (exchange, given) =>
    operations.includes(exchange.operation ?? '') ? check(exchange, given) : silent('another operation')

/** A success of this operation has this status; what it holds is judged by others. */
const succeedsWith = (operation: string, status: number): Check =>
  of([operation], (exchange, given) => {
    if (rowOf(exchange) === undefined || declaredIn(framework, exchange, given) === undefined || !succeeded(exchange))
      return silent('not a success')
    const got = exchange.response.status
    return got === status ? [] : [finding('status', String(status), got)]
  })

const states = ['AwaitingAuthorisation', 'Authorised', 'Rejected', 'Revoked']

/** A status that is none at all is BH-ENU-001's finding. */
const beginsWaiting = ofSuccess((success) =>
  states.includes(String(at(success.value, 'Data', 'Status')))
    ? textIs(success, '/Data/Status', 'AwaitingAuthorisation')
    : silent('the answer tells no status of a consent'),
)

/** A list without permissions repeats the request for one, and BH-PRM-001 or BH-CON-005 has the finding. */
const showsWhatItIs = ofSuccess((success, exchange) =>
  faultsOf(exchange, success)
    .filter(ownedBy('BH-CON-006'))
    .filter(({ keyword }) => keyword !== 'minItems')
    .map((fault) => fromFault(success, fault)),
)

const neverExpires = ofSuccess(({ value, at: under }) =>
  placesAt(value, '/Data/ExpirationDateTime').map((place) =>
    finding(`${under}${place.at}`, 'no such member', place.value),
  ),
)

const shown = (data: string, status = 200): string =>
  `GET /account-access-consents/{ConsentId}\n\n${status}\n{"Data":{${data}}, …}`

/** What single answers say of a consent for accounts. Several of them are compared by other rules. */
export const consents: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-CON-001',
    level: levels('BH-CON-001'),
    about: 'bank',
    title: 'A consent is created with 201',
    cites: [cite.consents('POST'), cite.code('POST /account-access-consents')],
    defect: 'bh-consent-created-with-200',
    operations: [createConsent],
    check: succeedsWith(createConsent, 201),
    example: {
      breaks: 'POST /account-access-consents\n\n200\n{"Data":{ … }}',
      findings: [{ at: 'status', expected: '201', got: '200' }],
    },
  }),
  everywhere({
    id: 'BH-CON-003',
    level: levels('BH-CON-003'),
    about: 'bank',
    title: 'A new consent awaits its authorisation',
    cites: [cite.consents('3.1.1')],
    defect: 'bh-consent-born-authorised',
    operations: [createConsent],
    check: of([createConsent], beginsWaiting),
    example: {
      breaks: 'POST /account-access-consents\n\n201\n{"Data":{ …,"Status":"Authorised"}, …}',
      findings: [{ at: '/Data/Status', expected: 'AwaitingAuthorisation', got: 'Authorised' }],
    },
  }),
  everywhere({
    id: 'BH-CON-006',
    level: levels('BH-CON-006'),
    about: 'bank',
    title: 'A consent shows its id, creation, status, change of status, and permissions',
    cites: [cite.schemas('OBAccountAccessConsentResponse'), cite.consents('data dictionary')],
    defect: 'bh-consent-without-creation',
    operations: [consent],
    check: of(showing, showsWhatItIs),
    example: {
      breaks: shown('"ConsentId":"c1", … without CreationDateTime'),
      findings: [{ at: '/Data', expected: 'member CreationDateTime', got: 'nothing' }],
    },
  }),
  // Which states there are is BH-ENU-001's matter.
  everywhere({
    id: 'BH-CON-007',
    level: levels('BH-CON-007'),
    about: 'bank',
    title: 'A consent is read with 200',
    cites: [cite.consents('GET'), cite.schemas('OBAccountAccessConsentResponse')],
    defect: 'bh-consent-read-with-203',
    operations: [consent],
    check: succeedsWith(consent, 200),
    example: { breaks: shown(' … ', 203), findings: [{ at: 'status', expected: '200', got: '203' }] },
  }),
  everywhere({
    id: 'BH-CON-015',
    level: levels('BH-CON-015'),
    about: 'bank',
    title: 'A consent has no ExpirationDateTime',
    cites: [cite.schemas('OBAccountAccessConsentResponse'), cite.code('bodies of consents')],
    defect: 'bh-consent-with-expiration',
    check: of(showing, neverExpires),
    example: {
      breaks: shown(' …,"ExpirationDateTime":"2027-06-01T00:00:00Z"'),
      findings: [{ at: '/Data/ExpirationDateTime', expected: 'no such member', got: '2027-06-01T00:00:00Z' }],
    },
  }),
]
