import { type Outcome, outcomes } from '../../engine/report.ts'
import { subject } from '../message.ts'
import type { Reporting } from '../reporting.ts'
import type { Row } from '../rows.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for HTML, in elements and in quoted attributes. */
const html = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)

type Cells = readonly [name: string, value: string]

/** Two columns: wider ones do not fit a telephone. */
const table = (lines: readonly Cells[]): string => {
  const body = lines.map(([name, value]) => `<tr><th align="left">${name}</th><td align="left">${value}</td></tr>`)
  return body.length === 0 ? '' : `<table><tbody>${body.join('')}</tbody></table>`
}

const blamed = { bank: 'the bank', hub: 'the API hub', client: 'the client' }

/** What was seen without being judged, equal values of several operations on one line. */
const observations = (row: Row): readonly Cells[] => {
  const seen = new Map<string, { readonly name: string; readonly value: string; readonly where: string[] }>()
  for (const verdict of row.verdicts) {
    for (const [name, value] of Object.entries(verdict.observed)) {
      const key = JSON.stringify([name, value])
      const known = seen.get(key) ?? { name, value, where: [] }
      known.where.push(subject(verdict) ?? 'the run')
      seen.set(key, known)
    }
  }
  return [...seen.values()].map(({ name, value, where }) => {
    const rest = where.length > 3 ? ` and ${where.length - 3} more` : ''
    return [`Observed: ${html(name)}`, html(`${value} (${where.slice(0, 3).join(', ')}${rest})`)]
  })
}

/** Outcomes whose message Allure keeps to itself: results that are `passed` or `unknown` have no error box. */
const hidden = new Set<Outcome>(['warn', 'note', 'inconclusive'])

/**
 * The description of a result, as HTML: what is to be said about it where Allure does not show that already; level, requirements, sources; what was concluded, and what was seen.
 */
export const description = (row: Row, message: string | undefined, link: Reporting['link']): string => {
  const sources = row.cites.map((citation) => {
    const url = link(citation)
    const text = html(`${citation.source}, ${citation.place}`)
    return url === undefined ? text : `<a href="${html(url)}" target="_blank" rel="noreferrer">${text}</a>`
  })
  const concluded = outcomes
    .map((outcome) => ({ outcome, number: row.verdicts.filter((it) => it.outcome === outcome).length }))
    .filter(({ number }) => number > 0)
    .map(({ outcome, number }) => `${number} ${outcome}`)
  const said = hidden.has(row.outcome) ? (message ?? '') : ''
  return [
    said === '' ? '' : `<p>${html(said).replaceAll('\n', '<br>')}</p>`,
    table([
      ['Level', row.level],
      ...(row.own ? ([['Origin', 'a rule of your own, not of the standard']] as const) : []),
      [row.requirements.length === 1 ? 'Requirement' : 'Requirements', html(row.requirements.join(', '))],
      ['Concerns', blamed[row.about]],
      ['Source', sources.join('<br>')],
      ['Verdicts', concluded.join(', ')],
      ...observations(row),
    ]),
  ].join('')
}
