import { finding } from '../../../checks/findings.ts'
import { placesAt, valueAt } from '../../../checks/places.ts'
import { type Exchange, header, json } from '../../../engine/exchange.ts'
import { type Check, type ExchangeRule, type Given, type Observed, silent } from '../../../engine/rule.ts'
import { everywhere } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { errorOf, errorsOwnedBy } from './error-body.ts'
import { errorCodes, partsOf } from './namespaced.ts'

/** The class of statuses that U gives a code. */
const statusOf = (code: string): string => {
  if (code === 'BH.OBF.Reauthenticate') return '403'
  return code === 'BH.OBF.UnexpectedError' ? '5xx' : '400'
}

const oddCodes = (exchange: Exchange, given: Given): Observed => {
  const { status } = exchange.response
  const codes = placesAt(errorOf(exchange, given)?.value, '/Errors/*/ErrorCode').map(({ value }) => String(value))
  const elsewhere = codes.filter(
    (code) => errorCodes.has(code) && !new RegExp(statusOf(code).replace('xx', '..')).test(String(status)),
  )
  const unlisted = codes.filter((code) => !errorCodes.has(code) && partsOf(code)?.owner === 'OBF')
  return {
    ...(elsewhere.length > 0 && { [`codes of other statuses on ${status}`]: [...new Set(elsewhere)].join(', ') }),
    ...(unlisted.length > 0 && { 'codes that no list has': [...new Set(unlisted)].join(', ') }),
  }
}

/** Codes about a field that stands in the request; one that is missing cannot be looked up. */
const aboutPresent = ['BH.OBF.Field.Invalid', 'BH.OBF.Field.InvalidDate', 'BH.OBF.Field.Unexpected']

/** Whether a path leads anywhere in a request: `Data.Permissions[0]`, `$.Data…`, `/Data/…`, a header, a parameter of the query. */
const leadsSomewhere = ({ request }: Exchange, path: string): boolean => {
  const steps = path
    .replace(/^\$/, '')
    .split(/[./[\]]+/)
    .filter((step) => step !== '')
  const pointer = steps.map((step) => `/${step}`).join('')
  const query = URL.canParse(request.url) ? new URL(request.url).searchParams : new URLSearchParams()
  return (
    valueAt(json(request), pointer) !== undefined ||
    header(request, path) !== undefined ||
    query.has(path) ||
    query.has(steps.at(-1) ?? '')
  )
}

const pathsLead: Check = (exchange, given) => {
  if (typeof json(exchange.request) !== 'object') return silent('the request has no body of JSON')
  const errors = placesAt(errorOf(exchange, given)?.value, '/Errors/*').flatMap(({ at, value }) => {
    const path = valueAt(value, '/Path')
    return aboutPresent.includes(String(valueAt(value, '/ErrorCode'))) && typeof path === 'string' && path !== ''
      ? [{ at: `${at}/Path`, path }]
      : []
  })
  if (errors.length === 0) return silent('no error names a field')
  return errors.flatMap(({ at, path }) =>
    leadsSomewhere(exchange, path) ? [] : [finding(at, 'a place of the request', path)],
  )
}

/** What the entries of errors point at. */
export const errorEntries: readonly ExchangeRule[] = [
  everywhere({
    id: 'BH-ERR-022',
    level: levels('BH-ERR-022'),
    about: 'bank',
    title: 'An ErrorCode has a namespace',
    cites: [cite.schemas('ErrorCode')],
    defect: 'bh-error-code-without-namespace',
    check: errorsOwnedBy('BH-ERR-022', '/Errors/*/ErrorCode'),
    observe: oddCodes,
    example: {
      breaks: `GET /accounts/{AccountId}\n\n400\n{ …,"Errors":[{"ErrorCode":"Invalid","Message":"not that"}]}`,
      findings: [
        {
          at: '/Errors/0/ErrorCode',
          expected: 'a string of the pattern ^[A-Z]{2,3}\\.[^.]+\\.(\\S|\\S.*\\S)$',
          got: '"Invalid"',
        },
      ],
    },
  }),
  everywhere({
    id: 'BH-ERR-023',
    level: levels('BH-ERR-023'),
    about: 'bank',
    title: 'The Path of an error leads to the field of the request that is at fault',
    cites: [cite.schemas('Path'), cite.british('error responses')],
    defect: 'bh-error-path-of-no-field',
    check: pathsLead,
    example: {
      breaks: `POST /account-access-consents\n{"Data":{"Permissions":["ReadNonsense"]}}\n\n400
{ …,"Errors":[{"ErrorCode":"BH.OBF.Field.Invalid","Message":"not that","Path":"Data.Nowhere"}]}`,
      findings: [{ at: '/Errors/0/Path', expected: 'a place of the request', got: 'Data.Nowhere' }],
    },
  }),
]
