import { readFile } from 'node:fs/promises'
import { documentWith } from './contract.ts'
import { factsOf } from './derive/facts.ts'
import { readText, type SourceText } from './derive/read-source.ts'
import { type LoadedContract, makeContract } from './make-contract.ts'
import type { JsonObject } from './openapi.ts'

export interface OpenedContract {
  /** Judges values. */
  readonly contract: LoadedContract
  /** The document itself, in one object, with its examples, enums and defaults. Pointers of the contract hold in it. */
  readonly document: JsonObject
}

/**
 * Makes a contract of any OpenAPI 3.0 or 3.1 document: a file at a `path`, or a `text` with the `base` (path or URL) that it
 * came from. Throws a SourceFault that names file, line and place when the document is broken.
 */
export const openContract = async (
  source: ({ readonly path: string } | SourceText) & { readonly name: string },
): Promise<OpenedContract> => {
  const text = 'path' in source ? { text: await readFile(source.path), base: source.path } : source
  const { document, sha256 } = await readText(text)
  const facts = factsOf(document)
  const origin = { name: source.name, version: facts.info.version, sha256, document: documentWith(sha256) }
  return { contract: makeContract(origin, facts), document }
}
