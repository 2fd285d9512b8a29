import { eachOf } from '../../../checks/answers.ts'
import { askedTypeIsGiven, jsonForJwt } from '../../../checks/asked-type.ts'
import { jsonIsUtf8, labelledJsonIsJson, membersStandOnce } from '../../../checks/json-text.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { resourceContracts } from '../operations.ts'
import { everywhere } from '../row.ts'

const resources = { contracts: resourceContracts }

/** The text of a body, before anything is looked for in it. */
export const jsonTexts: readonly ExchangeRule[] = [
  everywhere({
    id: 'UAE-HDR-015/should',
    level: 'SHOULD',
    about: 'hub',
    title: 'A body that is labelled as JSON is JSON, in UTF-8',
    cites: [cite.rfc('8259 §2 and §8.1'), cite.rfc('9110 §8.3')],
    defect: 'text-called-json',
    check: eachOf(labelledJsonIsJson(resources), jsonIsUtf8(resources)),
    example: {
      breaks: 'GET /accounts   accept: application/xml\n\n406\ncontent-type: application/json\n\nnot that',
      findings: [{ at: 'body', expected: 'JSON', got: 'application/json, 8 characters, no JSON' }],
    },
  }),
  everywhere({
    id: 'UAE-HDR-016',
    level: 'MUST',
    about: 'hub',
    title: 'A success comes in the media type that was asked for',
    cites: [cite.accountInformation('content of every 200'), cite.rfc('9110 §12.5.1')],
    defect: 'signed-unasked',
    check: askedTypeIsGiven(resources),
    observe: jsonForJwt,
    example: {
      breaks: 'GET /accounts\naccept: application/json\n\n200\ncontent-type: application/jwt\n\neyJ…',
      findings: [{ at: 'header content-type', expected: 'application/json', got: 'application/jwt, a JWS' }],
    },
  }),
  everywhere({
    id: 'UAE-BDS-001/should',
    level: 'SHOULD',
    about: 'bank',
    title: 'No object of an answer has a member twice',
    cites: [cite.rfc('8259 §4'), cite.rfc('7519 §4')],
    defect: 'member-twice',
    check: membersStandOnce(resources),
    example: {
      breaks: 'GET /accounts\n\n200\n{"Data":{"Account":[{"AccountId":"a1","Status":"Active","Status":"Closed"}]}, …}',
      findings: [{ at: '/Data/Account/0/Status', expected: 'one member of this name', got: 'several' }],
    },
  }),
]
