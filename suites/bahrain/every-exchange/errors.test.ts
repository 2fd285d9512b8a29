import { bahrainAccount, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import type { Sample } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { account, accounts } from '../operations.ts'
import { errorIdsDiffer } from './error-ids.ts'
import { errors } from './errors.ts'

const entry = { ErrorCode: 'BH.OBF.Field.Invalid', Message: 'not that' }
const whole = { Code: '400', Message: 'not that', Errors: [entry] }
const error = (change: Readonly<Record<string, unknown>> = {}, status = 400, sample: Sample = {}) =>
  bahrainExchange(account, { status, body: { ...whole, ...change }, ...sample })
const entries = (...Errors: readonly unknown[]) => error({ Errors })
const success = bahrainRead(accounts, { Account: [bahrainAccount('a1')] })
const other = (status: number, body: unknown = { error: 'forbidden' }, sample: Sample = {}) =>
  bahrainExchange(account, { status, body, ...sample })

proves(
  ruleNamed(errors, 'BH-ERR-020'),
  {
    holds: { whole: error({ Id: 'e1' }), 'of a status that no contract names': error({}, 409) },
    breaks: {
      'no message': [error({ Message: undefined }), { at: 'body', expected: 'member Message', got: 'nothing' }],
      'a further member': [error({ Time: 'now' }), 'body'],
      'no entries': [entries(), '/Errors'],
      'too long a code': [error({ Code: 'c'.repeat(41) }), '/Code'],
    },
    silent: { 'another form': other(403), 'a success': success, 'a gateway': error({ Message: undefined }, 502) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(errors, 'BH-ERR-021'),
  {
    holds: { whole: error() },
    breaks: {
      'no message': [
        entries({ ErrorCode: 'BH.OBF.Field.Invalid' }),
        { at: '/Errors/0', expected: 'member Message', got: 'nothing' },
      ],
      'a further member': [entries({ ...entry, Field: 'x' }), '/Errors/0'],
      'no code': [entries({ Message: 'no' }), '/Errors/0'],
    },
    silent: { 'no entries': entries(), 'another form': other(403) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(errors, 'BH-ERR-024'),
  {
    holds: { whole: error(), 'what means to be one': other(400, { Errors: [] }) },
    breaks: {
      'a form of its own': [
        other(403),
        { at: 'body', expected: 'an object with Code, Message and Errors', got: 'an object with error' },
      ],
      'a list': [other(500, []), { at: 'body', expected: 'an object with Code, Message and Errors', got: 'a list' }],
    },
    silent: {
      'a 401': other(401),
      'a gateway': other(503),
      'no body': other(403, ''),
      'a page, which is told elsewhere': other(403, '<html>', { headers: { 'content-type': 'text/html' } }),
      'a success': success,
    },
  },
  bahrainGiven,
)

const gathered = (...ids: readonly unknown[]) =>
  ids.flatMap((Id, index) => errorIdsDiffer.gather(error({ Id }, 400, { id: `x${index + 1}` }), bahrainGiven) ?? [])
proves(
  errorIdsDiffer,
  {
    holds: { 'two ids': gathered('e1', 'e2') },
    breaks: {
      'one id': [gathered('e1', 'e1'), { at: '/Id', expected: 'another id than in x1', got: 'e1', exchange: 'x2' }],
    },
    silent: { 'one error': gathered('e1'), 'no ids': gathered(undefined, undefined) },
  },
  bahrainGiven,
)
