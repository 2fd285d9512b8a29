import type { Answer, Finding } from '../rule.ts'

const isFindings = (answer: Answer): answer is readonly Finding[] => Array.isArray(answer)

const keyOf = ({ at, expected, got }: Finding): string => JSON.stringify([at, expected, got])

const kindOf = (answer: Answer): string => {
  if (isFindings(answer)) return answer.length === 0 ? 'holds' : 'findings'
  return 'silent' in answer ? 'silent' : 'undecided'
}

/**
 * The answer that holds whatever is not known: the findings that all have, or what all say. `otherwise` where what is not
 * known decides.
 */
export const agreed = (answers: readonly [Answer, ...Answer[]], otherwise: Answer): Answer => {
  const [first, ...rest] = answers
  if (rest.every((one) => kindOf(one) === kindOf(first)) && !isFindings(first)) return first
  if (answers.every(isFindings)) {
    const common = rest.reduce<readonly Finding[]>(
      (kept, answer) => {
        const keys = new Set(isFindings(answer) ? answer.map(keyOf) : [])
        return kept.filter((one) => keys.has(keyOf(one)))
      },
      isFindings(first) ? first : [],
    )
    if (common.length > 0 || answers.every((one) => isFindings(one) && one.length === 0)) return common
  }
  return otherwise
}
