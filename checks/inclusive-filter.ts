import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'

/** A record, and the pages of an answer that was filtered by its very date-time. */
export interface Bound {
  /** The query parameter. */
  readonly name: string
  readonly value: string
  readonly pages: readonly Exchange[]
  readonly found: boolean
  /** Whether the pages were read to their end; a record that was found needs no further page. */
  readonly complete: boolean
}

export interface BoundsEvidence {
  readonly recordId: string
  readonly bounds: readonly Bound[]
  /** Whether an unfiltered read afterwards still held the record. */
  readonly stillThere: boolean
  readonly again: readonly Exchange[]
}

/** A filter holds the record that lies on its bound. What is gone afterwards decides nothing. */
export const boundsIncluded = ({ recordId, bounds, stillThere }: BoundsEvidence): Answer => {
  const missing = bounds.filter(({ found, complete }) => !found && complete)
  if (missing.length > 0 && stillThere) {
    return missing.map(
      ({ name, value, pages }): Finding =>
        finding(`query ${name}=${value}`, `the record ${recordId} of that date-time`, 'an answer without it', pages[0]),
    )
  }
  if (missing.length > 0) return undecided('the record was gone from the unfiltered answer, too')
  const open = bounds.filter(({ found }) => !found)
  return open.length > 0 || bounds.length === 0
    ? undecided(`the answers were not read to their end (limits.pages): ${open.map(({ name }) => name).join(', ')}`)
    : []
}
