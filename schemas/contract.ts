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

const loaded = new Map<string, LoadedContract>()

/**
 * A contract of a set of derived documents: `loadContract('uae/v2.1', 'account-information')`. Read once per process.
 * Throws when the set has none of that name.
 */
export const loadContract = (set: string, name: string): LoadedContract => {
  const key = `${set}/${name}`
  const known = loaded.get(key)
  if (known) return known
  const { documents } = json(set, 'manifest.json') as Manifest
  const entry = documents.find((each) => each.name === name)
  if (!entry) {
    const names = documents.map((each) => each.name).join(', ')
    throw new Error(`schemas/${set} has no contract ${name}; it has ${names}`)
  }
  const contract = makeContract(entry, json(set, `${name}.json`) as Facts)
  loaded.set(key, contract)
  return contract
}
