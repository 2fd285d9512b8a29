import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { succeeded } from '../../../../checks/status.ts'
import { header } from '../../../../engine/exchange.ts'
import { type Answer, type Probe, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { accounts } from '../../operations.ts'
import { useOtherMethods } from '../scenarios/use-other-methods.ts'

const changing: readonly string[] = ['PUT', 'DELETE']
const ofChanging = (probes: readonly Probe[]): readonly Probe[] => probes.filter(({ name }) => changing.includes(name))

/** What a TRACE repeats, or an OPTIONS tells, of what only the method of the contract gives. */
const told = (probes: readonly Probe[]): Answer => {
  const asked = probes.flatMap((one) => ('exchange' in one && !changing.includes(one.name) ? [one] : []))
  if (asked.length === 0) return undecided('no such call came to an answer')
  return asked.flatMap(({ name, exchange }) => {
    if (!succeeded(exchange)) return []
    if (name === 'TRACE') return [finding('TRACE: status', 'a refusal', exchange.response.status, exchange)]
    const data = at(carried(exchange)?.value, 'Data')
    return data === undefined ? [] : [finding(`${name}: /Data`, 'nothing', 'data', exchange)]
  })
}

/** 405s without Allow, or with the refused method in it; undecided where no 405 came. */
const explained = (probes: readonly Probe[]): Answer => {
  const refused = probes.flatMap((one) => ('exchange' in one && one.exchange.response.status === 405 ? [one] : []))
  if (refused.length === 0) return undecided('no method was answered with 405')
  return refused.flatMap(({ name, exchange }) => {
    const allow = header(exchange.response, 'allow')
    const methods = allow?.split(',').map((one) => one.trim())
    return methods === undefined || methods.includes(name)
      ? [finding(`${name}: header allow`, `the methods of the resource, ${name} not among them`, allow, exchange)]
      : []
  })
}

/** UAE-HDR-021, and UAE-BDS-033, which asks the same: 405 is expected, other 4xx and 501 are observed. */
export const otherMethodsAreRefused = rule({
  id: 'UAE-HDR-021',
  requirements: ['UAE-HDR-021', 'UAE-BDS-033'],
  level: 'MUST',
  about: 'hub',
  title: 'A method that the contract does not have changes nothing and gives nothing',
  cites: [cite.accountInformation('405 of every operation'), cite.rfc('9110 §15.5.6')],
  defects: ['other-methods-accepted'],
  on: [useOtherMethods],
  operation: accounts,
  check: ({ probes }) =>
    eachRefused({ statuses: [405, 501], demand: 'refused', failureCounts: true })(ofChanging(probes)),
  observe: ({ probes }) => otherStatuses(405)(ofChanging(probes)),
  example: {
    breaks: 'DELETE /accounts\n\n204',
    findings: [{ at: 'DELETE: status', expected: '405 or 501, and no data', got: '204' }],
  },
})

/** The softer branch of UAE-HDR-021: the requirement observes Allow, RFC 9110 demands it of origin servers. */
export const refusedMethodsAreExplained = rule({
  id: 'UAE-HDR-021/should',
  requirements: ['UAE-HDR-021'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A 405 says in Allow which methods there are',
  cites: [cite.rfc('9110 §15.5.6')],
  defects: ['allow-left-out'],
  on: [useOtherMethods],
  operation: accounts,
  check: ({ probes }) => explained(probes),
  example: {
    breaks: 'PUT /accounts\n\n405',
    findings: [
      { at: 'PUT: header allow', expected: 'the methods of the resource, PUT not among them', got: 'nothing' },
    ],
  },
})

/** UAE-ERR-020: what OPTIONS says of the methods, with or without success, is its own matter. */
export const methodsTellNothing = rule({
  id: 'UAE-ERR-020',
  requirements: ['UAE-ERR-020'],
  level: 'SHOULD',
  about: 'hub',
  title: 'OPTIONS gives no data, and TRACE is refused',
  cites: [cite.rfc('9110 §9.3.7 and §9.3.8')],
  defects: ['trace-answered'],
  on: [useOtherMethods],
  operation: accounts,
  check: ({ probes }) => told(probes),
  observe: ({ probes }) => otherStatuses(405)(probes.filter(({ name }) => !changing.includes(name))),
  example: {
    breaks: 'TRACE /accounts\n\n200\ncontent-type: message/http',
    findings: [{ at: 'TRACE: status', expected: 'a refusal', got: '200' }],
  },
})
