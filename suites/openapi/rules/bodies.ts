import { together } from '../../../checks/answers.ts'
import type { Scope } from '../../../checks/declared.ts'
import { nothingIsUndeclared } from '../../../checks/declared-answer.ts'
import {
  announcedJsonIsThere,
  jsonHasNoMark,
  jsonIsUtf8,
  labelledJsonIsJson,
  membersStandOnce,
} from '../../../checks/json-text.ts'
import { bodyKeepsSchema } from '../../../checks/kept-schema.ts'
import type { SchemaFault } from '../../../engine/contract.ts'
import { type Check, type ExchangeRule, silent } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'

const days = ['date', 'date-time']
const isFormat = ({ keyword }: SchemaFault): boolean => keyword === 'format'

/** What is labelled as JSON can be read: all that RFC 8259 §2 and §8.1 ask, as one answer. */
const jsonIsReadable = (scope: Scope): Check => {
  const checks = [labelledJsonIsJson(scope), announcedJsonIsThere(scope), jsonIsUtf8(scope), jsonHasNoMark(scope)]
  return (exchange, given) => {
    const answers = checks.map((check) => check(exchange, given))
    const [first] = answers
    return first !== undefined && answers.every((one) => 'silent' in one) ? first : together(...answers)
  }
}

/** Rules about bodies. `operations`: all those whose successes have a body that the contract describes. */
export const bodyRules = (scope: Scope, operations: readonly string[]): readonly ExchangeRule[] => [
  {
    id: 'OAS-001',
    requirements: ['OAS-001'],
    level: 'MUST',
    about: 'bank',
    title: 'A body has the form that the contract declares for its status',
    cites: [cite.openapi('Media Type Object, schema')],
    defects: [],
    on: 'exchange',
    operations,
    // Formats have rules of their own: how strictly they are meant is a matter of the document's version.
    check: bodyKeepsSchema({ ...scope, judged: (fault) => !isFormat(fault) }),
    example: {
      breaks: `GET /pets

200
content-type: application/json

[{"id":"1","name":"Tom"}]`,
      findings: [{ at: '/0/id', expected: 'an integer', got: '"1"' }],
    },
  },
  {
    id: 'OAS-002',
    requirements: ['OAS-002'],
    level: 'SHOULD',
    about: 'bank',
    title: 'A value has the format that the contract names',
    cites: [cite.openapi('Data Type Format')],
    defects: [],
    on: 'exchange',
    operations,
    check: bodyKeepsSchema({ ...scope, judged: (fault) => isFormat(fault) && !days.includes(fault.format ?? '') }),
    example: {
      breaks: `GET /pets

200
content-type: application/json

[{"id":1,"name":"Tom","tag":"no-uuid"}]`,
      findings: [{ at: '/0/tag', expected: 'a UUID', got: '"no-uuid"' }],
    },
  },
  {
    id: 'OAS-003',
    requirements: ['OAS-003'],
    level: 'MUST',
    about: 'bank',
    title: 'Every date and date-time exists and is one of RFC 3339, a date-time with its offset',
    cites: [cite.openapi('Data Type Format, date and date-time'), cite.rfc('3339 §5.6')],
    defects: [],
    on: 'exchange',
    operations,
    check: bodyKeepsSchema({ ...scope, judged: (fault) => isFormat(fault) && days.includes(fault.format ?? '') }),
    example: {
      breaks: `GET /pets

200
content-type: application/json

[{"id":1,"name":"Tom","born":"2026-02-30"}]`,
      findings: [{ at: '/0/born', expected: 'a date YYYY-MM-DD', got: '"2026-02-30"' }],
    },
  },
  {
    id: 'OAS-004',
    requirements: ['OAS-004'],
    level: 'MUST',
    about: 'bank',
    title: 'What is labelled as JSON is JSON, in UTF-8',
    cites: [cite.rfc('8259 §2'), cite.rfc('8259 §8.1')],
    defects: [],
    on: 'exchange',
    operations,
    check: jsonIsReadable(scope),
    example: {
      breaks: `GET /pets

200
content-type: application/json

<html>…</html>`,
      findings: [{ at: 'body', expected: 'JSON', got: 'application/json, 14 characters, no JSON' }],
    },
  },
  {
    id: 'OAS-005',
    requirements: ['OAS-005'],
    level: 'SHOULD',
    about: 'bank',
    title: 'No object of a body has a member twice',
    cites: [cite.rfc('8259 §4')],
    defects: [],
    on: 'exchange',
    check: membersStandOnce(scope),
    example: {
      breaks: `GET /pets

200
content-type: application/json

[{"id":1,"name":"Tom","name":"Tim"}]`,
      findings: [{ at: '/0/name', expected: 'one member of this name', got: 'several' }],
    },
  },
]

/** The rule of a strict run; otherwise silent: a schema that is open allows any further member. */
export const strictRule = (scope: Scope, strict: boolean): ExchangeRule => ({
  id: 'OAS-006',
  requirements: ['OAS-006'],
  level: 'MAY',
  about: 'bank',
  title: 'A body holds no member that the contract does not declare',
  cites: [cite.openapi('Schema Object, properties')],
  defects: [],
  on: 'exchange',
  ...(strict ? {} : { operations: [] }),
  check: strict ? nothingIsUndeclared(scope) : () => silent('further members are looked for only in strict mode'),
  example: {
    breaks: `GET /pets

200
content-type: application/json

[{"id":1,"name":"Tom","colour":"grey"}]`,
    findings: [{ at: '/0/colour', expected: 'only declared members', got: 'the member colour' }],
  },
})
