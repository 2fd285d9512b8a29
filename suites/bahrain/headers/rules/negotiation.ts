import { finding } from '../../../../checks/findings.ts'
import { mediaTypeOf } from '../../../../checks/media-type.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { refused, succeeded, unavailable } from '../../../../checks/status.ts'
import { header } from '../../../../engine/exchange.ts'
import type { Answer, Finding, Probe } from '../../../../engine/rule.ts'
import { undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { onAttempts } from '../../tried.ts'
import { askForOtherTypes } from '../scenarios/ask-for-other-types.ts'
import { useAnotherMethod } from '../scenarios/use-another-method.ts'

const encrypted = ['application/jwe', 'application/jose+jwe']

/** What is asked for encrypted comes encrypted or not at all. */
const neverInTheClear = (probes: readonly Probe[]): Answer => {
  const open: string[] = []
  const findings: Finding[] = []
  for (const one of probes) {
    if ('inconclusive' in one) {
      open.push(`${one.name}: ${one.inconclusive}`)
      continue
    }
    const { exchange, name } = one
    const type = mediaTypeOf(exchange.response)
    if (succeeded(exchange)) {
      if (!encrypted.includes(type ?? ''))
        findings.push(finding(`${name}: header content-type`, '406, or an encrypted body', type, exchange))
    } else if (!refused(exchange) || unavailable(exchange)) open.push(`${name}: status ${exchange.response.status}`)
  }
  if (findings.length > 0) return findings
  return open.length > 0 || probes.length === 0 ? undecided(open.join('; ') || 'nothing was asked') : []
}

/** A bank that has the media type is free to give it. */
const isGiven = (one: Probe): boolean => {
  const asked = 'exchange' in one && succeeded(one.exchange) && header(one.exchange.request, 'accept')
  return typeof asked === 'string' && 'exchange' in one && mediaTypeOf(one.exchange.response) === asked
}

/** BH-NEG-001: 401 and 403 are about the token. */
export const unacceptableTypesAreRefused = onAttempts({
  id: 'BH-NEG-001',
  title: 'A media type that there is not is answered with 406',
  cites: [cite.questions('content negotiation, 406')],
  defect: 'bh-xml-passed-over',
  on: [askForOtherTypes],
  check: (probes) =>
    eachRefused({ statuses: [406], demand: 'exactly', aside: [401, 403], failureCounts: true })(
      probes.filter((one) => !isGiven(one)),
    ),
  breaks: `GET /accounts
accept: application/xml

200
content-type: application/json

{"Data":{"Account":[ … ]}, …}`,
  finding: { at: 'Accept: application/xml: status', expected: '406', got: '200' },
})

/** BH-NEG-003: another refusal than 406 gives nothing away either, and is observed. */
export const encryptionIsNotPassedOver = onAttempts({
  id: 'BH-NEG-003',
  title: 'Who asks for an encrypted body gets one, or none',
  cites: [cite.questions('content negotiation, application/jose+jwe'), cite.british('message encryption')],
  defect: 'bh-jwe-passed-over',
  on: [askForOtherTypes],
  check: neverInTheClear,
  usual: [200, 406],
  breaks: `GET /accounts
accept: application/jose+jwe

200
content-type: application/json

{"Data":{"Account":[ … ]}, …}`,
  finding: {
    at: 'Accept: application/jose+jwe: header content-type',
    expected: '406, or an encrypted body',
    got: 'application/json',
  },
})

/** BH-NEG-006: any refusal will do, 405 is expected; 501 is one, too. */
export const otherMethodsAreRefused = onAttempts({
  id: 'BH-NEG-006',
  title: 'A method that a path does not have is answered with 405',
  cites: [cite.british('read-write-data-api-profile, status codes'), cite.rfc('9110 §15.5.6')],
  defect: 'bh-other-method-fails',
  on: [useAnotherMethod],
  check: eachRefused({ statuses: [405, 501], demand: 'refused', failureCounts: true }),
  usual: [405],
  breaks: `DELETE /accounts

500`,
  finding: { at: 'DELETE: status', expected: '405 or 501, and no data', got: '500' },
})
