import { rulesOf } from '../cli/catalogue.ts'
import type { Standard } from '../engine/standard.ts'
import { sourceLink, sourceOf } from '../suites/catalogue.ts'
import { link, table } from './markdown.ts'

const { compare } = new Intl.Collator('en', { numeric: true })

const access = (open: boolean | 'partly' | undefined): string =>
  open === true ? '' : open === 'partly' ? ' Public in part.' : ' No public text.'

const ofSource = (standard: Standard, key: string): readonly string[] => {
  const source = sourceOf(standard.id, key)
  const cited = rulesOf(standard).flatMap(({ id, cites }) =>
    cites.filter((cite) => cite.source === key).map((cite) => ({ id, cite })),
  )
  const places = [...new Set(cited.map(({ cite }) => cite.place))].sort(compare)
  const rows = places.map((place) => {
    const url = sourceLink(standard.id, { source: key, place })
    const ids = cited.filter(({ cite }) => cite.place === place).map(({ id }) => id)
    return [link(place, url === source?.url ? undefined : url), [...new Set(ids)].sort(compare).join(', ')]
  })
  return [
    '',
    `**${key}**: ${link(source?.title ?? key, source?.url)}.${access(source?.publicText)}`,
    '',
    ...table(['Place', 'Rules'], rows),
  ]
}

/** The rules of a standard by what they cite: source, place inside it, rules. As Markdown. */
export const rulesBySource = (standard: Standard): readonly string[] => {
  const keys = new Set(rulesOf(standard).flatMap(({ cites }) => cites.map(({ source }) => source)))
  return ['', '### By source', ...[...keys].sort(compare).flatMap((key) => ofSource(standard, key))]
}
