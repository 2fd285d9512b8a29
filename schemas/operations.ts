import type { OperationFacts, ResponseFacts } from '../engine/contract.ts'
import type { Parameter, PathItem, Reference, Response } from './openapi.ts'
import { type Body, type Facts, isReference, type Media, methods, type Named, type Operation } from './openapi.ts'
import { at, below } from './pointer.ts'

/** A media type without its parameters, in lower case. */
const essence = (mediaType: string): string => mediaType.split(';')[0]!.trim().toLowerCase()

/** Pointers of the schemas of bodies, by media type. */
type Schemas = ReadonlyMap<string, string>

/** An operation with the places of its schemas. */
export interface OperationIndex {
  readonly facts: OperationFacts
  readonly responses: ReadonlyMap<string, Schemas>
  readonly request: Schemas
}

interface Found<T> {
  readonly value: T
  readonly pointer: string
}

const resolve = <T extends object>(facts: Facts, value: T | Reference, pointer: string): Found<T> => {
  if (!isReference(value)) return { value, pointer }
  const target = decodeURIComponent(value.$ref.slice(1))
  const found = at(facts, target)
  if (found === undefined) throw new Error(`${pointer}: expected a reference that leads somewhere, got ${value.$ref}`)
  return resolve(facts, found as T | Reference, target)
}

/** Where `application/json` and `application/json; charset=utf-8` are declared both, the plain one counts. */
const schemasOf = (content: Named<Media> | undefined, pointer: string): Schemas => {
  const declared = Object.entries(content ?? {}).filter(([, { schema }]) => schema !== undefined)
  const plainLast = declared.sort(([a], [b]) => Number(!a.includes(';')) - Number(!b.includes(';')))
  return new Map(plainLast.map(([type]) => [essence(type), `${below(`${pointer}/content`, type)}/schema`]))
}

const index = (
  facts: Facts,
  path: string,
  item: PathItem,
  method: (typeof methods)[number],
  operation: Operation,
): OperationIndex => {
  const here = `${below('/paths', path)}/${method}`
  const parameters = new Map<string, Required<Pick<Parameter, 'name' | 'in' | 'required'>>>()
  for (const each of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const { value } = resolve<Parameter>(facts, each, here)
    const { name = '', in: place = '', required = false } = value
    parameters.set(`${place} ${name}`, { name, in: place, required })
  }
  const facing: Record<string, ResponseFacts> = {}
  const responses = new Map<string, Schemas>()
  for (const [status, each] of Object.entries(operation.responses)) {
    const { value, pointer } = resolve<Response>(facts, each, below(`${here}/responses`, status))
    const headers = Object.entries(value.headers ?? {}).map(([name, header]) => ({
      name,
      required: resolve<Parameter>(facts, header, pointer).value.required ?? false,
    }))
    facing[status] = { mediaTypes: [...new Set(Object.keys(value.content ?? {}).map(essence))], headers }
    responses.set(status.toUpperCase(), schemasOf(value.content, pointer))
  }
  const body = operation.requestBody && resolve<Body>(facts, operation.requestBody, `${here}/requestBody`)
  return {
    facts: {
      id: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters: [...parameters.values()],
      responses: facing,
    },
    responses,
    request: body ? schemasOf(body.value.content, body.pointer) : new Map(),
  }
}

/** The operations of a document by id, `GET /accounts/{AccountId}`. */
export const operationsOf = (facts: Facts): ReadonlyMap<string, OperationIndex> => {
  const all = Object.entries(facts.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => (item[method] ? [index(facts, path, item, method, item[method])] : [])),
  )
  return new Map(all.map((each) => [each.facts.id, each]))
}

/** The schema for a media type: its own, else that of a range of media types. */
export const schemaFor = (schemas: Schemas | undefined, mediaType: string): string | undefined => {
  const type = essence(mediaType)
  return schemas?.get(type) ?? schemas?.get(`${type.split('/')[0]}/*`) ?? schemas?.get('*/*')
}

/** The schemas of a status: its own, else those of its class (`4XX`), else the default. */
export const responseFor = (operation: OperationIndex, status: number): Schemas | undefined =>
  operation.responses.get(String(status)) ??
  operation.responses.get(`${String(status)[0]}XX`) ??
  operation.responses.get('DEFAULT')
