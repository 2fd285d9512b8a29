import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'
import { type LoadedContract, makeContract } from './make-contract.ts'
import { mergePatch } from './merge-patch.ts'
import type { Facts, Json, Manifest } from './openapi.ts'

const json = (set: string, file: string): unknown => {
  const path = join(packageRoot, 'schemas', set, file)
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`schemas/${set}/${file}: expected a derived document, got ${(error as Error).message}`)
  }
}

const manifest = (set: string): Manifest => json(set, 'manifest.json') as Manifest

const sets = ['uae/v2.1', 'bahrain/1.0.0']

/** What the manifests call a document with these bytes; undefined when they know none. */
export const documentWith = (sha256: string): string | undefined =>
  sets.flatMap((set) => manifest(set).documents).find((entry) => entry.sha256 === sha256)?.document

const loaded = new Map<string, LoadedContract>()

/** A document of another edition: what differs is a JSON Merge Patch, and the hash is that of both. */
const changed = (facts: Facts, sha256: string, edition: string, document: string) => {
  const patch = json(edition, `${document}.json`) as Json
  const other = mergePatch(facts as unknown as Json, patch) as unknown as Facts
  const hash = createHash('sha256').update(sha256).update(JSON.stringify(patch)).digest('hex')
  return { facts: other, sha256: hash, version: other.info.version }
}

/**
 * A contract of a set of derived documents: `loadContract('uae/v2.1', 'standards/account-information')`. Its name is the
 * last part, `account-information`. Read once per process. Throws when the set has none of that name. `edition` names a
 * folder of changes to the documents of the set, such as `bahrain/draft-2019`.
 */
export const loadContract = (set: string, document: string, edition?: string): LoadedContract => {
  const key = `${set}/${document} ${edition ?? ''}`
  const known = loaded.get(key)
  if (known) return known
  const { documents } = manifest(set)
  const entry = documents.find((each) => each.document === document)
  if (!entry) {
    const names = documents.map((each) => each.document).join(', ')
    throw new Error(`schemas/${set} has no contract ${document}; it has ${names}`)
  }
  const name = document.slice(document.lastIndexOf('/') + 1)
  const facts = json(set, `${document}.json`) as Facts
  const source = { ...entry, facts, ...(edition !== undefined && changed(facts, entry.sha256, edition, document)) }
  const contract = makeContract({ ...source, name }, source.facts)
  loaded.set(key, contract)
  return contract
}
