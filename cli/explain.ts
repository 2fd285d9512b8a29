import type { Citation, Rule } from '../engine/rule.ts'
import type { Standard } from '../engine/standard.ts'
import { found } from '../reporters/message.ts'
import { hang } from '../reporters/terminal/wrap.ts'
import { type CataloguedRequirement, citationsIn, requirementsOf, sourceLink, sourceOf } from '../suites/catalogue.ts'
import { levelWithSource, stateWords, suitesOf } from './catalogue.ts'
import { fold } from './fold.ts'
import { live } from './live.ts'
import { named } from './named.ts'
import { wordsIn } from './words.ts'

const requirementsNamed = (standard: Standard, ids: readonly string[]): readonly CataloguedRequirement[] =>
  requirementsOf(standard.id).filter(({ id }) => ids.includes(id))

const asked = (requirement: CataloguedRequirement, width: number): readonly string[] => {
  const { id, level, statement, check, appliesTo } = requirement
  return [
    ...hang('  ', `${id} (${level}): ${statement}`, width),
    ...(check === undefined ? [] : hang('    check: ', check, width)),
    ...(appliesTo === undefined ? [] : hang('    applies to: ', appliesTo, width)),
  ]
}

/** Key of what this project derived itself; its title says so. */
const own = 'OWN'

const access = (standard: Standard, { source }: Citation): string => {
  const open = sourceOf(standard.id, source)?.publicText
  if (open === true || source === own) return ''
  return open === 'partly' ? ' (public in part)' : ' (no public text)'
}

const saidBy = (standard: Standard, cites: readonly Citation[], width: number): readonly string[] => [
  '',
  'Sources',
  ...cites.flatMap((cite) => {
    const link = sourceLink(standard.id, cite)
    return [
      ...hang('  ', `${cite.source} ${cite.place}`, width),
      ...hang('    ', `${sourceOf(standard.id, cite.source)?.title ?? cite.source}${access(standard, cite)}`, width),
      ...(link === undefined ? [] : [`    ${link}`]),
    ]
  }),
]

const singleSource = (level: string, width: number): readonly string[] =>
  level.endsWith('single source')
    ? ['', ...hang('', 'Single source: none of its sources has a public text that you could look up.', width)]
    : []

const sample = ({ example }: Rule, width: number): readonly string[] =>
  example === undefined
    ? []
    : [
        '',
        'Broken by, for example',
        ...fold(example.breaks, width - 2).map((line) => (line === '' ? '' : `  ${line}`)),
        'which gives',
        ...example.findings.flatMap((one) => hang('  - ', found(one), width)),
      ]

const blamed: Readonly<Record<Rule['about'], string>> = {
  bank: 'the bank',
  hub: 'the API hub',
  client: 'the client',
}

const ofRule = (standard: Standard, rule: Rule, id: string, width: number): readonly string[] => {
  const requirements = requirementsNamed(standard, rule.requirements)
  const level = levelWithSource(standard, rule.level, rule.cites)
  return [
    ...(id === rule.id ? [] : [`${id} is served by the rule ${rule.id}.`, '']),
    `${rule.id}  ${level}`,
    ...hang('', rule.title, width),
    '',
    ...hang('', `A finding blames ${blamed[rule.about]}. Shown under ${suitesOf(standard, rule).join(', ')}.`, width),
    ...singleSource(level, width),
    '',
    requirements.length === 1 ? 'Requirement' : 'Requirements',
    ...requirements.flatMap((one) => asked(one, width)),
    ...wordsIn(standard, requirements, width),
    ...saidBy(standard, rule.cites, width),
    ...sample(rule, width),
    ...live(rule, width),
  ]
}

/**
 * A rule or requirement explained: what it asks, who says so, a sample that breaks it, and the defect that shows it live.
 * Lines have at most `width` characters, but for links and commands. Throws a `SetUpFault` for an unknown id.
 */
export const explain = (id: string, standards: readonly Standard[], width: number): string => {
  const it = named(id, standards)
  if ('rule' in it) return ofRule(it.standard, it.rule, id, width).join('\n')
  const { standard, exclusion } = it
  const requirements = requirementsNamed(standard, [id])
  return requirements
    .flatMap((one) => {
      const cites = citationsIn(one.source)
      const level = levelWithSource(standard, one.level, cites)
      return [
        `${id}  ${level}`,
        '',
        ...hang('', `Without a rule, ${exclusion.state}: ${stateWords[exclusion.state]}.`, width),
        ...hang('  ', exclusion.reason, width),
        ...singleSource(level, width),
        '',
        'Requirement',
        ...asked(one, width),
        ...wordsIn(standard, requirements, width),
        ...saidBy(standard, cites, width),
      ]
    })
    .join('\n')
}
