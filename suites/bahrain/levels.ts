import type { Level } from '../../engine/rule.ts'
import { requirementsOf } from '../catalogue.ts'

/**
 * The forms of the framework. `bh-1.0.0` is the release of 2020; `bh-draft-2019` what banks built from its first drafts
 * (consents end by DELETE and have an ExpirationDateTime, codes have no namespace); `obie-inherited` is the release, read
 * with the British text from which it was copied wherever only that text was seen.
 */
export const variants = ['bh-1.0.0', 'bh-draft-2019', 'obie-inherited'] as const

/** What came after the drafts: PATCH of a consent, a consent without ExpirationDateTime, codes with a namespace. */
const laterThanDrafts: ReadonlySet<string> = new Set([
  'BH-CON-009',
  'BH-CON-010',
  'BH-CON-015',
  'BH-ENU-002',
  'BH-ENU-003',
  'BH-ENU-004',
  'BH-ENU-005',
  'BH-ERR-022',
  'BH-PIS-006',
  'BH-PIS-007',
])

const catalogue = new Map(requirementsOf('bahrain').map((one) => [one.id, one]))

/**
 * The level of a requirement, by variant where it differs; a variant that is not named does not have it: that of the catalogue, but MUST under `obie-inherited` for what is more than
 * a MAY and known from the British text alone (confidence C). Throws for an id that the catalogue lacks.
 */
export const levels = (id: string): Level | Readonly<Record<string, Level>> => {
  const known = catalogue.get(id)
  if (known === undefined) throw new Error(`the catalogue of bahrain has no ${id}`)
  const { level, confidence } = known
  const inherited = confidence === 'C' && level !== 'MAY' ? 'MUST' : level
  const later = laterThanDrafts.has(id)
  if (inherited === level && !later) return level
  return { 'bh-1.0.0': level, ...(!later && { 'bh-draft-2019': level }), 'obie-inherited': inherited }
}
