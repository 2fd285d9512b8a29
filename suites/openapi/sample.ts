import { factsOf } from '../../schemas/derive/facts.ts'
import { makeContract } from '../../schemas/make-contract.ts'
import type { OpenedContract } from '../../schemas/open-contract.ts'
import type { JsonObject } from '../../schemas/openapi.ts'

/** A contract of a literal document, of which only `paths` and `components` need to be said. */
export const openedSample = (parts: JsonObject): OpenedContract => {
  const document: JsonObject = { openapi: '3.0.3', info: { title: 'Sample', version: '1' }, ...parts }
  return { document, contract: makeContract({ name: 'sample', version: '1', sha256: '' }, factsOf(document)) }
}
