import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import SwaggerParser from '@apidevtools/swagger-parser'
import { LineCounter, parseDocument } from 'yaml'
import { shown } from '../describe.ts'
import { isObject, type JsonObject } from '../openapi.ts'
import { below, steps } from '../pointer.ts'
import { SourceFault } from './source-fault.ts'

interface Lines {
  readonly whole: unknown
  /** The line on which the nearest existing node of a JSON Pointer begins. */
  readonly of: (pointer: string) => number | undefined
}

const parse = (file: string, text: string): Lines => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const [error] = document.errors
  if (error) {
    const line = counter.linePos(error.pos[0]).line
    throw new SourceFault(file, line, '', `expected YAML or JSON, got a syntax error: ${error.message}`)
  }
  const of = (pointer: string): number | undefined => {
    const path = steps(pointer).map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    for (let length = path.length; length >= 0; length--) {
      const names = path.slice(0, length)
      const node = document.getIn(names, true) ?? document.getIn(names.map(String), true)
      const range = (node as { readonly range?: readonly number[] } | undefined)?.range
      if (range?.[0] !== undefined) return counter.linePos(range[0]).line
    }
    return undefined
  }
  return { whole: document.toJS({ maxAliasCount: 1000 }), of }
}

const referring = (value: unknown, target: string, pointer = ''): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, each] of Object.entries(value)) {
    if (key === '$ref' && each === target) return below(pointer, key)
    const found = referring(each, target, below(pointer, key))
    if (found !== undefined) return found
  }
  return undefined
}

interface ParserError {
  readonly message: string
  readonly targetRef?: string
  readonly details?: readonly { readonly instancePath: string; readonly message: string; readonly params: object }[]
}

const fault = (file: string, lines: Lines, error: ParserError): SourceFault => {
  const at = (pointer: string, what: string) => new SourceFault(file, lines.of(pointer), pointer, what)
  const missing = /Missing \$ref pointer "([^"]*)"/.exec(error.message)?.[1]
  if (missing !== undefined)
    return at(referring(lines.whole, missing) ?? '', `expected a reference that leads somewhere, got ${missing}`)
  const deepest = error.details?.toSorted((a, b) => b.instancePath.length - a.instancePath.length)[0]
  if (deepest)
    return at(
      deepest.instancePath,
      `expected OpenAPI, got what its schema refuses: ${deepest.message} ${JSON.stringify(deepest.params)}`,
    )
  return at('', error.message.split('\n')[0]!.replaceAll(file, basename(file)))
}

const supported = (file: string, lines: Lines): void => {
  const { whole } = lines
  if (!isObject(whole)) throw new SourceFault(file, 1, '', `expected an OpenAPI document, got ${shown(whole)}`)
  if (typeof whole.openapi !== 'string' || !/^3\.[01]\./.test(whole.openapi))
    throw new SourceFault(
      file,
      lines.of('/openapi'),
      '/openapi',
      `expected 3.0.x or 3.1.x, got ${shown(whole.openapi)}`,
    )
  for (const [path, item] of Object.entries(isObject(whole.paths) ? whole.paths : {})) {
    if (!isObject(item) || item.$ref === undefined) continue
    const pointer = below('/paths', path)
    throw new SourceFault(
      file,
      lines.of(pointer),
      pointer,
      'expected the operations of the path, got a reference to them',
    )
  }
}

/** The whole of a document in one object, its references kept (cyclic ones too), and the hash of the file's bytes. */
export interface Source {
  readonly file: string
  readonly document: JsonObject
  readonly sha256: string
}

/** Reads an OpenAPI 3.0 or 3.1 file and validates it. Throws a SourceFault. */
export const readSource = async (path: string): Promise<Source> => {
  const file = basename(path)
  const bytes = await readFile(path)
  const lines = parse(file, bytes.toString('utf8'))
  supported(file, lines)
  try {
    const document = (await new SwaggerParser().bundle(path)) as unknown as JsonObject
    await new SwaggerParser().validate(structuredClone(document) as never, { dereference: { circular: 'ignore' } })
    return { file, document, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    throw fault(file, lines, error as ParserError)
  }
}
