import type { Citation, Rule } from '../engine/rule.ts'
import { type Exclusion, everyExchange, type Standard } from '../engine/standard.ts'
import { sourceOf } from '../suites/catalogue.ts'

/** One rule as `rules --json` prints it. */
export interface CataloguedRule extends Pick<Rule, 'id' | 'requirements' | 'level' | 'title' | 'cites' | 'defects'> {
  /** Ids of the suites in which its verdicts can be shown. */
  readonly suites: readonly string[]
}

/** What `rules --json` prints: every requirement of a standard is served by one rule, or is one of the exclusions. */
export interface PrintedCatalogue {
  readonly rules: readonly CataloguedRule[]
  readonly exclusions: readonly Exclusion[]
}

/** What the state of a requirement without a rule means, in a few words. */
export const stateWords: Readonly<Record<Exclusion['state'], string>> = {
  planned: 'its rule is still to be written',
  excluded: 'it will have no rule',
  kept: 'this tool keeps it, as the test that is named shows',
  observed: 'nothing can break it by itself',
}

/** All rules of a standard: those on every exchange first, then those of its suites in their order. */
export const rulesOf = (standard: Standard): readonly Rule[] => [
  ...standard.rules,
  ...standard.suites.flatMap(({ rules }) => rules),
]

/** Ids of the suites in which verdicts of a rule can be shown. A rule that names no operations can be shown in all. */
export const suitesOf = ({ id: standard, suites, rules }: Standard, rule: Rule): readonly string[] => {
  const { on } = rule
  if (on === 'run') return [rule.suite]
  const shown = suites.filter(({ operations, scenarios }) =>
    on === 'exchange'
      ? !rule.operations?.length || rule.operations.some((one) => operations.includes(one))
      : on.some((one) => scenarios.includes(one)),
  )
  const ids = shown.map(({ id }) => id)
  return on === 'exchange' && rules.includes(rule) ? [...ids, everyExchange(standard)] : ids
}

/** `MUST`; of a rule whose level depends on the variant, `MUST in v2.1, SHOULD in v2.0`. */
export const levelText = (level: Rule['level']): string =>
  typeof level === 'string'
    ? level
    : Object.entries(level)
        .map(([variant, one]) => `${one} in ${variant}`)
        .join(', ')

/** Whether no source that is cited has a public text, so that a reader has to take one party's word for it. */
export const isSingleSource = (standard: Standard, cites: readonly Citation[]): boolean =>
  cites.every(({ source }) => sourceOf(standard.id, source)?.publicText === false)

/** A level for people: `MUST, single source` where a MUST rests on sources without a public text only. */
export const levelWithSource = (standard: Standard, level: Rule['level'], cites: readonly Citation[]): string => {
  const text = levelText(level)
  return text.includes('MUST') && isSingleSource(standard, cites) ? `${text}, single source` : text
}

/** What `rules --json` prints of one standard. */
export const catalogueOf = (standard: Standard): PrintedCatalogue => ({
  rules: rulesOf(standard).map((rule) => ({
    id: rule.id,
    requirements: rule.requirements,
    level: rule.level,
    title: rule.title,
    cites: rule.cites,
    suites: suitesOf(standard, rule),
    defects: rule.defects,
  })),
  exclusions: standard.exclusions(),
})
