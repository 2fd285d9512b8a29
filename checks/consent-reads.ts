import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, undecided } from '../engine/rule.ts'
import { at, carried, object } from './body.ts'
import { finding, noObject } from './findings.ts'
import { failed, succeeded, unavailable } from './status.ts'

/** A consent as an answer tells it, below `at`. */
const dataOf = (exchange: Exchange, path: readonly string[]) => object(at(carried(exchange)?.value, ...path))

/**
 * The last of several reads of a consent shows a status, at this path. Undecided where the read failed or was refused for
 * the moment; where it was refused for good a finding says so.
 */
export const consentShows =
  (path: readonly string[], wanted: string) =>
  (reads: readonly Exchange[]): Answer => {
    const last = reads.at(-1)
    if (last === undefined) return undecided('the consent was not read')
    const { status } = last.response
    if (failed(last) || unavailable(last)) return undecided(`the consent was answered with ${status}`)
    if (!succeeded(last)) return [finding('status', '200', status, last)]
    const value = carried(last)
    if (value === undefined) return [noObject(last.response)]
    const got = at(value.value, ...path)
    return got === wanted ? [] : [finding(`${value.at}/${path.join('/')}`, wanted, got, last)]
  }

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(sorted(one))).sort()
  const members = object(value)
  if (members === undefined) return value
  return Object.fromEntries(
    Object.entries(members)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  )
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/** Two reads of one consent and what lies between them. */
export interface Untouched {
  readonly before: Exchange
  readonly after: Exchange
  /** A call with the consent's token before and after. */
  readonly dataBefore: Exchange
  readonly dataAfter: Exchange
}

/**
 * A consent has the same members below `path` in both reads, but for those named in `moving`, and its token works as
 * before. The order of members and of lists does not count.
 */
export const consentUntouched =
  (path: readonly string[], moving: readonly string[]) =>
  ({ before, after, dataBefore, dataAfter }: Untouched): Answer => {
    const [first, second] = [dataOf(before, path), dataOf(after, path)]
    if (!succeeded(before) || first === undefined || !succeeded(dataBefore))
      return undecided('the consent was not usable before')
    if (failed(after) || unavailable(after)) return undecided(`the consent was answered with ${after.response.status}`)
    if (second === undefined) return [finding('status', '200, with the consent', after.response.status, after)]
    const changed = Object.keys(first)
      .filter((name) => !moving.includes(name) && !same(first[name], second[name]))
      .map(
        (name): Finding => finding(`/${[...path, name].join('/')}`, JSON.stringify(first[name]), second[name], after),
      )
    if (changed.length > 0) return changed
    if (failed(dataAfter) || unavailable(dataAfter))
      return undecided(`the call for data was answered with ${dataAfter.response.status}`)
    return succeeded(dataAfter)
      ? []
      : [finding('status of a call with its token', '200', dataAfter.response.status, dataAfter)]
  }
