import { notAsked, type Selection } from '../plan/left.ts'
import { makePlan, type Plan } from '../plan/make-plan.ts'
import type { AnyProfile } from '../profile/schema.ts'
import type { Scenario } from '../scenario.ts'
import type { Standard, Suite } from '../standard.ts'

/** What of a selection means something where nothing is asked. */
export type JudgeSelection = Pick<Selection, 'rules' | 'operations' | 'level'>

const reason = 'a recording is judged: it holds no scenario, and nothing is asked beside it'

/** The recording stands for one scenario of each suite, so that a plan of nothing else is no empty one. */
const recordingOf = ({ id, operations }: Suite): Scenario<unknown> => ({
  id: `${id}/recording`,
  title: 'what was recorded',
  needs: [],
  operations,
  effect: 'reads',
  run: () => Promise.reject(new Error('a recording is not run')),
})

/**
 * The plan of judging a recording: rules on exchanges and on the whole of them. Whatever the standard has counts as claimed
 * unless the profile says. Throws a `SetUpFault` for a name that does not exist, and when no rule is left.
 */
export const planOfRecording = (standard: Standard, profile: AnyProfile, selection: JudgeSelection): Plan => {
  const stands = new Set<Scenario<unknown>>()
  const suites = standard.suites.map((suite) => {
    const recording = recordingOf(suite)
    stands.add(recording)
    return { ...suite, scenarios: [...suite.scenarios, recording] }
  })
  const claims = profile.claims ?? Object.keys(standard.capabilities)
  const plan = makePlan(
    { ...standard, suites },
    { ...profile, claims: [...claims] },
    { ...selection, suites: [], slow: false },
  )
  const scenarios = plan.scenarios
    .filter(({ scenario }) => !stands.has(scenario))
    .map((one) => ({ ...one, left: one.left?.outcome === 'not-applicable' ? one.left : notAsked(reason) }))
  return { ...plan, scenarios, journeys: 0 }
}
