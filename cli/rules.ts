import type { Rule } from '../engine/rule.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import type { Standard } from '../engine/standard.ts'
import { count } from '../reporters/message.ts'
import { hang } from '../reporters/terminal/wrap.ts'
import { standards } from '../suites/index.ts'
import { catalogueOf, levelWithSource, type PrintedCatalogue, rulesOf } from './catalogue.ts'
import { explain } from './explain.ts'
import { named } from './named.ts'
import type { RulesFlags } from './rules-command.ts'

const listed = (standard: Standard, title: string, rules: readonly Rule[], width: number): readonly string[] => {
  if (rules.length === 0) return []
  const idWidth = Math.max(...rulesOf(standard).map(({ id }) => id.length))
  return [
    '',
    title,
    ...rules.flatMap((rule) => {
      const level = levelWithSource(standard, rule.level, rule.cites)
      return hang(`  ${rule.id.padEnd(idWidth)}  ${level.padEnd(6)}  `, rule.title, width)
    }),
  ]
}

/** All rules of a standard by suite, and how many of its requirements have none, in lines of at most `width`. */
export const list = (standard: Standard, width: number): string => {
  const exclusions = standard.exclusions()
  const states = [...new Set(exclusions.map(({ state }) => state))]
  const rest = states.map((state) => `${exclusions.filter((one) => one.state === state).length} ${state}`).join(', ')
  const rules = rulesOf(standard)
  return [
    `${standard.title} (${standard.id})`,
    ...listed(standard, 'Every exchange', standard.rules, width),
    ...standard.suites.flatMap((suite) => listed(standard, suite.title, suite.rules, width)),
    '',
    `${count(rules.length, 'rule')}; requirements without a rule: ${rest || 'none'}.`,
    ...(rules[0] === undefined ? [] : [`"npx mizan rules ${rules[0].id}" explains one.`]),
  ].join('\n')
}

/** What `rules --json` prints: of all these standards, or only what an id names in them. */
export const jsonOf = (chosen: readonly Standard[], id?: string): PrintedCatalogue => {
  const all = chosen.map(catalogueOf)
  const both = { rules: all.flatMap(({ rules }) => rules), exclusions: all.flatMap(({ exclusions }) => exclusions) }
  if (id === undefined) return both
  const it = named(id, chosen)
  return {
    rules: both.rules.filter((one) => 'rule' in it && one.id === it.rule.id),
    exclusions: both.exclusions.filter(({ requirement }) => requirement === id),
  }
}

const standardsNamed = (name: string | undefined): readonly Standard[] => {
  const chosen = standards.filter(({ id }) => name === undefined || id === name)
  if (chosen.length > 0) return chosen
  const known = standards.map(({ id }) => id).join(', ')
  throw new SetUpFault(`--standard ${name}`, 'there is no such standard', `Known: ${known}.`)
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100

/** What `mizan rules` prints: the list, or one rule or requirement explained; as JSON where that is asked for. */
export const rulesText = (id: string | undefined, { standard, json }: RulesFlags): string => {
  const chosen = standardsNamed(standard)
  const { columns } = process.stdout
  if (json) return JSON.stringify(jsonOf(chosen, id), undefined, 2)
  if (id !== undefined) return explain(id, chosen, Math.min(columns ?? 80, widest))
  // In a pipe a rule stays on one line, for grep.
  return chosen.map((one) => list(one, columns ?? Number.POSITIVE_INFINITY)).join('\n\n\n')
}
