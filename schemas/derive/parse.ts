import { LineCounter, parseDocument } from 'yaml'
import { shown } from '../describe.ts'
import { isObject, type JsonObject } from '../openapi.ts'
import { lineOf } from './lines.ts'
import { SourceFault } from './source-fault.ts'

const parsed = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    const counter = new LineCounter()
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, merge: true })
    const [error] = document.errors
    if (error === undefined) return document.toJS({ maxAliasCount: 1000 })
    const { line } = counter.linePos(error.pos[0])
    throw new SourceFault(file, line, '', `expected YAML or JSON, got a syntax error: ${error.message}`)
  }
}

/** The object in a text that is YAML or JSON, with a byte order mark or without, if it is OpenAPI 3.0 or 3.1. Throws a SourceFault. */
export const parseOpenApi = (file: string, text: string): JsonObject => {
  const whole = parsed(file, text.replace(/^\uFEFF/, ''))
  if (!isObject(whole)) throw new SourceFault(file, 1, '', `expected an OpenAPI document, got ${shown(whole)}`)
  if (typeof whole.openapi === 'string' && /^3\.[01]\.\d/.test(whole.openapi)) return whole
  const got = `expected 3.0.x or 3.1.x, got ${shown(whole.openapi ?? whole.swagger)}`
  throw new SourceFault(file, lineOf(text, '/openapi'), '/openapi', got)
}
