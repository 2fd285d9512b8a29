import type { Exchange } from './exchange.ts'
import type { Ground } from './open-session.ts'
import { placeOf } from './operation-calls.ts'
import type { Plan, PlannedScenario } from './plan/make-plan.ts'
import type { AnyProfile } from './profile/schema.ts'
import type { Scenario } from './scenario.ts'
import { Inconclusive, type Session } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'

/** How a scenario ended. */
export type Ending =
  | { readonly evidence: unknown; readonly durationMs: number }
  | { readonly inconclusive: string; readonly durationMs: number }
  | { readonly broken: string; readonly durationMs: number }

/** What scenarios run on. */
export interface Stage extends Pick<Ground, 'recorder' | 'interrupted'> {
  readonly profile: Pick<AnyProfile, 'limits'>
  readonly open: (scenario: Scenario<unknown>, suite: string) => Session
  /** Takes how a scenario ended; its evidence is let go afterwards. */
  readonly ended: (scenario: Scenario<unknown>, ending: Ending) => void
}

/** Called as scenarios begin and end, for a person who watches. */
export interface Watcher {
  readonly scenario?: (title: string, state: 'begins' | 'ends') => void
}

/** Scenarios under way at once for each request that may be under way: most of the time they wait for one another's answers. */
const scenariosPerRequest = 2

const asked = ({ left }: PlannedScenario): boolean => left === undefined

/** Runs the scenarios of a plan, each once. Throws only a `SetUpFault`; all else ends up in the scenario's ending. */
export const execute = async (plan: Plan, stage: Stage, watch: Watcher = {}): Promise<void> => {
  let fault: SetUpFault | undefined

  const runOne = async ({ scenario, suite }: PlannedScenario): Promise<void> => {
    if (fault !== undefined) return
    const began = performance.now()
    const durationMs = (): number => Math.round(performance.now() - began)
    watch.scenario?.(scenario.title, 'begins')
    try {
      if (stage.interrupted.aborted) throw new Inconclusive('the run was interrupted')
      const evidence: unknown = await scenario.run(stage.open(scenario, suite))
      stage.ended(scenario, { evidence, durationMs: durationMs() })
    } catch (error) {
      if (error instanceof SetUpFault) {
        fault ??= error
        stage.recorder.stop()
      } else if (error instanceof Inconclusive) {
        stage.ended(scenario, { inconclusive: error.message, durationMs: durationMs() })
      } else {
        stage.ended(scenario, {
          broken: `the scenario broke: ${error instanceof Error ? error.message : String(error)}`,
          durationMs: durationMs(),
        })
      }
    } finally {
      watch.scenario?.(scenario.title, 'ends')
    }
  }

  const planned = plan.scenarios.filter(asked)
  const waiting = planned.filter(({ scenario }) => scenario.slow && !scenario.alone)
  const quick = planned.filter(({ scenario }) => !scenario.slow && !scenario.alone)
  const lanes = stage.profile.limits.concurrency * scenariosPerRequest
  const queue = [...quick]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await runOne(next)
  }
  await Promise.all([...waiting.map(runOne), ...Array.from({ length: lanes }, lane)])
  for (const one of planned.filter(({ scenario }) => scenario.alone)) await runOne(one)
  if (fault !== undefined) throw fault
}

/** Longest pause, in milliseconds, for the sake of a consent that is given back: the run is over, somebody waits. */
const longestPause = 5000

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, longestPause)))

/** Gives back the consents that users gave in this run. Returns the ids of those that could not be revoked. */
export const revokeConsents = async ({
  standard,
  consents,
  caller,
  profile,
  clientToken,
  recorder,
  leftovers,
}: Ground): Promise<readonly string[]> => {
  const { revocation } = standard
  if (revocation === undefined) return []
  recorder.resume()
  const kept = await Promise.all(
    [...consents.given(), ...leftovers].map(async (id): Promise<readonly string[]> => {
      const { operation, path, body } = revocation(id, profile.variant)
      const voice = {
        suite: 'end',
        scenario: 'end/revoke-consents',
        usual: 'client' as const,
        tokens: (_: unknown, api: string) => clientToken(standard.clientScope(api)),
        wait: pause,
      }
      try {
        const { url, method } = placeOf(caller, profile, operation, { path })
        if (recorder.changed(method, url)) return []
        const answer: Exchange = await caller.call(
          operation,
          url,
          method,
          {
            purpose: 'give the consent back',
            ...(body === undefined
              ? { headers: { accept: undefined } }
              : { body: { text: body, mediaType: 'application/json' } }),
          },
          voice,
        )
        return answer.response.status < 300 ? [] : [id]
      } catch {
        return [id]
      }
    }),
  )
  return kept.flat()
}
