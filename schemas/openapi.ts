export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export type Schema = JsonObject | boolean

export type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'
export const methods: readonly Method[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

export interface Reference {
  readonly $ref: string
}

export interface Media {
  readonly schema?: Schema
}

/** A parameter or, without `name` and `in`, a header. */
export interface Parameter {
  readonly name?: string
  readonly in?: string
  readonly required?: boolean
  readonly style?: string
  readonly explode?: boolean
  readonly schema?: Schema
  readonly content?: Named<Media>
}

export interface Body {
  readonly required?: boolean
  readonly content?: Named<Media>
}

export interface Response {
  readonly headers?: Named<Parameter | Reference>
  readonly content?: Named<Media>
}

export interface Operation {
  readonly operationId?: string
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: Body | Reference
  readonly responses?: Named<Response | Reference>
  readonly callbacks?: Named<Named<PathItem> | Reference>
  /** Alternatives; in each, the scopes that one scheme demands. */
  readonly security?: readonly Named<readonly string[]>[]
}

export type PathItem = { readonly $ref?: string; readonly parameters?: readonly (Parameter | Reference)[] } & {
  readonly [method in Method]?: Operation
}

export interface Components {
  readonly schemas?: Named<Schema>
  readonly parameters?: Named<Parameter | Reference>
  readonly responses?: Named<Response | Reference>
  readonly headers?: Named<Parameter | Reference>
  readonly requestBodies?: Named<Body | Reference>
  readonly callbacks?: Named<Named<PathItem> | Reference>
  readonly pathItems?: Named<PathItem>
}

/** The facts of an OpenAPI document, in the places where OpenAPI has them, so that its references stay true. No prose. */
export interface Facts {
  readonly openapi: string
  readonly info: { readonly version: string }
  /** Only the path of each server's URL. */
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Named<PathItem>
  readonly webhooks?: Named<PathItem>
  readonly components: Components
}

/** What a folder of derived documents says about their sources. */
export interface Manifest {
  readonly repository: string
  readonly licence: string
  readonly documents: readonly ManifestEntry[]
}

/** One published document: what a contract says about where it comes from. */
export interface ManifestEntry {
  /** `standards/account-information`: the derived file, without `.json`, in the folder of the manifest. */
  readonly document: string
  /** The source file, in the folder that was derived from. */
  readonly file: string
  readonly version: string
  /** Of the source file's bytes, hex. */
  readonly sha256: string
}

export type Named<T> = Readonly<Record<string, T>>

/** True of objects that stand for something named elsewhere. */
export const isReference = (value: object | undefined): value is Reference =>
  value !== undefined && '$ref' in value && typeof value.$ref === 'string'

/** True of objects, not of lists or null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
