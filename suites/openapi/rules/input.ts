import { eachRefused, otherStatuses } from '../../../checks/refusals.ts'
import { succeeded } from '../../../checks/status.ts'
import { json } from '../../../engine/exchange.ts'
import { type Answer, type ScenarioRule, silent } from '../../../engine/rule.ts'
import type { Refused } from '../../baseline/scenarios.ts'
import { cite } from '../cite.ts'
import { type Kinds, made, refusedWith } from './refusal-rule.ts'

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)

/** A success that holds nothing says in its way that there is nothing of that name. */
const nothingOfThatName = ({ probes }: Refused): Answer => {
  const telling = probes.filter(
    (one) => !('exchange' in one && succeeded(one.exchange) && isEmpty(json(one.exchange.response))),
  )
  if (telling.length === 0) return silent('a success came that holds nothing')
  return eachRefused({ statuses: [404, 410], demand: 'refused', failureCounts: true })(telling)
}

/** Rules about values that break what the contract says of them, and names that nobody has. */
export const inputRules = (on: Kinds): readonly ScenarioRule<Refused>[] => [
  made({
    id: 'OAS-025',
    level: 'SHOULD',
    title: 'A parameter that breaks its schema is refused',
    cites: [cite.openapi('Parameter Object, schema'), cite.rfc('9110 §15.5.1')],
    on: on.spoiledParameter,
    ...refusedWith({ statuses: [400, 404, 422], demand: 'refused', failureCounts: true }),
    example: {
      breaks: `GET /pets?limit=not-a-value

200
[{"id":1,"name":"Tom"}]`,
      findings: [{ at: 'limit=not-a-value: status', expected: '400 or 404 or 422, and no data', got: '200' }],
    },
  }),
  made({
    id: 'OAS-026',
    level: 'SHOULD',
    title: 'A name that nobody has is not found',
    cites: [cite.rfc('9110 §15.5.5')],
    on: on.unknownName,
    check: nothingOfThatName,
    observe: ({ probes }) => otherStatuses(404, 410)(probes),
    example: {
      breaks: `GET /pets/1987654321

200
{"id":1,"name":"Tom"}`,
      findings: [{ at: 'unknown name: status', expected: '404 or 410, and no data', got: '200' }],
    },
  }),
  made({
    id: 'OAS-027',
    level: 'SHOULD',
    title: 'A body that breaks its schema is refused',
    cites: [cite.openapi('Request Body Object'), cite.rfc('9110 §15.5.1')],
    on: on.spoiledBody,
    ...refusedWith({ statuses: [400, 422], demand: 'refused', failureCounts: true }),
    example: {
      breaks: `POST /pets
content-type: application/json

{

201`,
      findings: [{ at: 'no JSON: status', expected: '400 or 422, and no data', got: '201' }],
    },
  }),
  made({
    id: 'OAS-028',
    level: 'SHOULD',
    title: 'A body of a media type that the contract does not have is refused',
    cites: [cite.openapi('Request Body Object, content'), cite.rfc('9110 §15.5.16')],
    on: on.foreignBody,
    ...refusedWith({ statuses: [415], demand: 'refused', failureCounts: true }),
    example: {
      breaks: `POST /pets
content-type: application/xml

{"name":"Tom"}

201`,
      findings: [{ at: 'application/xml: status', expected: '415, and no data', got: '201' }],
    },
  }),
]
