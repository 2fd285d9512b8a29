import { otherStatuses } from '../../../../checks/refusals.ts'
import type { Answer, Finding, Level, Probe, ScenarioRule } from '../../../../engine/rule.ts'
import { account } from '../../operations.ts'
import { onScenarios } from '../../row.ts'
import { type Varied, varyHeaders } from '../scenarios/vary-headers.ts'
import type { Variation } from '../variations.ts'

interface Row extends Pick<ScenarioRule<Varied>, 'id' | 'title' | 'cites'> {
  readonly level: Level
  readonly also?: readonly string[]
  readonly defect: string
  readonly of: Variation['of']
  readonly check: (probes: readonly Probe[]) => Answer
  readonly usual: readonly number[]
  /** The header or parameter that is sent, and the status that breaks the rule. */
  readonly shows: string
  readonly finding: Finding
}

/** The rule of a row: about variations of one kind, of which each is a probe. */
export const onVariations = ({
  id,
  also = [],
  level,
  title,
  cites,
  defect,
  of,
  check,
  usual,
  shows,
  finding: found,
}: Row) => {
  const own = ({ probes }: Varied): readonly Probe[] => probes.flatMap((one) => (one.of === of ? [one.probe] : []))
  return onScenarios<Varied>({
    id,
    also,
    level,
    about: 'hub',
    title,
    cites,
    defect,
    on: [varyHeaders],
    operation: account,
    check: (varied) => check(own(varied)),
    observe: (varied) => otherStatuses(...usual)(own(varied)),
    example: { breaks: `GET /accounts/{AccountId}\n${shows}`, findings: [found] },
  })
}
