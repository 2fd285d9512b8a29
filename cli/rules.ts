import type { Command } from 'commander'
import { near } from '../engine/near.ts'
import type { Rule } from '../engine/rule.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import type { Exclusion, Standard } from '../engine/standard.ts'
import { sourceLink } from '../suites/catalogue.ts'
import { standards } from '../suites/index.ts'

const rulesOf = (standard: Standard): readonly Rule[] => [
  ...standard.rules,
  ...standard.suites.flatMap(({ rules }) => rules),
]

const suitesOf = (standard: Standard, rule: Rule): readonly string[] => {
  const { on } = rule
  if (on === 'run') return [rule.suite]
  const { suites } = standard
  if (on === 'exchange')
    return suites
      .filter(
        ({ operations, rules }) => rules.includes(rule) || operations.some((one) => rule.operations?.includes(one)),
      )
      .map(({ id }) => id)
  return suites.filter(({ scenarios }) => on.some((one) => scenarios.includes(one))).map(({ id }) => id)
}

/** What `rules --json` prints of one standard. */
export const catalogueOf = (
  standard: Standard,
): { readonly rules: readonly unknown[]; readonly exclusions: readonly Exclusion[] } => ({
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

const named = (id: string): { readonly standard: Standard; readonly rule?: Rule; readonly exclusion?: Exclusion } => {
  for (const standard of standards) {
    const rule =
      rulesOf(standard).find((one) => one.id === id) ??
      rulesOf(standard).find(({ requirements }) => requirements.includes(id))
    if (rule !== undefined) return { standard, rule }
    const exclusion = standard.exclusions().find(({ requirement }) => requirement === id)
    if (exclusion !== undefined) return { standard, exclusion }
  }
  const guess = near(
    id,
    standards.flatMap((standard) => standard.requirements().map((one) => one.id)),
  )
  throw new SetUpFault(
    `rules ${id}`,
    'there is no such rule or requirement',
    guess ? `Did you mean ${guess}?` : 'npx mizan rules lists them.',
  )
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')

/** One rule explained: what it asks, who says so, a sample that breaks it, and the defect that shows it live. */
export const explain = (id: string): string => {
  const { standard, rule, exclusion } = named(id)
  const requirements = standard.requirements()
  const stated = (requirement: string): string => {
    const found = requirements.find((one) => one.id === requirement)
    return found === undefined
      ? requirement
      : `${requirement} (${found.level}) ${found.statement}\n  source: ${found.source}`
  }
  if (rule === undefined) {
    return [stated(id), '', `No rule serves it: ${exclusion?.state}. ${exclusion?.reason}`].join('\n')
  }
  const level =
    typeof rule.level === 'string'
      ? rule.level
      : Object.entries(rule.level)
          .map(([variant, one]) => `${one} in ${variant}`)
          .join(', ')
  const cites = rule.cites.map(
    (cite) =>
      `  ${cite.source} ${cite.place}${sourceLink(standard.id, cite) ? `\n    ${sourceLink(standard.id, cite)}` : ''}`,
  )
  const example = rule.example
    ? [
        '',
        'Broken by, for example:',
        indented(rule.example.breaks),
        'which gives:',
        ...rule.example.findings.map((one) => `  ${one.at}: expected ${one.expected}, got ${one.got}`),
      ]
    : []
  const defect = rule.defects[0]
  const live =
    defect === undefined
      ? []
      : [
          '',
          'See it fail on the embedded bank:',
          `  npx mizan bank --defect ${defect} --write-profile broken.yaml`,
          `  npx mizan run --profile broken.yaml --rule ${rule.id}`,
        ]
  return [
    `${rule.id}  ${level}  ${rule.title}`,
    '',
    'Requirements:',
    ...rule.requirements.map((one) => indented(stated(one))),
    '',
    'Says so:',
    ...cites,
    ...example,
    ...live,
  ].join('\n')
}

const list = (standard: Standard): string => {
  const rules = rulesOf(standard)
  const states = new Map<string, number>()
  for (const { state } of standard.exclusions()) states.set(state, (states.get(state) ?? 0) + 1)
  const rest = [...states].map(([state, count]) => `${count} ${state}`).join(', ')
  return [
    `${standard.id}: ${standard.title}`,
    ...rules.map(
      (rule) =>
        `  ${rule.id.padEnd(12)} ${(typeof rule.level === 'string' ? rule.level : 'varies').padEnd(6)} ${rule.title}`,
    ),
    `  ${rules.length} rules; requirements without a rule: ${rest}`,
  ].join('\n')
}

interface RulesFlags {
  readonly standard?: string
  readonly json?: true
}

/** `mizan rules`: what is asked, who says so, and what is not asked yet. */
export const addRules = (program: Command): void => {
  program
    .command('rules')
    .argument('[id]', 'explain one rule or requirement')
    .description('list the rules, or explain one with a sample that breaks it')
    .option('--standard <id>', 'only this standard')
    .option('--json', 'as JSON')
    .action((id: string | undefined, flags: RulesFlags) => {
      if (id !== undefined) return console.log(explain(id))
      const chosen = standards.filter((one) => flags.standard === undefined || one.id === flags.standard)
      if (chosen.length === 0) {
        throw new SetUpFault(
          `--standard ${flags.standard}`,
          'there is no such standard',
          `Known: ${standards.map((one) => one.id).join(', ')}.`,
        )
      }
      if (flags.json) {
        const all = chosen.map(catalogueOf)
        const both = {
          rules: all.flatMap(({ rules }) => rules),
          exclusions: all.flatMap(({ exclusions }) => exclusions),
        }
        return console.log(JSON.stringify(both, undefined, 2))
      }
      console.log(chosen.map(list).join('\n\n'))
    })
}
