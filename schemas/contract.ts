import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'
import { type LoadedContract, makeContract } from './make-contract.ts'
import type { Facts, Manifest } from './openapi.ts'

const json = (set: string, file: string): unknown => {
  const path = join(packageRoot, 'schemas', set, file)
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`schemas/${set}/${file}: expected a derived document, got ${(error as Error).message}`)
  }
}

const manifest = (set: string): Manifest => json(set, 'manifest.json') as Manifest

const sets = ['uae/v2.1']

/** What the manifests call a document with these bytes; undefined when they know none. */
export const documentWith = (sha256: string): string | undefined =>
  sets.flatMap((set) => manifest(set).documents).find((entry) => entry.sha256 === sha256)?.document

const loaded = new Map<string, LoadedContract>()

/**
 * A contract of a set of derived documents: `loadContract('uae/v2.1', 'standards/account-information')`. Its name is the
 * last part, `account-information`. Read once per process. Throws when the set has none of that name.
 */
export const loadContract = (set: string, document: string): LoadedContract => {
  const key = `${set}/${document}`
  const known = loaded.get(key)
  if (known) return known
  const { documents } = manifest(set)
  const entry = documents.find((each) => each.document === document)
  if (!entry) {
    const names = documents.map((each) => each.document).join(', ')
    throw new Error(`schemas/${set} has no contract ${document}; it has ${names}`)
  }
  const name = document.slice(document.lastIndexOf('/') + 1)
  const contract = makeContract({ ...entry, name }, json(set, `${document}.json`) as Facts)
  loaded.set(key, contract)
  return contract
}
