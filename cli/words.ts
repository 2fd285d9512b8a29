import type { Standard } from '../engine/standard.ts'
import { hang } from '../reporters/terminal/wrap.ts'
import { type CataloguedRequirement, termsOf } from '../suites/catalogue.ts'

const uses = (text: string, term: string): boolean => new RegExp(`\\b${term}s?\\b`, 'i').test(text)

/** The terms that these requirements and the explanations of those use, each explained; no lines where there are none. */
export const wordsIn = (
  standard: Standard,
  requirements: readonly CataloguedRequirement[],
  width: number,
): readonly string[] => {
  const text = requirements.flatMap(({ statement, check, appliesTo }) => [statement, check, appliesTo]).join('\n')
  const terms = Object.entries(termsOf(standard.id))
  const direct = terms.filter(([term]) => uses(text, term))
  const used = terms.filter((one) => direct.includes(one) || direct.some(([, meaning]) => uses(meaning, one[0])))
  return used.length === 0
    ? []
    : ['', 'Words', ...used.flatMap(([term, meaning]) => hang(`  ${term}: `, meaning, width))]
}
