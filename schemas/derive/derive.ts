import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest, ManifestEntry } from '../openapi.ts'
import { factsOf } from './facts.ts'
import { readSource } from './read-source.ts'

export interface Derivation {
  /** Folder with OpenAPI documents, one per file. */
  readonly from: string
  /** Folder of the derived files. */
  readonly to: string
  /** API names; all documents of the folder when empty. */
  readonly only: readonly string[]
  readonly repository: string
  readonly licence: string
}

/** `uae-account-information-openapi.yaml` is `account-information`. */
export const apiName = (file: string): string =>
  file
    .replace(/\.(ya?ml|json)$/, '')
    .replace(/[-.]openapi$/, '')
    .replace(/^uae-/, '')

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`

const before = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const chosen = async ({ from, only }: Derivation): Promise<readonly string[]> => {
  const files = (await readdir(from)).filter((file) => /\.(ya?ml|json)$/.test(file)).sort()
  const unknown = only.filter((name) => !files.some((file) => apiName(file) === name))
  if (files.length === 0 || unknown.length > 0) {
    const names = files.map(apiName).join(', ') || 'none'
    throw new Error(`${from}: expected a document for ${unknown.join(', ') || 'at least one API'}, got ${names}`)
  }
  return only.length === 0 ? files : files.filter((file) => only.includes(apiName(file)))
}

/**
 * What the derived files should hold, by file name: one JSON file per document, and `manifest.json`, which keeps its
 * entries for documents that were not chosen. Throws a SourceFault for the first document that is broken.
 */
export const derive = async (derivation: Derivation): Promise<ReadonlyMap<string, string>> => {
  const results = new Map<string, string>()
  const entries: ManifestEntry[] = []
  for (const file of await chosen(derivation)) {
    const name = apiName(file)
    const source = await readSource(join(derivation.from, file))
    const facts = factsOf(source.document)
    results.set(`${name}.json`, text(facts))
    entries.push({ name, file, version: facts.info.version, sha256: source.sha256 })
  }
  const old = await before(join(derivation.to, 'manifest.json'))
  const kept = old === undefined ? [] : (JSON.parse(old) as Manifest).documents
  const documents = [...kept.filter(({ name }) => !entries.some((entry) => entry.name === name)), ...entries]
  const manifest: Manifest = {
    repository: derivation.repository,
    licence: derivation.licence,
    documents: documents.sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
  return results.set('manifest.json', text(manifest))
}

const firstDifference = (old: string, now: string): string => {
  const [was, is] = [old.split('\n'), now.split('\n')]
  const line = is.findIndex((each, index) => each !== was[index])
  const index = line === -1 ? is.length : line
  return `line ${index + 1}: expected ${(is[index] ?? 'the end').trim()}, got ${(was[index] ?? 'the end').trim()}`
}

/** The files that are missing or not what the sources give, and how the first of their lines differs. */
export const differences = async (
  to: string,
  results: ReadonlyMap<string, string>,
): Promise<readonly { readonly file: string; readonly how: string }[]> => {
  const found = await Promise.all(
    [...results].map(async ([file, now]) => {
      const old = await before(join(to, file))
      if (old === undefined) return [{ file, how: 'missing' }]
      return old === now ? [] : [{ file, how: firstDifference(old, now) }]
    }),
  )
  return found.flat()
}

/** Writes the files, each at once, so that a reader never sees half of one. */
export const write = async (to: string, results: ReadonlyMap<string, string>): Promise<void> => {
  await mkdir(to, { recursive: true })
  for (const [file, now] of results) {
    const path = join(to, file)
    await writeFile(`${path}.new`, now)
    await rename(`${path}.new`, path)
  }
}
