import { isDeepStrictEqual } from 'node:util'
import type { Facts, Json } from '../openapi.ts'
import { mapDocument } from '../walk.ts'
import type { Correction } from './correction.ts'
import { applyEdit, placeOf } from './edit.ts'
import { corrections } from './index.ts'

/** A correction that changed a document, with the JSON Pointers of the changes in it. */
export interface Applied {
  readonly id: string
  readonly reason: string
  readonly at: readonly [string, ...string[]]
}

export interface Corrected {
  readonly facts: Facts
  readonly applied: readonly Applied[]
}

const edited = (facts: Facts, name: string, { id, edits = [] }: Correction): Facts => {
  try {
    return edits.reduce<Json>(applyEdit, facts as unknown as Json) as unknown as Facts
  } catch (error) {
    throw new Error(
      `correction ${id} no longer fits ${name} ${facts.info.version}: ${(error as Error).message}; the document has changed, review schemas/corrections`,
    )
  }
}

/** The document as it is judged by: with the corrections for it made, and its schemas in JSON Schema 2020-12. */
export const correct = (name: string, published: Facts): Corrected => {
  const applied: Applied[] = []
  let facts = published
  for (const correction of corrections) {
    if (correction.contract !== '*' && correction.contract !== name) continue
    const { everywhere } = correction
    facts = edited(facts, name, correction)
    const touched = (correction.edits ?? []).map(placeOf)
    if (everywhere)
      facts = mapDocument(facts, (schema, pointer) => {
        const changed = everywhere(schema, facts.openapi)
        if (changed !== schema && !isDeepStrictEqual(changed, schema)) touched.push(pointer)
        return changed
      })
    const [first, ...rest] = touched
    if (first !== undefined) applied.push({ id: correction.id, reason: correction.reason, at: [first, ...rest] })
  }
  return { facts, applied }
}
