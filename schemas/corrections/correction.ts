import type { JsonObject, Schema } from '../openapi.ts'
import type { Edit } from './edit.ts'

/** A known defect of a published document, and what is read instead. */
export interface Correction {
  /** Of the requirement that names the defect. */
  readonly id: string
  /** The contract that has it; `*`: any may. */
  readonly contract: string
  readonly reason: string
  /** Applied in order. An edit that no longer fits its document is an error: the document has changed. */
  readonly edits?: readonly Edit[]
  /** Applied to every schema of the document. */
  readonly everywhere?: (schema: JsonObject, openapi: string) => Schema
}
