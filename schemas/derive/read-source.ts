import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import SwaggerParser from '@apidevtools/swagger-parser'
import { at } from '../../engine/pointer.ts'
import { shown } from '../describe.ts'
import { isObject, isReference, type Json, type JsonObject } from '../openapi.ts'
import { lineOf } from './lines.ts'
import { parseOpenApi } from './parse.ts'
import { isLocal, isLost, referencesIn } from './references.ts'
import { SourceFault } from './source-fault.ts'

interface ParserError {
  readonly message: string
  readonly details?: readonly { readonly instancePath: string; readonly message?: string; readonly params: object }[]
}

/** References stay as they are: a document of many references would grow without bound, and a cyclic one has no end. */
const keepReferences = { dereference: { circular: 'ignore' as const, excludedPathMatcher: () => true } }

const refused = (error: unknown): { readonly pointer: string; readonly what: string } => {
  const { message, details = [] } = error as ParserError
  // Of a reference that has members beside it the schema of OpenAPI says first that it is no reference.
  const [deepest] = details.toSorted((a, b) => b.instancePath.length - a.instancePath.length)
  if (deepest === undefined) return { pointer: '', what: message.split('\n')[0] ?? '' }
  const { instancePath: pointer, params } = deepest
  return {
    pointer,
    what: `expected OpenAPI, got what its schema refuses: ${deepest.message} ${JSON.stringify(params)}`,
  }
}

const bundled = async (document: JsonObject, base: string): Promise<JsonObject> => {
  const options = { resolve: { http: false as const } }
  return (await new SwaggerParser().bundle(base, structuredClone(document) as never, options)) as unknown as JsonObject
}

/** The schema of OpenAPI 3.1 that is at hand knows no reference in place of a path item; OpenAPI does (§4.8.9.1). */
const withPathItems = (document: JsonObject): JsonObject => {
  if (!isObject(document.paths)) return { ...document, paths: {} }
  const resolved = (item: Json, steps = 0): Json =>
    isObject(item) && isReference(item) && steps < 50
      ? resolved((at(document, item.$ref) ?? {}) as Json, steps + 1)
      : item
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [path, resolved(item)])),
  }
}

/** The whole of a document in one object, its references kept (cyclic ones too), and the hash of the file's bytes. */
export interface Source {
  /** The name of the file, without its folder. */
  readonly file: string
  readonly document: JsonObject
  readonly sha256: string
}

/** An OpenAPI document as text. `base` is its path or URL: files that it refers to lie relative to it. */
export interface SourceText {
  readonly text: string | Uint8Array
  readonly base: string
}

/**
 * Reads and validates an OpenAPI 3.0 or 3.1 document, YAML or JSON, and puts the files that it refers to into it. Nothing
 * is fetched: a reference to a URL is an error. Throws a SourceFault.
 */
export const readText = async ({ text: given, base }: SourceText): Promise<Source> => {
  const bytes = typeof given === 'string' ? Buffer.from(given) : given
  const text = typeof given === 'string' ? given : Buffer.from(given).toString('utf8')
  const isUrl = /^https?:/i.test(base)
  const file = isUrl ? base : basename(base)
  const fault = (pointer: string, what: string) => new SourceFault(file, lineOf(text, pointer), pointer, what)

  const own = parseOpenApi(file, text)
  if (!isObject(own.paths) && String(own.openapi).startsWith('3.0.'))
    throw fault('/paths', `expected paths, got ${shown(own.paths)}`)
  const references = referencesIn(own)
  const outside = references.filter(({ $ref }) => !isLocal($ref))
  const [far] = outside.filter(({ $ref }) => isUrl || /^[a-z][a-z0-9+.-]+:/i.test($ref))
  if (far) throw fault(far.pointer, `expected a reference into the document or to a file beside it, got ${far.$ref}`)
  const [lost] = references.filter(({ $ref }) => isLost(own, $ref))
  if (lost) throw fault(lost.pointer, `expected a reference that leads somewhere, got ${lost.$ref}`)

  let document = own
  const [first] = outside
  if (first) {
    try {
      document = await bundled(own, resolve(base))
    } catch (error) {
      const message = (error as Error).message.split('\n')[0] ?? ''
      const named = outside.find(({ $ref }) => message.includes($ref.split('#')[0] ?? $ref)) ?? first
      const where = resolve(base, '..')
      throw fault(named.pointer, `expected a file that can be read, got ${message.replaceAll(`${where}/`, '')}`)
    }
  }
  try {
    await new SwaggerParser().validate(withPathItems(document) as never, keepReferences)
  } catch (error) {
    const { pointer, what } = refused(error)
    throw fault(pointer, what)
  }
  return { file, document, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Reads the OpenAPI file at a path; see `readText`. */
export const readSource = async (path: string): Promise<Source> => readText({ text: await readFile(path), base: path })
