import type { Archive } from '../engine/archive.ts'
import type { Report } from '../engine/report.ts'
import type { Citation } from '../engine/rule.ts'

/** What people call the things that a report names by id. Whatever is missing is shown by its id. */
interface Titles {
  readonly standard: string
  /** Suite id → title. */
  readonly suites: Readonly<Record<string, string>>
  /** Scenario id → title. */
  readonly scenarios?: Readonly<Record<string, string>>
  /** Area of a requirement id (`PAG` in `UAE-PAG-004`) → title. */
  readonly areas?: Readonly<Record<string, string>>
}

/**
 * All that a reporter gets. Everything in it is redacted already: secrets and personal data are masks. Reporters compute
 * totals, never outcomes.
 */
export interface Reporting {
  readonly report: Report
  readonly exchanges: Archive
  readonly titles: Titles
  /** Where a citation can be read on the web; undefined for a source without a public text. */
  readonly link: (citation: Citation) => string | undefined
  /** Folder for the files of this run; made when it is missing. */
  readonly out: string
}
