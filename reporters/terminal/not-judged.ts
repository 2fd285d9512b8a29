import { count } from '../message.ts'
import type { Reporting } from '../reporting.ts'
import type { Colors } from './colors.ts'
import { cut, hang } from './wrap.ts'

type Recording = NonNullable<Reporting['report']['recording']>

/** Requests that are listed before the rest is only counted. */
const most = 5

/** What of a recording was not judged, so that nobody takes it for judged; and where the rest went. */
export const notJudged = (recording: Recording, width: number, colors: Colors): readonly string[] => {
  const { unknown, unanswered, repeated, withoutBody, leftOut, hosts } = recording
  const shown = unknown.requests.slice(0, most)
  const more = unknown.total - shown.reduce((sum, { times }) => sum + times, 0)
  const lines = [
    ...(unknown.total === 0 ? [] : [`  ${count(unknown.total, 'request')} of no operation of the standard:`]),
    ...shown.map(({ method, address, times }) => cut(`    ${times} × ${method} ${address}`, width)),
    ...(more === 0 ? [] : [`    and ${more} more`]),
    ...(leftOut.operations === 0
      ? []
      : [`  ${count(leftOut.operations, 'request')} of operations that are not claimed, or not selected`]),
    ...(leftOut.hosts === 0 ? [] : [`  ${count(leftOut.hosts, 'request')} to hosts that --host leaves out`]),
    ...(unanswered === 0 ? [] : [`  ${count(unanswered, 'request')} without an answer, or without its headers`]),
    ...(repeated === 0
      ? []
      : [`  ${count(repeated, 'entry', 'entries')} that came before, or from the cache or a worker of the browser`]),
    ...(withoutBody === 0 ? [] : [`  ${count(withoutBody, 'body', 'bodies')} that the recording does not hold`]),
  ]
  const where = hosts.map(({ host, exchanges }) => `${host} (${exchanges})`).join(', ')
  const { furtherFindings: further } = recording
  return [
    ...(further === 0 ? [] : ['', `${count(further, 'further finding')} at places of which enough is told.`]),
    ...(lines.length === 0 ? [] : ['', colors.bold('Not judged'), ...lines]),
    '',
    ...hang('Judged at ', where, width),
  ]
}
