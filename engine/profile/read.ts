import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { near } from '../near.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { type AnyProfile, type PlainProfile, type ProfileFile, plainProfileFile, profileFile } from './schema.ts'

type Path = readonly PropertyKey[]

/** A profile file that was read but not yet checked. */
export interface RawProfile {
  readonly path: string
  readonly values: Readonly<Record<string, unknown>>
  /** `profiles/acme.yaml:12` for the place of a field, or of the nearest thing around it. */
  readonly locate: (path: Path) => string
  /** It stands for flags of a command: nothing of it lies in a file. */
  readonly fromFlags?: true
}

const shown = (file: string): string => {
  const short = relative(process.cwd(), file)
  return short.startsWith('..') ? file : short
}

/** The node that shows where a field stands: its key in a mapping, itself in a list. */
const placeOf = (document: Document, path: Path): unknown => {
  const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const last = path.at(-1)
  if (isMap(around)) return around.items.find(({ key }) => isScalar(key) && key.value === last)?.key
  return document.getIn(path, true)
}

/** Reads the YAML of a profile. Throws a `SetUpFault` that names file and line. */
export const readProfile = (file: string): RawProfile => {
  const path = resolve(file)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'there is no such profile' : `the profile cannot be read (${code})`
    throw new SetUpFault(shown(path), why, 'Name a profile with --profile FILE; profiles/ has examples to copy.', {
      cause,
    })
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const fault = document.errors[0]
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0])
    throw new SetUpFault(
      `${shown(path)}:${line}`,
      `not valid YAML at column ${col}: ${fault.message}`,
      'Mend the line; nothing was sent.',
    )
  }
  let values: unknown
  try {
    values = document.toJS()
  } catch (cause) {
    throw new SetUpFault(
      shown(path),
      `not valid YAML: ${(cause as Error).message}`,
      'Write the value out instead of an alias; nothing was sent.',
      { cause },
    )
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new SetUpFault(
      shown(path),
      'expected a mapping with name, standard, issuer, …',
      'See docs/profile.md for a whole example.',
    )
  }
  const locate = (at: Path): string => {
    for (let length = at.length; length > 0; length -= 1) {
      const node = placeOf(document, at.slice(0, length))
      if (isNode(node) && node.range) return `${shown(path)}:${lines.linePos(node.range[0]).line}`
    }
    return shown(path)
  }
  return { path, values: values as Record<string, unknown>, locate }
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value)

const describe = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (typeof value === 'object') return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'a mapping'
  return `a ${typeof value}`
}

type Form = typeof profileFile | typeof plainProfileFile

const faultOf = (issue: z.core.$ZodIssue, raw: RawProfile, values: unknown, form: Form): SetUpFault => {
  const field = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    const at = [...issue.path, key]
    const guess = near(key, knownKeys(form, issue.path))
    const todo = guess === undefined ? 'Remove it; docs/profile.md lists the fields.' : `Did you mean ${guess}?`
    return new SetUpFault(raw.locate(at), `${at.map(String).join('.')}: there is no such field`, todo)
  }
  const got = valueAt(values, issue.path)
  const missing = got === undefined
  const message = missing ? `${field}: missing` : `${field}: ${issue.message}, got ${describe(got)}`
  return new SetUpFault(raw.locate(issue.path), message, `See ${field.split('.')[0]} in docs/profile.md.`)
}

const knownKeys = (form: Form, path: Path): readonly string[] => {
  let schema: unknown = form
  for (const key of path)
    schema = (unwrap(schema) as { shape?: Record<PropertyKey, unknown> } | undefined)?.shape?.[key]
  return Object.keys((unwrap(schema) as { shape?: object } | undefined)?.shape ?? {})
}

const unwrap = (schema: unknown): unknown => {
  const inner = (schema as { def?: { innerType?: unknown } } | undefined)?.def?.innerType
  return inner === undefined ? schema : unwrap(inner)
}

const checkBy = (form: Form, raw: RawProfile, fill: Readonly<Record<string, unknown>>): AnyProfile => {
  const values = { ...fill, ...raw.values }
  const result = form.safeParse(values)
  if (result.success) return result.data
  const { issues } = result.error
  // A misspelt field is the likelier cause of one that is missing.
  const first = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
  if (first === undefined) throw result.error
  const fault = faultOf(first, raw, values, form)
  const more = issues.length - 1
  if (more === 0) throw fault
  throw new SetUpFault(fault.where, fault.message, `${fault.todo} (${more} more after this one)`)
}

/**
 * Checks what was read, with `fill` for fields that the file leaves out (the embedded bank's endpoints and credentials).
 * Throws a `SetUpFault` for the first fault, naming file, line and field.
 */
export const checkProfile = (raw: RawProfile, fill: Readonly<Record<string, unknown>> = {}): ProfileFile =>
  checkBy(profileFile, raw, fill) as ProfileFile

/** The same for the profile of a target that is reached with headers alone. */
export const checkPlainProfile = (raw: RawProfile): PlainProfile => checkBy(plainProfileFile, raw, {}) as PlainProfile
