import type { Contract } from '../contract.ts'
import type { Request } from '../exchange.ts'

/** Names the operation that a recorded request called; undefined for one of no contract. */
export type Matcher = (request: Request) => string | undefined

interface Template {
  readonly operation: string
  readonly method: string
  readonly segments: readonly string[]
}

const parameter = /\{[^}]+\}/g
const isLiteral = (segment: string): boolean => !segment.includes('{')

const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1)

/** The longest first; of two of one length the one that has a literal where the other has a parameter. */
const order = (a: Template, b: Template): number => {
  if (a.segments.length !== b.segments.length) return b.segments.length - a.segments.length
  const at = a.segments.findIndex((segment, index) => isLiteral(segment) !== isLiteral(b.segments[index] ?? ''))
  return at < 0 ? 0 : isLiteral(a.segments[at] ?? '') ? -1 : 1
}

const templatesOf = ({ operations }: Contract): readonly Template[] =>
  [...operations.values()]
    .map(({ id, method, path }) => ({ operation: id, method, segments: segmentsOf(path) }))
    .toSorted(order)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A parameter stands for at least one character; a template may have text around it. */
const fitsSegment = (template: string, segment: string): boolean => {
  if (isLiteral(template)) return template === segment
  if (/^\{[^}]+\}$/.test(template)) return segment !== ''
  return new RegExp(`^${template.split(parameter).map(escaped).join('.+')}$`).test(segment)
}

const fits = (template: readonly string[], path: readonly string[]): boolean =>
  template.length === path.length && template.every((one, index) => fitsSegment(one, path[index] ?? ''))

/** What stands before the paths of an API: where a profile says it, nothing else of that host belongs to the API. */
interface Api {
  readonly templates: readonly Template[]
  readonly base?: { readonly host: string; readonly segments: readonly string[] }
  /** The recording has requests to the host of the base: what looks alike elsewhere is somebody else's. */
  readonly there: boolean
}

const apiOf = (contract: Contract, base: string | undefined, asked: ReadonlySet<string>): Api => {
  const templates = templatesOf(contract)
  if (base === undefined) return { templates, there: false }
  const { host, pathname } = new URL(base)
  return { templates, base: { host, segments: segmentsOf(pathname.replace(/\/$/, '')) }, there: asked.has(host) }
}

/** Templates that begin with a parameter would fit the end of any path. */
const byTail = ({ templates }: Api, method: string, path: readonly string[]): Template | undefined =>
  templates.find(
    ({ method: own, segments }) =>
      own === method &&
      isLiteral(segments[0] ?? '{}') &&
      (segments[0] ?? '') !== '' &&
      segments.length <= path.length &&
      fits(segments, path.slice(-segments.length)),
  )

const inApi = (api: Api, { method, url }: Request): Template | undefined => {
  const { host, pathname } = new URL(url)
  const path = segmentsOf(pathname)
  if (api.base === undefined || api.base.host !== host) return api.there ? undefined : byTail(api, method, path)
  const { segments } = api.base
  if (!segments.every((one, index) => one === path[index])) return undefined
  const below = path.slice(segments.length)
  return api.templates.find((one) => one.method === method && fits(one.segments, below))
}

/** Endpoints of an authorization server, as the engine names them when it asks them itself. */
const ofServer = ({ method, url }: Request): string | undefined => {
  const { pathname, searchParams } = new URL(url)
  if (method === 'POST' && pathname.endsWith('/token')) return 'POST /token'
  if (method === 'POST' && pathname.endsWith('/par')) return 'POST /par'
  if (method !== 'GET') return undefined
  if (pathname.endsWith('/.well-known/openid-configuration')) return 'GET /.well-known/openid-configuration'
  const asks = searchParams.has('request_uri') || searchParams.has('response_type')
  return asks && searchParams.has('client_id') ? 'authorization' : undefined
}

const serverOperations: ReadonlySet<string> = new Set([
  'POST /token',
  'POST /par',
  'GET /.well-known/openid-configuration',
  'authorization',
])

/** Where the APIs of a recording are. */
export interface Whereabouts {
  /** Contract → base URL, as the profile says. */
  readonly bases: Readonly<Record<string, string>>
  /** Hosts of these that the recording has requests to. */
  readonly asked: ReadonlySet<string>
  /** Whether clients of the standard get in by an authorization server. */
  readonly authorizationServer: boolean
  /** Its hosts: other companies have such servers, too. Any where the profile names neither it nor an API. */
  readonly serverHosts?: ReadonlySet<string>
}

/**
 * Finds the operations of recorded requests: below the base URL of a contract, and where there is none, or the recording
 * went to other hosts alone, by how the path ends. The longest template wins, and literals beat parameters.
 */
export const matcherOf = (contracts: readonly Contract[], where: Whereabouts): Matcher => {
  const apis = contracts.map((contract) => apiOf(contract, where.bases[contract.name], where.asked))
  return (request) => {
    if (!/^https?:/i.test(request.url)) return undefined
    const found = apis.flatMap((api) => inApi(api, request) ?? []).toSorted(order)
    const operation = found[0]?.operation ?? (where.authorizationServer ? ofServer(request) : undefined)
    const elsewhere = where.serverHosts?.has(new URL(request.url).host) === false
    return elsewhere && serverOperations.has(operation ?? '') ? undefined : operation
  }
}
