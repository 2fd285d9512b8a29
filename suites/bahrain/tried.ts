import { otherStatuses } from '../../checks/refusals.ts'
import type { Exchange } from '../../engine/exchange.ts'
import type { Answer, Finding, Given, Probe, ScenarioRule } from '../../engine/rule.ts'
import type { CallOptions, Session } from '../../engine/session.ts'
import { insist } from '../baseline/insist.ts'
import { probe } from '../baseline/probe.ts'
import { onScenarios } from '../row.ts'
import { levels } from './levels.ts'

/** A request that differs from a good one in what it says here, and the requirement that it is for. */
export interface Attempt extends Omit<CallOptions, 'purpose'> {
  readonly of: string
  readonly name: string
}

/** A good call, and attempts that each differ from it in one thing. */
export interface Tried {
  readonly baseline: Exchange
  readonly probes: readonly { readonly of: string; readonly probe: Probe }[]
}

/** Makes attempts at an operation, one after another; one that fails with 500 is made twice. Headers go beside the usual ones. */
export const tryEach = async (
  session: Session,
  operation: string,
  usual: CallOptions,
  attempts: readonly Attempt[],
): Promise<Tried['probes']> => {
  const probes: Tried['probes'][number][] = []
  for (const { of, name, ...change } of attempts) {
    const headers = { ...usual.headers, ...change.headers }
    const options = { ...usual, ...change, headers, purpose: name }
    probes.push({ of, probe: await probe(name, () => insist(session, operation, options)) })
  }
  return probes
}

/** The attempts that were for a requirement. */
export const attemptsFor = ({ probes }: Pick<Tried, 'probes'>, requirement: string): readonly Probe[] =>
  probes.flatMap(({ of, probe: one }) => (of === requirement ? [one] : []))

interface Row<Evidence extends Pick<Tried, 'probes'>>
  extends Pick<ScenarioRule<Evidence>, 'id' | 'title' | 'cites' | 'on' | 'operation'> {
  readonly defect: string
  readonly check: (probes: readonly Probe[], given: Given, tried: Evidence) => Answer
  /** Statuses that are not worth a word. */
  readonly usual?: readonly number[]
  /** A message that breaks it, and what is found. */
  readonly breaks: string
  readonly finding: Finding
}

/** The rule about the attempts that were made for it, at the level of its requirement. */
export const onAttempts = <Evidence extends Pick<Tried, 'probes'>>({
  check,
  usual,
  breaks,
  finding,
  ...row
}: Row<Evidence>): ScenarioRule<Evidence> =>
  onScenarios<Evidence>({
    ...row,
    level: levels(row.id),
    about: 'bank',
    check: (tried, given) => check(attemptsFor(tried, row.id), given, tried),
    ...(usual && { observe: (tried: Evidence) => otherStatuses(...usual)(attemptsFor(tried, row.id)) }),
    example: { breaks, findings: [finding] },
  })
