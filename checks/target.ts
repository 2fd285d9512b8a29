import type { Exchange } from '../engine/exchange.ts'

const plain = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

const segmentsOf = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '')

const templateOf = ({ operation }: Exchange): readonly string[] | undefined =>
  operation === undefined ? undefined : segmentsOf(operation.slice(operation.indexOf(' ') + 1))

const isLiteral = (segment: string): boolean => !segment.includes('{')

/**
 * The last segments of an address, as many as the path of the operation has, percent-decoded. Undefined when it has fewer, or
 * others than the path names: a link to a further page may lead anywhere.
 */
export const resourceOf = (address: string, exchange: Exchange): readonly string[] | undefined => {
  const template = templateOf(exchange)
  if (template === undefined || !URL.canParse(address, exchange.request.url)) return undefined
  const segments = segmentsOf(new URL(address, exchange.request.url).pathname)
  if (segments.length < template.length) return undefined
  const last = segments.slice(segments.length - template.length).map((segment) => plain(segment) ?? segment)
  return template.every((segment, index) => !isLiteral(segment) || segment === last[index]) ? last : undefined
}

/** What a request put for a parameter of the operation's path, percent-decoded; undefined when the path has no such parameter. */
export const pathValue = (exchange: Exchange, parameter: string): string | undefined => {
  const index = templateOf(exchange)?.indexOf(`{${parameter}}`) ?? -1
  return index < 0 ? undefined : resourceOf(exchange.request.url, exchange)?.[index]
}
