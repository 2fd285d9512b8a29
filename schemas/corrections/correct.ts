import type { Contract } from '../../engine/contract.ts'
import { mapSchemas } from '../grammar.ts'
import type { Facts, Json } from '../openapi.ts'
import type { Correction } from './correction.ts'
import { corrections } from './corrections.ts'
import { applyEdit, placeOf } from './edit.ts'
import { everywhere } from './everywhere.ts'

export interface Corrected {
  readonly facts: Facts
  /** Those that changed the document, with the JSON Pointers of the changes. */
  readonly applied: Contract['corrections']
}

const edited = (facts: Facts, document: string, { id, edits = [] }: Correction): Facts => {
  try {
    return edits.reduce<Json>(applyEdit, facts as unknown as Json) as unknown as Facts
  } catch (error) {
    throw new Error(
      `correction ${id} no longer fits ${document} ${facts.info.version}: ${(error as Error).message}; the document has changed, review schemas/corrections/corrections.ts`,
    )
  }
}

/** The corrections for a document of the manifest; without a name, those for any document. */
export const correctionsFor = (document: string | undefined): readonly Correction[] =>
  corrections.filter(({ documents }) => {
    if (documents === 'any' || document === undefined) return documents === 'any'
    return documents === 'known' || documents.includes(document)
  })

/** A document with the corrections for it made. `document` is its name in the manifest; undefined for any other. */
export const correct = (document: string | undefined, published: Facts): Corrected => {
  const applied: Contract['corrections'][number][] = []
  let facts = published
  for (const correction of correctionsFor(document)) {
    facts = edited(facts, document ?? 'the document', correction)
    const touched = (correction.edits ?? []).map(placeOf)
    const change = correction.everywhere && everywhere[correction.everywhere]
    if (change)
      facts = mapSchemas(facts, (schema, pointer) => {
        const changed = change(schema)
        if (changed !== schema) touched.push(pointer)
        return changed
      })
    if (touched.length > 0) applied.push({ id: correction.id, reason: correction.reason, at: touched })
  }
  return { facts, applied }
}
