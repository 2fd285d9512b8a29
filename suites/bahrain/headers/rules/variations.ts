import { eachAccepted } from '../../../../checks/acceptance.ts'
import { together } from '../../../../checks/answers.ts'
import { finding } from '../../../../checks/findings.ts'
import { mediaTypeOf } from '../../../../checks/media-type.ts'
import { succeeded } from '../../../../checks/status.ts'
import { json } from '../../../../engine/exchange.ts'
import type { Answer, Probe } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { onAttempts } from '../../tried.ts'
import { varyHeaders } from '../scenarios/vary-headers.ts'

/** Accepted, and what came is JSON; how it is labelled is another matter. */
const servedAsJson = (probes: readonly Probe[]): Answer =>
  together(
    eachAccepted()(probes),
    probes.flatMap((one) =>
      'exchange' in one && succeeded(one.exchange) && json(one.exchange.response) === undefined
        ? [finding(`${one.name}: body`, 'JSON', mediaTypeOf(one.exchange.response), one.exchange)]
        : [],
    ),
  )

/** BH-HDR-011: the same call with all optional headers succeeded. */
export const optionalHeadersAreOptional = onAttempts({
  id: 'BH-HDR-011',
  title: 'A call without any optional header is answered as one with all of them',
  cites: [cite.questions('request headers')],
  defect: 'bh-optional-headers-demanded',
  on: [varyHeaders],
  check: eachAccepted(),
  breaks: `GET /accounts/{AccountId}   without x-fapi-auth-date, x-fapi-customer-ip-address,
x-fapi-interaction-id and x-customer-user-agent

400`,
  finding: { at: 'no optional header: status', expected: 'a success', got: '400' },
})

/** BH-HDR-013 */
export const strangeHeadersAreIgnored = onAttempts({
  id: 'BH-HDR-013',
  title: 'A header that no document names is passed over',
  cites: [cite.own('robustness'), cite.rfc('9110 §5.1')],
  defect: 'bh-strange-header-refused',
  on: [varyHeaders],
  check: eachAccepted(),
  breaks: `GET /accounts/{AccountId}
x-conformance-probe: any

400`,
  finding: { at: 'a header of no standard: status', expected: 'a success', got: '400' },
})

/** BH-NEG-005 */
export const anyTypeIsJson = onAttempts({
  id: 'BH-NEG-005',
  title: 'Who accepts anything, or JSON with a weight, gets JSON',
  cites: [cite.rfc('7231 §5.3.2'), cite.british('read-write-data-api-profile, Accept')],
  defect: 'bh-any-type-refused',
  on: [varyHeaders],
  check: servedAsJson,
  breaks: `GET /accounts/{AccountId}
accept: */*

406`,
  finding: { at: 'Accept: */*: status', expected: 'a success', got: '406' },
})
