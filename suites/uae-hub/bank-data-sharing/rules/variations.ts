import { eachAccepted } from '../../../../checks/acceptance.ts'
import { together } from '../../../../checks/answers.ts'
import { finding } from '../../../../checks/findings.ts'
import { mediaTypeOf } from '../../../../checks/media-type.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { succeeded } from '../../../../checks/status.ts'
import { json } from '../../../../engine/exchange.ts'
import type { Answer, Finding, Probe, ScenarioRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import type { Varied } from '../scenarios/vary-headers.ts'
import { onVariations } from './variation.ts'

/** Answers without a word about the media type are JSON; how it is labelled belongs to UAE-HDR-015. */
const jsonByDefault = (probes: readonly Probe[]): Answer =>
  together(
    eachAccepted()(probes),
    probes.flatMap((one) =>
      'exchange' in one && succeeded(one.exchange) && json(one.exchange.response) === undefined
        ? [
            finding(
              `${one.name}: header content-type`,
              'application/json',
              mediaTypeOf(one.exchange.response),
              one.exchange,
            ),
          ]
        : [],
    ),
  )

const headersPage = cite.guide('security/request-headers.md')
const refused = (at: string, expected: string, got: string): Finding => ({ at: `${at}: status`, expected, got })

/** What headers may say without harm, and what they may not. */
export const variationsAreTaken: readonly ScenarioRule<Varied>[] = [
  // Absent and odd values are dropped by some hubs and refused by others: 2xx and 400 both fit.
  onVariations({
    id: 'UAE-HDR-004',
    also: ['UAE-HDR-011'],
    level: 'SHOULD',
    title: 'An interaction id that is no UUID, or an address that is none, is passed over or answered with 400',
    cites: [cite.web('request headers'), headersPage],
    defect: 'odd-id-forbidden',
    of: 'odd values',
    check: eachAccepted({ orElse: [400], failureCounts: true }),
    usual: [200],
    shows: 'x-fapi-interaction-id: abc\n\n403',
    finding: refused('x-fapi-interaction-id: abc', 'a success or 400', '403'),
  }),
  onVariations({
    id: 'UAE-HDR-006',
    level: 'MUST',
    title: 'The time of a log-in is taken in GMT and in UTC',
    cites: [cite.accountInformation('x-fapi-auth-date'), headersPage],
    defect: 'utc-refused',
    of: 'dates of GMT and UTC',
    check: eachAccepted(),
    usual: [200],
    shows: 'x-fapi-auth-date: Mon, 01 Jun 2026 08:00:00 UTC\n\n400',
    finding: refused('x-fapi-auth-date in UTC', 'a success', '400'),
  }),
  onVariations({
    id: 'UAE-HDR-007',
    level: 'SHOULD',
    title: 'The time of a log-in in another form is answered with 400',
    cites: [cite.accountInformation('x-fapi-auth-date')],
    defect: 'auth-date-unread',
    of: 'malformed dates',
    check: eachRefused({ statuses: [400], demand: 'refused', aside: [401] }),
    usual: [400],
    shows: 'x-fapi-auth-date: 2026-06-01T08:00:00.000Z\n\n200',
    finding: refused('x-fapi-auth-date of ISO 8601', '400, and no data', '200'),
  }),
  onVariations({
    id: 'UAE-HDR-008',
    level: 'SHOULD',
    title: 'A call says nothing of a customer who is not there',
    cites: [headersPage],
    defect: 'background-calls-refused',
    of: 'no customer',
    check: eachAccepted(),
    usual: [200],
    shows: '(none of x-fapi-auth-date, x-fapi-customer-ip-address, x-customer-user-agent)\n\n400',
    finding: refused('no header about the customer', 'a success', '400'),
  }),
  onVariations({
    id: 'UAE-HDR-010',
    level: 'SHOULD',
    title: 'The address of a customer is taken as IPv4 and as IPv6',
    cites: [headersPage],
    defect: 'ipv6-refused',
    of: 'addresses',
    check: eachAccepted(),
    usual: [200],
    shows: 'x-fapi-customer-ip-address: 2001:db8::1\n\n400',
    finding: refused('x-fapi-customer-ip-address of IPv6', 'a success', '400'),
  }),
  onVariations({
    id: 'UAE-HDR-018',
    level: 'SHOULD',
    title: 'Who names no media type gets JSON',
    cites: [cite.olderGuide('Postman collection'), cite.rfc('9110 §12.5.1')],
    defect: 'accept-demanded',
    of: 'no type',
    check: jsonByDefault,
    usual: [200],
    shows: '(no Accept)\n\n406',
    finding: refused('no Accept', 'a success', '406'),
  }),
  onVariations({
    id: 'UAE-HDR-029',
    level: 'MAY',
    title: 'Headers that no document names are passed over',
    cites: [cite.olderGuide('Postman collection: x-fapi-financial-id')],
    defect: 'strange-headers-refused',
    of: 'strange headers',
    check: eachAccepted(),
    usual: [200],
    shows: 'x-fapi-financial-id: any\nx-mizan-unknown: any\n\n400',
    finding: refused('x-fapi-financial-id and a header of no standard', 'a success', '400'),
  }),
  onVariations({
    id: 'UAE-PAG-020',
    level: 'SHOULD',
    title: 'A query parameter that the contract does not have is passed over or answered with 400',
    cites: [cite.guide('data-sharing requirements: no undocumented parameters')],
    defect: 'strange-parameters-forbidden',
    of: 'strange parameters',
    check: eachAccepted({ orElse: [400], failureCounts: true }),
    usual: [200],
    shows: '?foo=1\n\n403',
    finding: refused('a parameter that the contract does not have', 'a success or 400', '403'),
  }),
]
