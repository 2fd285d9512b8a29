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

/** The last segments of an address, as many as the path of the operation has, percent-decoded; undefined when it has fewer. */
export const resourceOf = (address: string, exchange: Exchange): readonly string[] | undefined => {
  const template = templateOf(exchange)
  if (template === undefined || !URL.canParse(address, exchange.request.url)) return undefined
  const segments = segmentsOf(new URL(address, exchange.request.url).pathname)
  if (segments.length < template.length) return undefined
  return segments.slice(segments.length - template.length).map((segment) => plain(segment) ?? segment)
}

/** What a request put for a parameter of the operation's path, percent-decoded; undefined when the path has no such parameter. */
export const pathValue = (exchange: Exchange, parameter: string): string | undefined => {
  const index = templateOf(exchange)?.indexOf(`{${parameter}}`) ?? -1
  return index < 0 ? undefined : resourceOf(exchange.request.url, exchange)?.[index]
}
