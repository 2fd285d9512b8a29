import { describe, expect, it } from 'vitest'
import type { Answer, Check, Finding, Given } from '../engine/rule.ts'
import { givenOver } from './given.ts'

type Facts = { readonly id: string; readonly example?: { readonly findings: readonly Finding[] } }

/** A check, or a rule that has one. */
type Judge<Evidence> =
  | ((evidence: Evidence, given: Given) => Answer)
  | (Facts & { readonly check: (evidence: Evidence, given: Given) => Answer })

/** Either the whole finding, or only its place. */
type Expected = Finding | string

/** Literal evidence by name, with what a check says about it. */
export interface Samples<Evidence> {
  readonly holds?: Readonly<Record<string, Evidence>>
  readonly breaks?: Readonly<Record<string, readonly [Evidence, Expected, ...Expected[]]>>
  readonly silent?: Readonly<Record<string, Evidence>>
  readonly undecided?: Readonly<Record<string, Evidence>>
}

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const member of Object.values(value)) freeze(member)
  }
  return value
}

const asExpected = (findings: readonly Finding[], expected: readonly Expected[]): readonly Expected[] =>
  findings.map((found, index) => (typeof expected[index] === 'string' ? found.at : found))

const kindOf = (answer: Answer): 'findings' | 'holds' | 'silent' | 'undecided' => {
  if ('silent' in answer) return 'silent'
  if ('undecided' in answer) return 'undecided'
  return answer.length > 0 ? 'findings' : 'holds'
}

const withoutExchange = ({ at, expected, got }: Finding): Finding => ({ at, expected, got })

/**
 * Makes vitest tests of a check or rule from samples: which hold, which break it with exactly these findings in this
 * order, and about which it says nothing. The evidence is deeply frozen, so a check that changes it fails. Of a rule
 * with an example, one of the breaking samples has to give exactly the findings of that example.
 */
export const proves = <Evidence>(
  judge: Judge<Evidence>,
  samples: Samples<Evidence>,
  given: Given = givenOver([]),
): void => {
  const check: Check<Evidence> = typeof judge === 'function' ? judge : judge.check
  const { holds = {}, breaks = {}, silent = {}, undecided = {} } = samples
  const ask = (evidence: Evidence): Answer => check(freeze(evidence), given)
  const quiet = (name: string, evidence: Evidence, kind: 'silent' | 'undecided'): void => {
    it(`is ${kind}: ${name}`, () => expect(kindOf(ask(evidence)), JSON.stringify(ask(evidence))).toBe(kind))
  }
  describe(typeof judge === 'function' ? judge.name || 'check' : judge.id, () => {
    for (const [name, evidence] of Object.entries(holds)) {
      it(`holds: ${name}`, () => expect(ask(evidence)).toEqual([]))
    }
    for (const [name, [evidence, ...expected]] of Object.entries(breaks)) {
      it(`breaks: ${name}`, () => {
        const answer = ask(evidence)
        expect(kindOf(answer), JSON.stringify(answer)).toBe('findings')
        expect(asExpected(answer as readonly Finding[], expected)).toEqual(expected)
      })
    }
    for (const [name, evidence] of Object.entries(silent)) quiet(name, evidence, 'silent')
    for (const [name, evidence] of Object.entries(undecided)) quiet(name, evidence, 'undecided')
    const example = typeof judge === 'function' ? undefined : judge.example
    if (example !== undefined) {
      it('finds what its example says', () => {
        const found = Object.values(breaks).map(([evidence]) => {
          const answer = ask(evidence)
          return Array.isArray(answer) ? answer.map(withoutExchange) : []
        })
        expect(found).toContainEqual(example.findings.map(withoutExchange))
      })
    }
  })
}
