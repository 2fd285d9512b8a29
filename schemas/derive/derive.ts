import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Finding, lintDocument } from '../lint/report.ts'
import type { Manifest, ManifestEntry } from '../openapi.ts'
import { derivedFrom } from './facts.ts'
import { readSource } from './read-source.ts'

export interface Derivation {
  /** Folder with OpenAPI documents, one per file, in folders of any depth. */
  readonly from: string
  /** Folder of the derived files. */
  readonly to: string
  /** Documents, such as `standards/account-information`; all when empty. */
  readonly only: readonly string[]
  readonly repository: string
  readonly licence: string
}

/**
 * What a source file is called in the manifest: `standards/uae-account-information-openapi.yaml` is
 * `standards/account-information`. A name that repeats its folder's loses it: `ozone-connect/uae-ozone-connect-insurance…`
 * is `ozone-connect/insurance`.
 */
export const documentName = (file: string): string => {
  const parts = file.split('/')
  const folder = parts.at(-2)
  const name = (parts.at(-1) ?? '')
    .replace(/\.(ya?ml|json)$/, '')
    .replace(/[-.]openapi$/, '')
    .replace(/^uae-/, '')
  const short = folder !== undefined && name.startsWith(`${folder}-`) ? name.slice(folder.length + 1) : name
  return [...parts.slice(0, -1), short].join('/')
}

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
  const all = await readdir(from, { recursive: true })
  const files = all
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
  const unknown = only.filter((name) => !files.some((file) => documentName(file) === name))
  const twice = files.find((file, index) =>
    files.slice(index + 1).some((each) => documentName(each) === documentName(file)),
  )
  if (twice !== undefined) throw new Error(`${from}: expected one document for ${documentName(twice)}, got two`)
  if (files.length === 0 || unknown.length > 0) {
    const names = files.map(documentName).join(', ') || 'none'
    throw new Error(`${from}: expected a document for ${unknown.join(', ') || 'at least one API'}, got ${names}`)
  }
  return only.length === 0 ? files : files.filter((file) => only.includes(documentName(file)))
}

/** What a derivation gives. */
export interface Derived {
  /** Texts by file name: one JSON file per document, and `manifest.json`. */
  readonly files: ReadonlyMap<string, string>
  /** What looks wrong in the documents. */
  readonly findings: readonly Finding[]
}

/**
 * Derives the documents of a folder. The manifest keeps its entries for documents that were not chosen. Throws a
 * SourceFault for the first document that is broken.
 */
export const derive = async (derivation: Derivation): Promise<Derived> => {
  const files = new Map<string, string>()
  const entries: ManifestEntry[] = []
  const findings: Finding[] = []
  for (const file of await chosen(derivation)) {
    const document = documentName(file)
    const source = await readSource(join(derivation.from, file))
    const facts = derivedFrom(source.document)
    files.set(`${document}.json`, text(facts))
    entries.push({ document, file, version: facts.info.version, sha256: source.sha256 })
    findings.push(...lintDocument(file, document, facts))
  }
  const old = await before(join(derivation.to, 'manifest.json'))
  const kept = old === undefined || derivation.only.length === 0 ? [] : (JSON.parse(old) as Manifest).documents
  const others = kept.filter(({ document }) => !entries.some((entry) => entry.document === document))
  const manifest: Manifest = {
    repository: derivation.repository,
    licence: derivation.licence,
    documents: [...others, ...entries].sort((a, b) => (a.document < b.document ? -1 : 1)),
  }
  return { files: files.set('manifest.json', text(manifest)), findings }
}

const firstDifference = (old: string, now: string): string => {
  const [was, is] = [old.split('\n'), now.split('\n')]
  const line = is.findIndex((each, index) => each !== was[index])
  const index = line === -1 ? is.length : line
  return `line ${index + 1}: expected ${(is[index] ?? 'the end').trim()}, got ${(was[index] ?? 'the end').trim()}`
}

const derivedFiles = async (folder: string): Promise<readonly string[]> => {
  const files = await readdir(folder, { recursive: true }).catch(() => [])
  return files.filter((file) => file.endsWith('.json')).map((file) => file.replaceAll('\\', '/'))
}

/** How the derived files differ from what the sources give: missing, other in a line, or of a document that there is none of. */
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
  const { documents } = JSON.parse(results.get('manifest.json') ?? '{ "documents": [] }') as Manifest
  const known = new Set(['manifest.json', ...documents.map(({ document }) => `${document}.json`)])
  const others = (await derivedFiles(to)).filter((file) => !known.has(file))
  return [...found.flat(), ...others.map((file) => ({ file, how: 'expected no such file, as no document gives it' }))]
}

/** Writes the files, each at once, so that a reader never sees half of one. */
export const write = async (to: string, results: ReadonlyMap<string, string>): Promise<void> => {
  for (const [file, now] of results) {
    const path = join(to, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.new`, now)
    await rename(`${path}.new`, path)
  }
}
