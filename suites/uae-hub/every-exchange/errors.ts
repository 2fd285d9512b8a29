import { mediaTypeIsDeclared } from '../../../checks/declared-answer.ts'
import { errorsGiveNothingAway, fieldErrorsNameTheField } from '../../../checks/error-members.ts'
import { succeeded } from '../../../checks/status.ts'
import { type ExchangeRule, silent } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { resourceContracts } from '../operations.ts'
import { everywhere } from '../row.ts'

const resources = { contracts: resourceContracts }
const declaredType = mediaTypeIsDeclared(resources)

/** What errors say beside their form, which is UAE-ERR-001's matter. */
export const errors: readonly ExchangeRule[] = [
  // The contract makes Path optional: of all errors only those that say that a field was wrong are judged.
  everywhere({
    id: 'UAE-ERR-003',
    level: 'SHOULD',
    about: 'hub',
    title: 'An error about a field names it in Path',
    cites: [cite.accountInformation('AEError400, Path')],
    defect: 'error-without-path',
    check: fieldErrorsNameTheField({
      ...resources,
      list: '/Errors',
      code: '/Code',
      path: '/Path',
      codes: ['Resource.InvalidFormat'],
    }),
    example: {
      breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=abc\n\n400
{"Errors":[{"Code":"Resource.InvalidFormat","Message":"not that"}]}`,
      findings: [{ at: '/Errors/0/Path', expected: 'the name of the field', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'UAE-ERR-004',
    level: 'SHOULD',
    about: 'hub',
    title: 'The body of a declared error comes in a media type that is declared for it',
    cites: [cite.accountInformation('content of 400, 403 and 500')],
    defect: 'error-called-text',
    check: (exchange, given) => (succeeded(exchange) ? silent('not an error') : declaredType(exchange, given)),
    example: {
      breaks: 'GET /accounts\n\n403\ncontent-type: text/plain\n\n{"Errors":[ … ]}',
      findings: [{ at: 'header content-type', expected: 'application/json or application/jwt', got: 'text/plain' }],
    },
  }),
  everywhere({
    id: 'UAE-ERR-005',
    level: 'SHOULD',
    about: 'hub',
    title: 'Errors show no stack, no key and no token',
    cites: [cite.own('what a client has no use for and an attacker has')],
    defect: 'error-with-stack',
    check: errorsGiveNothingAway(resources),
    example: {
      breaks: `GET /accounts\n\n403
{"Errors":[{"Code":"GenericError","Message":"Error: no\\n    at read (/srv/app.js:10:5)"}]}`,
      findings: [{ at: 'body', expected: 'nothing that opens or explains the server', got: 'frames of a stack' }],
    },
  }),
]
