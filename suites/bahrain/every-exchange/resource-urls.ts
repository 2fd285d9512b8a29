import { succeeded } from '../../../checks/status.ts'
import { resourceOf } from '../../../checks/target.ts'
import { onceEach } from '../../../engine/once-each.ts'
import { isSuccess, rowOf, successOf } from './answers.ts'
import { endsIn, linkOf, ownPath, segmentsOf } from './self-path.ts'

/** A URL of a resource, cut at the segment `open-banking`. Segments are percent-decoded. */
export interface ResourceUrl {
  /** `request URL`, `/Links/Self`. */
  readonly at: string
  readonly host: string
  readonly path: string
  /** All that stands before the segment; undefined where the segment is missing. */
  readonly prefix?: string
  readonly version?: string
  readonly group?: string
}

const version = /^v\d+\.\d+$/

/** The segment that counts is the one before a version; else the first of its name. */
const cut = (at: string, address: string): ResourceUrl | undefined => {
  const segments = segmentsOf(address)
  if (segments === undefined) return undefined
  const { hostname, pathname } = new URL(address)
  const places = segments.flatMap((segment, index) => (segment === 'open-banking' ? [index] : []))
  const place = places.find((index) => version.test(segments[index + 1] ?? '')) ?? places[0]
  const common = { at, host: hostname.toLowerCase(), path: pathname }
  if (place === undefined) return common
  const [next, after] = segments.slice(place + 1)
  return {
    ...common,
    prefix: segments.slice(0, place).join('/'),
    ...(next !== undefined && { version: next }),
    ...(after !== undefined && { group: after }),
  }
}

/** Whether a version segment has its form. */
export const isVersion = (segment: string | undefined): boolean => segment !== undefined && version.test(segment)

const names = ['Self', 'First', 'Prev', 'Next', 'Last']

/**
 * The URLs of resources in an exchange that succeeded: that of the request, unless it is of a page that stands elsewhere, and
 * the links that lead to the resource itself. Any other link is no resource link, and BH-ENV-003 has the finding.
 */
export const resourceUrls = onceEach((exchange, given): readonly ResourceUrl[] => {
  if (rowOf(exchange) === undefined || !succeeded(exchange) || given.contractOf(exchange.operation ?? '') === undefined)
    return []
  const success = successOf(exchange, given)
  const own = isSuccess(success) ? ownPath(exchange, success) : undefined
  const links = names.flatMap((name) => {
    const link = isSuccess(success) ? linkOf(success, name) : undefined
    const path = link === undefined ? undefined : segmentsOf(link)
    const leads = path !== undefined && [own?.resource, own?.collection].some((tail) => tail && endsIn(path, tail))
    return leads && link !== undefined ? [[`/Links/${name}`, link] as const] : []
  })
  const { url: asked } = exchange.request
  const request = resourceOf(asked, exchange) === undefined ? [] : [['request URL', asked] as const]
  return [...request, ...links].flatMap(([at, url]) => cut(at, url) ?? [])
})
