import { finding } from '../../../checks/findings.ts'
import { header } from '../../../engine/exchange.ts'
import { type Answer, type ScenarioRule, silent } from '../../../engine/rule.ts'
import { acceptIsKept, acceptsPassedOver } from '../../baseline/accept.ts'
import type { Refused } from '../../baseline/scenarios.ts'
import { cite } from '../cite.ts'
import { type Kinds, made, refusedWith } from './refusal-rule.ts'

/** A 405 names the methods that there are. Anything else says nothing about it. */
const methodsAreNamed = ({ probes }: Refused): Answer => {
  const refused = probes.flatMap((one) =>
    'exchange' in one && one.exchange.response.status === 405 ? [one.exchange] : [],
  )
  if (refused.length === 0) return silent('no 405 came')
  return refused.flatMap((exchange) => {
    const allow = header(exchange.response, 'allow')
    return allow === undefined ? [finding('header allow', 'the methods of the resource', allow, exchange)] : []
  })
}

/** Rules about who may ask, in which media type, and by which method. */
export const accessRules = (on: Kinds): readonly ScenarioRule<Refused>[] => [
  made({
    id: 'OAS-020',
    level: 'MUST',
    title: 'Without a credential, an operation that the contract secures opens nothing',
    cites: [cite.openapi('Security Requirement Object'), cite.rfc('9110 §15.5.2')],
    on: on.noToken,
    ...refusedWith({ statuses: [401], demand: 'refused', redirectHolds: true }),
    example: {
      breaks: `GET /pets   without Authorization

200
[{"id":1,"name":"Tom"}]`,
      findings: [{ at: 'no credential: status', expected: '401, and no data', got: '200' }],
    },
  }),
  made({
    id: 'OAS-021',
    level: 'MUST',
    title: 'A credential that is unknown or changed opens nothing',
    cites: [cite.openapi('Security Requirement Object'), cite.rfc('9110 §15.5.2'), cite.rfc('6750 §3.1')],
    on: on.badTokens,
    ...refusedWith({ statuses: [401], demand: 'refused', redirectHolds: true }),
    example: {
      breaks: `GET /pets
authorization: Bearer …   one character in the middle changed

200
[{"id":1,"name":"Tom"}]`,
      findings: [{ at: 'changed credential: status', expected: '401, and no data', got: '200' }],
    },
  }),
  made({
    id: 'OAS-022',
    level: 'SHOULD',
    title: 'A media type that the contract does not have is answered with 406, or with one that it has',
    cites: [cite.rfc('9110 §12.5.1'), cite.rfc('9110 §15.5.7')],
    on: on.foreignType,
    check: acceptIsKept,
    observe: acceptsPassedOver,
    example: {
      breaks: `GET /pets
accept: application/xml

500`,
      findings: [{ at: 'status', expected: '406, or a success in a declared media type', got: '500' }],
    },
  }),
  made({
    id: 'OAS-023',
    // A gateway may know no such path for this method: any refusal will do, and so does 501.
    level: 'SHOULD',
    title: 'A method that the contract has for no such path is answered with 405',
    cites: [cite.openapi('Path Item Object'), cite.rfc('9110 §15.5.6')],
    on: on.foreignMethod,
    ...refusedWith({ statuses: [405, 501], demand: 'refused', failureCounts: true }),
    example: {
      breaks: `PUT /pets

200`,
      findings: [{ at: 'PUT: status', expected: '405 or 501, and no data', got: '200' }],
    },
  }),
  made({
    id: 'OAS-024',
    level: 'SHOULD',
    title: 'A 405 says in Allow which methods there are',
    cites: [cite.rfc('9110 §15.5.6')],
    on: on.foreignMethod,
    check: methodsAreNamed,
    example: {
      breaks: `PUT /pets

405`,
      findings: [{ at: 'header allow', expected: 'the methods of the resource', got: 'nothing' }],
    },
  }),
]
