import type { OperationFacts, ParameterFacts, RequestFacts, ResponseFacts } from '../engine/contract.ts'
import { at, below } from '../engine/pointer.ts'
import type { Body, Media, Operation, Parameter, PathItem, Reference, Response } from './openapi.ts'
import { type Facts, isReference, methods, type Named } from './openapi.ts'

/** A media type without its parameters, in lower case. */
const essence = (mediaType: string): string => mediaType.split(';')[0]!.trim().toLowerCase()

interface Found<T> {
  readonly value: T
  readonly pointer: string
}

/** What stands at a pointer, references followed to their end; undefined when they have none. */
const follow = <T extends object>(facts: Facts, pointer: string): Found<T> | undefined => {
  let where = pointer
  for (let steps = 0; steps < 50; steps += 1) {
    const value = at(facts, where) as T | Reference | undefined
    if (value === undefined) return undefined
    if (!isReference(value)) return { value, pointer: where }
    where = decodeURIComponent(value.$ref.slice(1))
  }
  return undefined
}

const mediaTypes = (content: Named<Media> | undefined): readonly string[] => [
  ...new Set(Object.keys(content ?? {}).map(essence)),
]

/** The schema for a media type: its own, else that of a range. `application/json` counts before one with a charset. */
const schemaIn = ({ value, pointer }: Found<{ readonly content?: Named<Media> }>, mediaType: string) => {
  const wanted = essence(mediaType)
  const declared = Object.keys(value.content ?? {})
    .filter((name) => value.content?.[name]?.schema !== undefined)
    .sort((a, b) => Number(a.includes(';')) - Number(b.includes(';')))
  for (const type of [wanted, `${wanted.split('/')[0]}/*`, '*/*']) {
    const name = declared.find((each) => essence(each) === type)
    if (name !== undefined) return `${below(`${pointer}/content`, name)}/schema`
  }
  return undefined
}

const styles: Readonly<Record<string, string>> = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' }

const parameterFacts = ({ value, pointer }: Found<Parameter>): ParameterFacts => {
  const { name = '', in: place = '', required = false, content } = value
  const style = value.style ?? styles[place] ?? 'simple'
  const [mediaType] = Object.keys(content ?? {})
  const inMedia = mediaType === undefined ? undefined : below(`${pointer}/content`, mediaType)
  const schema = value.schema !== undefined ? `${pointer}/schema` : inMedia && `${inMedia}/schema`
  return {
    name,
    in: place,
    required,
    style,
    explode: value.explode ?? style === 'form',
    ...(schema !== undefined && { schema }),
    ...(mediaType !== undefined && { mediaType: essence(mediaType) }),
  }
}

const responseFacts = (facts: Facts, { value, pointer }: Found<Response>): ResponseFacts => ({
  mediaTypes: mediaTypes(value.content),
  headers: Object.keys(value.headers ?? {}).map((name) => ({
    name,
    required: follow<Parameter>(facts, below(`${pointer}/headers`, name))?.value.required ?? false,
  })),
})

/** Schemas of responses that are remembered: servers make up statuses, and clients media types. */
const mostSchemas = 1000

/** Operations whose responses are kept at hand: many rules ask for those of one, and then of the next. */
const mostRecent = 100

const none: OperationFacts['security'] = []

type Shared = <T extends object, R>(value: T, make: () => R) => R

/** What is declared once and referred to by many operations is one object in the facts of all of them. */
const sharing = (): Shared => {
  const made = new WeakMap<object, unknown>()
  return <T extends object, R>(value: T, make: () => R): R => {
    if (!made.has(value)) made.set(value, make())
    return made.get(value) as R
  }
}

const operationAt = (facts: Facts, pointer: string): Operation => at(facts, pointer) as Operation

const parametersOf = (facts: Facts, shared: Shared, pointer: string): readonly ParameterFacts[] => {
  const found = new Map<string, ParameterFacts>()
  for (const holder of [pointer.slice(0, pointer.lastIndexOf('/')), pointer]) {
    const { parameters = [] } = at(facts, holder) as PathItem
    for (const index of parameters.keys()) {
      const parameter = follow<Parameter>(facts, `${holder}/parameters/${index}`)
      if (parameter === undefined) continue
      const one = shared(parameter.value, () => parameterFacts(parameter))
      found.set(`${one.in} ${one.name}`, one)
    }
  }
  return [...found.values()]
}

const responsesOf = (facts: Facts, shared: Shared, pointer: string): OperationFacts['responses'] =>
  Object.fromEntries(
    Object.keys(operationAt(facts, pointer).responses ?? {}).flatMap((status) => {
      const response = follow<Response>(facts, below(`${pointer}/responses`, status))
      return response ? [[status, shared(response.value, () => responseFacts(facts, response))]] : []
    }),
  )

const requestOf = (facts: Facts, pointer: string): RequestFacts | undefined => {
  const body = follow<Body>(facts, `${pointer}/requestBody`)?.value
  return body && { mediaTypes: mediaTypes(body.content), required: body.required ?? false }
}

/** The operations of one document, and where the schemas of their bodies stand. */
export interface Operations {
  /** By id, `GET /accounts/{AccountId}`. */
  readonly all: ReadonlyMap<string, OperationFacts>
  /** The schema of a status: its own response, else that of its class (`4XX`), else the default. */
  readonly response: (id: string, status: number, mediaType: string) => string | undefined
  readonly request: (id: string, mediaType: string) => string | undefined
}

/** The operations of a document. Both functions throw, with `unknown`, for an id that is not among them. */
export const operationsOf = (facts: Facts, unknown: (id: string) => Error): Operations => {
  const shared = sharing()
  const all = new Map<string, OperationFacts>()
  const pointers = new Map<string, string>()
  const pointerOf = (id: string): string => {
    const pointer = pointers.get(id)
    if (pointer === undefined) throw unknown(id)
    return pointer
  }
  const recent = new Map<string, OperationFacts['responses']>()
  const recentResponses = (pointer: string): OperationFacts['responses'] => {
    const known = recent.get(pointer)
    if (known !== undefined) return known
    const made = responsesOf(facts, shared, pointer)
    if (recent.size >= mostRecent) recent.clear()
    recent.set(pointer, made)
    return made
  }
  const add = (path: string, method: string, pointer: string): void => {
    const request = requestOf(facts, pointer)
    const id = `${method.toUpperCase()} ${path}`
    pointers.set(id, pointer)
    all.set(id, {
      id,
      method: method.toUpperCase(),
      path,
      parameters: parametersOf(facts, shared, pointer),
      ...(request && { request }),
      // Made when it is asked for, and not kept for long: an object with statuses as keys takes kilobytes.
      get responses() {
        return recentResponses(pointer)
      },
      security: operationAt(facts, pointer).security ?? none,
    })
  }
  for (const path of Object.keys(facts.paths)) {
    const item = follow<PathItem>(facts, below('/paths', path))
    for (const method of methods) if (item?.value[method]) add(path, method, `${item.pointer}/${method}`)
  }
  const findResponse = (id: string, status: number, mediaType: string): string | undefined => {
    const pointer = pointerOf(id)
    const names = Object.keys(operationAt(facts, pointer).responses ?? {})
    const wanted = [String(status), `${String(status)[0]}XX`, 'DEFAULT']
    const name = wanted.flatMap((one) => names.find((each) => each.toUpperCase() === one) ?? [])[0]
    const response = name === undefined ? undefined : follow<Response>(facts, below(`${pointer}/responses`, name))
    return response && schemaIn(response, mediaType)
  }
  const schemas = new Map<string, string | undefined>()
  return {
    all,
    response: (id, status, mediaType) => {
      const key = `${status} ${mediaType} ${id}`
      if (schemas.has(key)) return schemas.get(key)
      const found = findResponse(id, status, mediaType)
      if (schemas.size < mostSchemas) schemas.set(key, found)
      return found
    },
    request: (id, mediaType) => {
      const body = follow<Body>(facts, `${pointerOf(id)}/requestBody`)
      return body && schemaIn(body, mediaType)
    },
  }
}
