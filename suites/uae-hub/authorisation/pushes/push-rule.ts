import { together } from '../../../../checks/answers.ts'
import { type Pushes, pushesHeld, waysOfAnswering } from '../../../../checks/push-probes.ts'
import type { Check, Level, ScenarioRule } from '../../../../engine/rule.ts'
import { rule } from '../../../../engine/rule.ts'
import { par } from '../../operations.ts'
import { type Group, spoil } from './spoil.ts'

/** A rule of the table: how it is published, and its rows. */
export interface PushRule extends Group {
  /** Id of the rule and of the requirement that it serves. */
  readonly id: string
  readonly level: Level
  readonly title: string
  readonly cites: ScenarioRule<Pushes>['cites']
  readonly defects: readonly [string, ...string[]]
  /** Judged beside the rows. */
  readonly also?: Check<Pushes>
}

const sent = (name: string): string => `POST /par   ${name}`

const asExample = ({ rows }: PushRule): NonNullable<ScenarioRule<Pushes>['example']> => {
  const first = rows.find(({ answer }) => answer === 'refused') ?? rows.find(({ answer }) => answer === 'accepted')
  const name = first?.name ?? ''
  if (first?.answer === 'accepted')
    return {
      breaks: `${sent(name)}\n\n400\ncontent-type: application/json\n\n{"error":"invalid_request"}`,
      findings: [{ at: `${name}: par`, expected: 'a request_uri', got: '400 invalid_request' }],
    }
  return {
    breaks: `${sent(name)}

201
{"request_uri":"urn:ietf:params:oauth:request-uri:1","expires_in":90}

GET /authorize?client_id=…&request_uri=urn:ietf:params:oauth:request-uri:1

303
location: https://client.example/callback?code=…&state=…&iss=…`,
    findings: [{ at: `${name}: authorization`, expected: 'a refusal', got: 'a code' }],
  }
}

/** Makes the published rule of an entry of the table, with its scenario in `on`. */
export const pushRule = (entry: PushRule): ScenarioRule<Pushes> => {
  const { id, level, title, cites, defects, also } = entry
  return rule({
    id,
    requirements: [id],
    level,
    about: 'hub',
    title,
    cites,
    defects,
    on: [spoil(entry)],
    operation: par,
    check: (pushes, given) =>
      also === undefined ? pushesHeld(pushes) : together(pushesHeld(pushes), also(pushes, given)),
    observe: waysOfAnswering,
    example: asExample(entry),
  })
}
