import { object } from '../../../checks/body.ts'
import { anyAnswerOfApi } from '../../../checks/declared.ts'
import { finding, noObject } from '../../../checks/findings.ts'
import { mediaTypeOf } from '../../../checks/media-type.ts'
import { json } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { framework, rowOf } from './answers.ts'
import { errorOf, errorsOwnedBy } from './error-body.ts'

const form = 'an object with Code, Message and Errors'

/** A 401 comes from whoever guards the door. Another media type than JSON is BH-RSP-001's finding. */
const errorsHaveTheForm: Check = (exchange, given) => {
  const { status, body } = exchange.response
  if (status < 400 || status > 500 || status === 401 || body === '' || rowOf(exchange) === undefined)
    return silent('not an error of the API with a body')
  const facts = anyAnswerOfApi(framework, exchange, given)
  if (!('contract' in facts)) return facts
  if (mediaTypeOf(exchange.response) !== 'application/json') return silent('not called JSON')
  if (errorOf(exchange, given) !== undefined) return []
  const value = object(json(exchange.response))
  const got = value && `an object with ${Object.keys(value).slice(0, 5).join(', ') || 'nothing'}`
  return [got === undefined ? noObject(exchange.response, form) : finding('body', form, got)]
}

const error = (body: string, status = 400): string => `GET /accounts/{AccountId}\n\n${status}\n${body}`
const whole = '"Code":"400","Message":"not that"'

/** The bodies of errors. */
export const errors: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-ERR-020',
    level: levels('BH-ERR-020'),
    about: 'bank',
    title: 'An error holds Code, Message and Errors, perhaps an Id, and nothing else',
    cites: [cite.schemas('OBErrorResponse'), cite.british('error responses')],
    defect: 'bh-error-without-message',
    check: errorsOwnedBy('BH-ERR-020'),
    example: {
      breaks: error('{"Code":"400","Errors":[ … ]}'),
      findings: [{ at: 'body', expected: 'member Message', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'BH-ERR-021',
    level: levels('BH-ERR-021'),
    about: 'bank',
    title: 'Each entry of an error has an ErrorCode and a Message',
    cites: [cite.schemas('OBError')],
    defect: 'bh-error-entry-without-message',
    check: errorsOwnedBy('BH-ERR-021', '/Errors/*'),
    example: {
      breaks: error(`{${whole},"Errors":[{"ErrorCode":"BH.OBF.Field.Invalid"}]}`),
      findings: [{ at: '/Errors/0', expected: 'member Message', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'BH-ERR-024',
    level: levels('BH-ERR-024'),
    about: 'bank',
    title: 'Every error with a body has one form',
    cites: [cite.british('error responses')],
    defect: 'bh-error-of-its-own',
    check: errorsHaveTheForm,
    example: {
      breaks: error('{"error":"forbidden"}', 403),
      findings: [{ at: 'body', expected: 'an object with Code, Message and Errors', got: 'an object with error' }],
    },
  }),
]
