import { placesAt } from '../../../checks/places.ts'
import { resourceOf } from '../../../checks/target.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import type { Success } from './answers.ts'

const plain = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Segments of the path of an address, percent-decoded, without empty ones. Undefined when it is no absolute http address. */
export const segmentsOf = (address: string): readonly string[] | undefined =>
  /^https?:\/\/[^/?#]/i.test(address) && URL.canParse(address)
    ? new URL(address).pathname
        .split('/')
        .filter((segment) => segment !== '')
        .map(plain)
    : undefined

/** Whether a path ends in these segments. */
export const endsIn = (path: readonly string[], tail: readonly string[]): boolean =>
  path.length >= tail.length && tail.every((segment, index) => path[path.length - tail.length + index] === segment)

/** The id of what a POST made: the member of Data that is named as an id, that of the consent only where it is the only one. */
const newId = ({ value }: Success): string | undefined => {
  const data = placesAt(value, '/Data')[0]?.value
  if (typeof data !== 'object' || data === null) return undefined
  const ids = Object.entries(data).filter(([name, id]) => name.endsWith('Id') && typeof id === 'string' && id !== '')
  const own = ids.filter(([name]) => name !== 'ConsentId')
  const found = own.length === 0 ? ids : own
  return found.length === 1 ? String(found[0]?.[1]) : undefined
}

/** Where the resource that an answer delivers stands: its path from the name of the resource on. */
export interface OwnPath {
  readonly collection: readonly string[]
  /** With the id of what a POST made; undefined where the answer does not tell it. */
  readonly resource: readonly string[] | undefined
}

/** A POST makes a resource below its path, but for the ones that only hand something over. */
export const ownPath = (exchange: Exchange, success: Success): OwnPath | undefined => {
  const collection = resourceOf(exchange.request.url, exchange)
  if (collection === undefined) return undefined
  const { row } = success
  const makes = row.id.startsWith('POST ') && row.success === 201
  if (!makes) return { collection, resource: collection }
  // A consent that is asked for again has an id of its own; one to cancel a payment names that payment, too.
  const id = /consents$/.test(row.id) ? placesAt(success.value, '/Data/ConsentId')[0]?.value : newId(success)
  return { collection, resource: typeof id === 'string' ? [...collection, id] : undefined }
}

/** The text of a link; undefined where it is none. */
export const linkOf = ({ value }: Success, name: string): string | undefined => {
  const link = placesAt(value, `/Links/${name}`)[0]?.value
  return typeof link === 'string' ? link : undefined
}
