import { type Answer, type Check, type Finding, silent, undecided } from '../engine/rule.ts'

/** Several answers about one rule as one: all findings if there are any, else what is open, else it holds. Silent ones do not count. */
export const together = (...answers: readonly Answer[]): Answer => {
  const findings: Finding[] = []
  const open: string[] = []
  for (const answer of answers) {
    if ('undecided' in answer) open.push(answer.undecided)
    else if (!('silent' in answer)) findings.push(...answer)
  }
  if (findings.length > 0) return findings
  return open.length > 0 ? undecided([...new Set(open)].join('; ')) : []
}

/** Several checks of one piece of evidence as one, which is silent where all of them are, for the reason of the first. */
export const eachOf =
  <Evidence>(first: Check<Evidence>, ...rest: readonly Check<Evidence>[]): Check<Evidence> =>
  (evidence, given) => {
    const answers = [first, ...rest].map((check) => check(evidence, given))
    const [one] = answers
    return answers.every((answer) => 'silent' in answer)
      ? silent(one !== undefined && 'silent' in one ? one.silent : 'nothing to judge')
      : together(...answers)
  }
