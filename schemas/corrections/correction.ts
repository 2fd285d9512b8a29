import type { Edit } from './edit.ts'

/** A known defect of published documents, and what is read instead. */
export interface Correction {
  /** Of the requirement that names the defect, or `UAE-DOC-…` for one that no requirement names. */
  readonly id: string
  /** The documents that have it, as `ManifestEntry.document` names them; `known`: any that we derived; `any`: any at all. */
  readonly documents: readonly string[] | 'known' | 'any'
  readonly reason: string
  /** Applied in order. An edit that no longer fits its document is an error: the document has changed. */
  readonly edits?: readonly Edit[]
  /** The name of a change that is applied to every schema of the document. */
  readonly everywhere?: 'doubled-backslashes' | 'registered-claims'
  /** Pointers of what looks wrong and accuses nobody; it is left as it is. */
  readonly harmless?: readonly string[]
}
