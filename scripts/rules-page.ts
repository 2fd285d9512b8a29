import { levelWithSource, rulesOf } from '../cli/catalogue.ts'
import type { Rule } from '../engine/rule.ts'
import type { Standard } from '../engine/standard.ts'
import { count } from '../reporters/message.ts'
import { sourceLink } from '../suites/catalogue.ts'
import { link, plain, table } from './markdown.ts'
import { rulesBySource } from './rules-by-source.ts'
import { withoutRule } from './without-rule.ts'

const row = (standard: Standard, rule: Rule): readonly string[] => [
  rule.id,
  levelWithSource(standard, rule.level, rule.cites),
  plain(rule.title),
  rule.requirements.filter((one) => one !== rule.id.split('/')[0]).join(', '),
  rule.cites.map((cite) => link(`${cite.source} ${cite.place}`, sourceLink(standard.id, cite))).join('<br>'),
  rule.defects
    .slice(0, 1)
    .map((defect) => `\`${defect}\``)
    .join(''),
]

const tableOf = (standard: Standard, title: string, rules: readonly Rule[]): readonly string[] =>
  rules.length === 0
    ? []
    : [
        '',
        `### ${title}`,
        '',
        ...table(
          ['Rule', 'Level', 'What holds', 'Serves also', 'Sources', 'Defect that breaks it'],
          rules.map((rule) => row(standard, rule)),
        ),
      ]

const introduction = (standard: Standard): string => {
  const rules = rulesOf(standard)
  const served = new Set(rules.flatMap(({ requirements }) => requirements)).size
  const known = standard.requirements().length
  const levels = (['MUST', 'SHOULD', 'MAY'] as const).flatMap((level) => {
    const some = rules.filter((rule) => rule.level === level).length
    return some === 0 ? [] : [`${some} ${level}`]
  })
  const varying = rules.filter(({ level }) => typeof level !== 'string').length
  const parts = [...levels, ...(varying === 0 ? [] : [`${varying} by variant`])].join(', ')
  return `${count(rules.length, 'rule')} (${parts}) serve ${served} of ${count(known, 'requirement')}; the others are [below](#without-a-rule-${standard.id}).`
}

const chapter = (standard: Standard): readonly string[] => [
  '',
  `## ${standard.title} (\`${standard.id}\`)`,
  '',
  introduction(standard),
  ...tableOf(standard, 'Every exchange', standard.rules),
  ...standard.suites.flatMap((suite) => tableOf(standard, suite.title, suite.rules)),
  ...withoutRule(standard),
  ...rulesBySource(standard),
]

const head = `<!-- Printed by \`npm run docs:rules\` from the rules themselves: change those, not this page. -->

# Rules

What is asked of an API, who says so, and what is not asked yet. \`npx mizan rules UAE-PAG-004\` explains one rule or
requirement: what it asks, its sources, a sample that breaks it, and how to see it fail on the embedded bank. The same
as data: \`npx mizan rules --json\`.

A rule has the id of the requirement that it owns, and may serve others. A rule under "Every exchange" is judged on all
that a run recorded, and shown under the suite of each operation. The letters before a source are its key; the sources
stand at the end of each standard. _Single source_ marks a MUST of which no source has a public text; what this project
derived from other requirements counts as such.`

/** The text of docs/rules.md: every standard with its rules, its requirements without a rule, and its sources. */
export const rulesPage = (standards: readonly Standard[]): string =>
  `${[head, ...standards.flatMap(chapter)].join('\n')}\n`
