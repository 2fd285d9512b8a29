import { exchange, type Sample } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accountsBody, uaeGiven } from '../../../testing/uae-hub.ts'
import { errors } from './errors.ts'

const error = (more: Readonly<Record<string, unknown>>, sample: Sample = {}) =>
  exchange({
    status: 400,
    body: { Errors: [{ Code: 'Resource.InvalidFormat', Message: 'not that', ...more }] },
    ...sample,
  })

proves(
  ruleNamed(errors, 'UAE-ERR-003'),
  {
    holds: { 'the field': error({ Path: 'fromBookingDateTime' }) },
    breaks: { 'no Path': [error({}), { at: '/Errors/0/Path', expected: 'the name of the field', got: 'nothing' }] },
    silent: { 'about no field': error({ Code: 'Consent.Invalid' }), 'a success': exchange({ body: accountsBody() }) },
  },
  uaeGiven,
)

proves(
  ruleNamed(errors, 'UAE-ERR-004'),
  {
    holds: { JSON: error({}), 'a JWS': error({}, { headers: { 'content-type': 'application/jwt' } }) },
    breaks: {
      text: [
        error({}, { status: 403, headers: { 'content-type': 'text/plain' } }),
        { at: 'header content-type', expected: 'application/json or application/jwt', got: 'text/plain' },
      ],
    },
    silent: {
      'a status without a body': exchange({ status: 401, headers: { 'content-type': 'text/plain' }, body: 'no' }),
      'a success': exchange({ headers: { 'content-type': 'text/plain' }, body: accountsBody() }),
    },
  },
  uaeGiven,
)

proves(
  ruleNamed(errors, 'UAE-ERR-005'),
  {
    holds: { 'a sentence': error({}) },
    breaks: {
      'a stack': [
        error({ Message: 'Error: no\n    at read (/srv/app.js:10:5)' }),
        { at: 'body', expected: 'nothing that opens or explains the server', got: 'frames of a stack' },
      ],
    },
    silent: { 'no body': exchange({ status: 403 }) },
  },
  uaeGiven,
)
