import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'
import type { Citation } from '../engine/rule.ts'
import type { Requirement } from '../engine/standard.ts'
import { areas } from './areas.ts'

/** A requirement with all that the catalogue knows about it. Terms such as "PAR rule" are explained by `termsOf`. */
export interface CataloguedRequirement extends Requirement {
  /** How it can be seen from outside. */
  readonly check?: string
  /** Operations, members or situations. */
  readonly appliesTo?: string
  /** How the level is meant, where one word does not say it. */
  readonly note?: string
  /** Whom it binds, where that is not the bank or the hub alone. */
  readonly subject?: readonly ('bank' | 'client')[]
  /** How sure it is that the standard asks this: A, B, C or D. */
  readonly confidence?: string
}

/** Where citations of one key lead. */
export interface Source {
  readonly title: string
  readonly url?: string
  readonly commit?: string
  readonly licence?: string
  /** Whether a reader can follow a citation without being a member of the scheme. */
  readonly publicText: boolean | 'partly'
}

interface Catalogue {
  readonly terms: Readonly<Record<string, string>>
  readonly requirements: readonly Omit<CataloguedRequirement, 'standard'>[]
}

const read = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(packageRoot, 'suites', ...path), 'utf8'))

const catalogues = new Map<string, Catalogue>()
const catalogue = (standard: string): Catalogue => {
  if (areas[standard] === undefined)
    throw new Error(`there is no catalogue of ${standard}; there are ${Object.keys(areas).join(', ')}`)
  const known = catalogues.get(standard) ?? (read(standard, 'requirements.json') as Catalogue)
  catalogues.set(standard, known)
  return known
}

let sources: Readonly<Record<string, Readonly<Record<string, Source>>>> | undefined

/** All requirements of a standard, in the order of its areas. Read once; throws for a standard without a catalogue. */
export const requirementsOf = (standard: string): readonly CataloguedRequirement[] =>
  catalogue(standard).requirements.map((each) => ({ ...each, standard }))

/** Words that the requirements of a standard use in a sense of their own. */
export const termsOf = (standard: string): Readonly<Record<string, string>> => catalogue(standard).terms

/** Titles of areas by code; empty for a standard without a catalogue. */
export const areaTitles = (standard: string): Readonly<Record<string, string>> => areas[standard] ?? {}

/** The source that a key of a standard's citations names; undefined when there is none of that key. */
export const sourceOf = (standard: string, key: string): Source | undefined => {
  sources ??= read('sources.json') as NonNullable<typeof sources>
  return sources[standard]?.[key]
}

/** The citations in a requirement's `source`: `AI line 72; RFC 6749 §5.2`. */
export const citationsIn = (source: string): readonly Citation[] =>
  source.split('; ').map((part) => {
    const [key = '', ...place] = part.split(' ')
    return { source: key, place: place.join(' ') }
  })

const rfc = (place: string): string | undefined => {
  const [, number, section] = /^(?:RFC )?(\d{3,5})(?: §(\d+(?:\.\d+)*))?/.exec(place) ?? []
  return number && `https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ''}`
}

const pages: Readonly<Record<string, (place: string) => string | undefined>> = {
  D: (place) => {
    const [page] = /^(?:production|registration|sandbox|security|trust-framework|v2\.1)\/[\w./-]+\.md/.exec(place) ?? []
    return (
      page && `https://github.com/Nebras-Open-Finance/community-standards/blob/main/docs/tech/tpp-standards/${page}`
    )
  },
  KB: (place) => {
    const [article] = /^[a-z0-9-]+/.exec(place) ?? []
    return (
      article &&
      `https://github.com/Nebras-Open-Finance/community-standards/blob/main/docs/knowledge-base/articles/${article}.md`
    )
  },
  RFC: rfc,
}

/** Where a reader finds what a citation of a standard names: the page or section, else the source; undefined if nowhere. */
export const sourceLink = (standard: string, { source, place }: Citation): string | undefined => {
  const known = sourceOf(standard, source)
  return known && (pages[source]?.(place) ?? known.url)
}
