import type { Exchange } from '../exchange.ts'
import type { Outcome } from '../report.ts'
import type { Answer, Finding, Given, Level, Observed, Rule } from '../rule.ts'
import { exchangesIn } from '../scenario.ts'

/** What a rule made of several pieces of evidence together. */
export interface Conclusion {
  readonly outcome: Outcome
  readonly reason?: string
  readonly findings: readonly Finding[]
  readonly observed: Observed
  readonly exchanges: readonly string[]
  readonly held: number
}

/** Exchanges named in one verdict; the rest is in the recording. */
const mostExchanges = 20

const byLevel: Readonly<Record<Level, Outcome>> = { MUST: 'fail', SHOULD: 'warn', MAY: 'note' }

const ids = (evidence: unknown): readonly string[] => exchangesIn(evidence).map(({ id }) => id)

/** Different values of one observation, in order of appearance. */
const merge = (all: readonly Observed[]): Observed => {
  const names = [...new Set(all.flatMap((one) => Object.keys(one)))]
  return Object.fromEntries(names.map((name) => [name, [...new Set(all.flatMap((one) => one[name] ?? []))].join(', ')]))
}

type Judged = { readonly evidence: unknown; readonly answer: Answer; readonly observed: Observed }

const judgeOne = (rule: Rule, evidence: unknown, given: Given): Judged => {
  const check = rule.check as (evidence: unknown, given: Given) => Answer
  const observe = rule.observe as ((evidence: unknown, given: Given) => Observed) | undefined
  return { evidence, answer: check(evidence, given), observed: observe?.(evidence, given) ?? {} }
}

/** Findings with the exchange that shows each, where the evidence is one exchange. */
const located = ({ evidence, answer }: Judged): readonly Finding[] => {
  if (!isFindings(answer)) return []
  const [only, ...more] = ids(evidence)
  return more.length > 0 || only === undefined ? answer : answer.map((finding) => ({ exchange: only, ...finding }))
}

const isFindings = (answer: Answer): answer is readonly Finding[] => Array.isArray(answer)

/** Judges a rule over its pieces of evidence. A check that throws makes the whole `broken`, never a finding. */
export const conclude = (rule: Rule, level: Level, evidence: readonly unknown[], given: Given): Conclusion => {
  let judged: readonly Judged[]
  try {
    judged = evidence.map((piece) => judgeOne(rule, piece, given))
  } catch (error) {
    const reason = `the check broke: ${error instanceof Error ? error.message : String(error)}`
    return {
      outcome: 'broken',
      reason,
      findings: [],
      observed: {},
      exchanges: evidence.flatMap(ids).slice(0, mostExchanges),
      held: 0,
    }
  }
  const findings = judged.flatMap(located)
  const holding = judged.filter(({ answer }) => isFindings(answer) && answer.length === 0)
  const undecided = judged.flatMap(({ answer }) => ('undecided' in answer ? [answer.undecided] : []))
  const silent = judged.flatMap(({ answer }) => ('silent' in answer ? [answer.silent] : []))
  const observed = merge(judged.map((one) => one.observed))
  const common = { findings, observed, held: holding.length }
  if (findings.length > 0) {
    const shown = findings.some(({ exchange }) => exchange === undefined)
      ? judged.filter(({ answer }) => isFindings(answer) && answer.length > 0).flatMap((one) => ids(one.evidence))
      : []
    const named = findings.flatMap(({ exchange }) => exchange ?? [])
    return { ...common, outcome: byLevel[level], exchanges: [...new Set([...named, ...shown])].slice(0, mostExchanges) }
  }
  const exchanges = [
    ...new Set(judged.filter(({ answer }) => !('silent' in answer)).flatMap((one) => ids(one.evidence))),
  ].slice(0, mostExchanges)
  if (undecided.length > 0) return { ...common, outcome: 'inconclusive', reason: undecided[0] ?? '', exchanges }
  if (holding.length > 0) return { ...common, outcome: 'pass', exchanges }
  return { ...common, outcome: 'not-asked', reason: silent[0] ?? 'no exchange said anything about it', exchanges: [] }
}

/** Exchanges by the operation that they called; those that called none stand under `*`. */
export const byOperation = (exchanges: readonly Exchange[]): ReadonlyMap<string, readonly Exchange[]> => {
  const groups = new Map<string, Exchange[]>()
  for (const exchange of exchanges) {
    const key = exchange.operation ?? '*'
    groups.set(key, [...(groups.get(key) ?? []), exchange])
  }
  return groups
}
