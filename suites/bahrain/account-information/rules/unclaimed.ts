import { finding } from '../../../../checks/findings.ts'
import { succeeded, unavailable } from '../../../../checks/status.ts'
import { json } from '../../../../engine/exchange.ts'
import { type Answer, type Given, rule, silent, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { type Asked, askForUnclaimed } from '../scenarios/ask-for-unclaimed.ts'

/** A list of something: whoever has an operation, and did not claim it, is not accused. */
const holdsRecords = (body: unknown): boolean => /\[\s*\{/.test(JSON.stringify(body) ?? '')

const allAreAbsent = (asked: readonly Asked[], { claims }: Pick<Given, 'claims'>): Answer => {
  const own = asked.filter(({ claim }) => !claims.includes(claim))
  if (own.length === 0) return silent('the profile claims all that there is')
  const open: string[] = []
  const findings = own.flatMap(({ probe }) => {
    if ('inconclusive' in probe) {
      open.push(`${probe.name}: ${probe.inconclusive}`)
      return []
    }
    const { name, exchange } = probe
    const { status } = exchange.response
    if (unavailable(exchange) || (succeeded(exchange) && holdsRecords(json(exchange.response)))) {
      open.push(`${name}: status ${status}`)
      return []
    }
    return succeeded(exchange) || status === 500 ? [finding(`${name}: status`, '404', status, exchange)] : []
  })
  if (findings.length > 0) return findings
  return open.length === own.length ? undecided(open.join('; ')) : []
}

/** BH-AIS-006: 403, 405 and 501 are observed. */
export const absentOperationsAreNotFound = rule({
  id: 'BH-AIS-006',
  requirements: ['BH-AIS-006'],
  level: levels('BH-AIS-006'),
  about: 'bank',
  title: 'An operation that a bank does not have is answered with 404',
  cites: [cite.british('read-write-data-api-profile, 404')],
  defects: ['bh-unimplemented-is-empty'],
  on: [askForUnclaimed],
  check: allAreAbsent,
  example: {
    breaks: `GET /offers   at a bank that has no offers

200
{"Data":{"Offer":[]}, …}`,
    findings: [{ at: 'GET /offers: status', expected: '404', got: '200' }],
  },
})
