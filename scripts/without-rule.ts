import { isSingleSource, stateWords } from '../cli/catalogue.ts'
import type { Exclusion, Requirement, Standard } from '../engine/standard.ts'
import { areaTitles, citationsIn } from '../suites/catalogue.ts'
import { plain, table } from './markdown.ts'

interface Left {
  readonly requirement: Requirement
  readonly exclusion: Exclusion
}

const leftOf = (standard: Standard): readonly Left[] => {
  const exclusions = new Map(standard.exclusions().map((one) => [one.requirement, one]))
  return standard.requirements().flatMap((requirement) => {
    const exclusion = exclusions.get(requirement.id)
    return exclusion === undefined ? [] : [{ requirement, exclusion }]
  })
}

const titleOf = (standard: Standard, area: string): string => areaTitles(standard.id)[area] ?? area

const planned = (standard: Standard, left: readonly Left[]): readonly string[] => {
  const areas = [...new Set(left.map(({ requirement }) => requirement.area))]
  const numbers = (some: readonly Left[]): readonly string[] => {
    const of = (level: Requirement['level']) => some.filter(({ requirement }) => requirement.level === level)
    const single = of('MUST').filter(({ requirement }) => isSingleSource(standard, citationsIn(requirement.source)))
    return [some, of('MUST'), single, of('SHOULD'), of('MAY')].map(({ length }) => `${length}`)
  }
  return table(
    ['Area', 'Planned', 'MUST', 'of these single source', 'SHOULD', 'MAY'],
    [
      ...areas.map((area) => [
        `${plain(titleOf(standard, area))} (${area})`,
        ...numbers(left.filter(({ requirement }) => requirement.area === area)),
      ]),
      ['All', ...numbers(left)],
    ],
  )
}

/** One line for the requirements of an area that have the same reason. */
const listed = (standard: Standard, left: readonly Left[]): readonly string[] => {
  const lines = new Map<string, string[]>()
  for (const { requirement, exclusion } of left) {
    const key = `${titleOf(standard, requirement.area)}: ${exclusion.reason}`
    lines.set(key, [...(lines.get(key) ?? []), requirement.id])
  }
  return [...lines].map(([line, ids]) => `- ${plain(line)} (${ids.join(', ')})`)
}

const states = ['planned', 'kept', 'observed', 'excluded'] as const

/** The requirements of a standard that no rule serves: planned ones counted by area, the others with their reasons. */
export const withoutRule = (standard: Standard): readonly string[] => {
  const left = leftOf(standard)
  return [
    '',
    `### Without a rule (${standard.id})`,
    ...states.flatMap((state) => {
      const some = left.filter(({ exclusion }) => exclusion.state === state)
      if (some.length === 0) return []
      const rows = state === 'planned' ? planned(standard, some) : listed(standard, some)
      return ['', `**${some.length} ${state}**: ${stateWords[state]}.`, '', ...rows]
    }),
  ]
}
