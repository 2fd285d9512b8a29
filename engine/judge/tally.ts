import type { Exchange } from '../exchange.ts'
import type { Outcome } from '../report.ts'
import type { Answer, Finding, Given, Level, Observed, Rule } from '../rule.ts'
import { exchangesIn } from '../scenario.ts'
import type { LiveGiven } from './given.ts'

/** What a rule made of several pieces of evidence together. */
export interface Conclusion {
  readonly outcome: Outcome
  readonly reason?: string
  readonly findings: readonly Finding[]
  readonly observed: Observed
  readonly exchanges: readonly string[]
  readonly held: number
}

/**
 * What has come together for one verdict so far. Small, for a large run has a hundred thousand of them: undefined while
 * nothing was said, of pieces that were only silent the first reason, and of a single piece that simply held the ids of
 * its exchanges.
 */
export type Tally = Sum | readonly string[] | string | undefined

interface Sum {
  held: number
  silence?: string
  heldIds?: readonly string[]
  /** What did not simply hold or stay silent, in the order in which it came. */
  pieces?: Piece[]
  broken?: Conclusion
}

/** Adds up for one rule: judges each piece of evidence at once, and keeps nothing of it but what was concluded. */
export interface Teller {
  /** The tally with one more piece of evidence. */
  readonly add: (tally: Tally, evidence: unknown, ids: readonly string[]) => Tally
  readonly conclude: (tally: Tally) => Conclusion
}

/** Exchanges named in one verdict; the rest is in the recording. */
const mostExchanges = 20

const byLevel: Readonly<Record<Level, Outcome>> = { MUST: 'fail', SHOULD: 'warn', MAY: 'note' }

const none: readonly never[] = Object.freeze([])
const nothingObserved: Observed = Object.freeze({})

interface Judged {
  readonly answer: Answer
  readonly observed: Observed
}

/** One piece that said something, in the order in which it came. */
interface Piece {
  readonly ids: readonly string[]
  readonly judged: Judged | { readonly waitsFor: readonly string[]; readonly ifAll: Judged; readonly ifNot: Judged }
}

const isExchange = (evidence: unknown): evidence is Exchange =>
  typeof evidence === 'object' && evidence !== null && 'request' in evidence && 'response' in evidence

/** Ids of the exchanges inside a piece of evidence. */
export const idsOf = (evidence: unknown): readonly string[] =>
  isExchange(evidence)
    ? [evidence.id]
    : exchangesIn(evidence)
        .slice(0, mostExchanges)
        .map(({ id }) => id)

const isFindings = (answer: Answer): answer is readonly Finding[] => Array.isArray(answer)

const sameAnswer = (one: Judged, other: Judged): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Different values of one observation, in order of appearance. */
const merge = (all: readonly Observed[]): Observed => {
  if (all.length === 0) return nothingObserved
  const names = [...new Set(all.flatMap((one) => Object.keys(one)))]
  return Object.fromEntries(names.map((name) => [name, [...new Set(all.flatMap((one) => one[name] ?? []))].join(', ')]))
}

/** Findings with the exchange that shows each, where the evidence is one exchange. */
const located = (findings: readonly Finding[], ids: readonly string[]): readonly Finding[] => {
  const [only, ...more] = ids
  return more.length > 0 || only === undefined ? findings : findings.map((finding) => ({ exchange: only, ...finding }))
}

const isIds = (tally: Tally): tally is readonly string[] => Array.isArray(tally)

const firstOf = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].slice(0, mostExchanges)

/** What is concluded where a rule of ours threw. */
export const broke = (error: unknown, ids: readonly string[]): Conclusion => ({
  outcome: 'broken',
  reason: `the check broke: ${error instanceof Error ? error.message : String(error)}`,
  findings: none,
  observed: nothingObserved,
  exchanges: ids,
  held: 0,
})

/** The teller of a rule. A check that throws makes the whole `broken`, never a finding. */
export const tellerOf = (
  rule: Pick<Rule, 'check' | 'observe'>,
  level: Level,
  live: Pick<LiveGiven, 'given' | 'ask' | 'succeeded'>,
): Teller => {
  const check = rule.check as (evidence: unknown, given: Given) => Answer
  const observe = rule.observe as ((evidence: unknown, given: Given) => Observed) | undefined

  const judgeOne = (evidence: unknown): Judged => ({
    answer: check(evidence, live.given),
    observed: observe?.(evidence, live.given) ?? nothingObserved,
  })

  const sumOf = (tally: Tally): Sum => {
    if (isIds(tally)) return { held: 1, heldIds: tally }
    return typeof tally === 'string' ? { held: 0, silence: tally } : (tally ?? { held: 0 })
  }

  const keep = (tally: Tally, piece: Piece): Tally => {
    const { judged, ids } = piece
    const plain = 'answer' in judged && Object.keys(judged.observed).length === 0 ? judged.answer : undefined
    const holds = plain !== undefined && isFindings(plain) && plain.length === 0
    if (holds && (tally === undefined || typeof tally === 'string') && ids.length <= mostExchanges) return ids
    const silence = plain !== undefined && 'silent' in plain ? plain.silent : undefined
    if (silence !== undefined && (isIds(tally) || typeof tally === 'string')) return tally
    if (silence !== undefined && tally === undefined) return silence
    const sum = sumOf(tally)
    if (silence !== undefined) sum.silence ??= silence
    else if (holds) {
      sum.held += 1
      if (sum.heldIds === undefined) sum.heldIds = ids
      else if (sum.heldIds.length < mostExchanges) sum.heldIds = [...sum.heldIds, ...ids]
    } else {
      sum.pieces ??= []
      sum.pieces.push(piece)
    }
    return sum
  }

  return {
    add(tally, evidence, ids) {
      if (typeof tally === 'object' && 'broken' in tally) return tally
      try {
        const asked = live.ask(() => judgeOne(evidence))
        if ('answer' in asked) return keep(tally, { ids, judged: asked.answer })
        return keep(tally, { ids, judged: sameAnswer(asked.ifAll, asked.ifNot) ? asked.ifAll : asked })
      } catch (error) {
        return { ...sumOf(tally), broken: broke(error, ids) }
      }
    },
    conclude(tally) {
      const { held, silence, heldIds = none, pieces = none, broken } = sumOf(tally)
      if (broken !== undefined) return broken
      if (pieces.length === 0 && held > 0)
        return { outcome: 'pass', findings: none, observed: nothingObserved, held, exchanges: heldIds }
      const told = pieces.map(({ ids, judged }) => ({
        ids,
        ...('answer' in judged ? judged : judged.waitsFor.every(live.succeeded) ? judged.ifAll : judged.ifNot),
      }))
      const holding = told.filter(({ answer }) => isFindings(answer) && answer.length === 0)
      const findings = told.flatMap(({ answer, ids }) => (isFindings(answer) ? located(answer, ids) : []))
      const common = {
        findings: findings.length === 0 ? none : findings,
        observed: merge(told.map(({ observed }) => observed)),
        held: held + holding.length,
      }
      if (findings.length > 0) {
        const shown = findings.some(({ exchange }) => exchange === undefined)
          ? told.filter(({ answer }) => isFindings(answer) && answer.length > 0).flatMap(({ ids }) => ids)
          : []
        const named = findings.flatMap(({ exchange }) => exchange ?? [])
        return { ...common, outcome: byLevel[level], exchanges: firstOf([...named, ...shown]) }
      }
      const said = told.filter(({ answer }) => !('silent' in answer)).flatMap(({ ids }) => ids)
      const exchanges = firstOf([...heldIds, ...said])
      const undecided = told.find(({ answer }) => 'undecided' in answer)?.answer
      if (undecided !== undefined && 'undecided' in undecided)
        return { ...common, outcome: 'inconclusive', reason: undecided.undecided, exchanges }
      if (common.held > 0) return { ...common, outcome: 'pass', exchanges }
      const quiet = told.find(({ answer }) => 'silent' in answer)?.answer
      const reason =
        silence ?? (quiet !== undefined && 'silent' in quiet ? quiet.silent : 'no exchange said anything about it')
      return { ...common, outcome: 'not-asked', reason, exchanges: none }
    },
  }
}
