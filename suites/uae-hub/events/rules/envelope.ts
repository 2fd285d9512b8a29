import { expectEqual, finding } from '../../../../checks/findings.ts'
import { type Exchange, header, mediaType } from '../../../../engine/exchange.ts'
import { type Answer, type Observed, type ScenarioRule, silent, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import type { TableRow } from '../../row.ts'
import { eachEvent, type Received } from '../event.ts'
import type { Followed } from '../scenarios/follow-consent.ts'
import { onEvents } from './followed.ts'

/** A slash at the end of a path is the path of the template behind the URL that was registered. */
const plain = (url: string): string => url.split(/[?#]/)[0]?.replace(/\/$/, '') ?? ''

const toItsUrl = (event: Exchange, { url }: Received): Answer => [
  ...expectEqual('method', event.request.method, 'POST', event),
  ...(plain(event.request.url) === plain(url) ? [] : [finding('path', new URL(url).pathname, pathOf(event), event)]),
]

const pathOf = ({ request }: Exchange): string => new URL(request.url).pathname

const isJwe = (event: Exchange): Answer => [
  ...expectEqual('header content-type', mediaType(event.request), 'application/jwe', event),
  ...(event.facts.delivery?.jwe === undefined
    ? [finding('body', 'a compact JWE', `${event.request.body?.length ?? 0} characters that are none`, event)]
    : []),
]

const algorithms: readonly unknown[] = ['RSA-OAEP-256', 'RSA-OAEP']

/**
 * That an event does not open counts where another one opened, and it names our key or the key of that one: else the
 * profile may hold another key than the one that the target was given, or one of several.
 */
const opens =
  ({ lives }: Followed) =>
  (event: Exchange): Answer => {
    const { jwe, decrypted, ownKid, opened: content } = event.facts.delivery ?? { decrypted: false, ownKid: false }
    if (jwe === undefined) return silent('the event is no JWE')
    const wrong = [
      ...(algorithms.includes(jwe.alg) ? [] : [finding('JWE alg', 'RSA-OAEP-256 or RSA-OAEP', jwe.alg, event)]),
      ...expectEqual('JWE enc', jwe.enc, 'A256GCM', event),
    ]
    if (wrong.length > 0 || decrypted) return wrong
    const why = content !== undefined && 'failed' in content ? content.failed : 'it does not open'
    const opened = lives
      .flatMap(({ deliveries }) => deliveries.flatMap(({ facts }) => facts.delivery ?? []))
      .filter((other) => other.decrypted)
    return opened.some((other) => ownKid || other.jwe?.kid === jwe.kid)
      ? [finding('body', 'a JWE that the key of client.encryption opens', why, event)]
      : undecided(
          `the key of client.encryption does not open it (${why}): see that it is the one that the trust framework holds for you`,
        )
  }

const headersOfJwe = ({ lives }: Followed): Observed => {
  const seen = lives.flatMap(({ deliveries }) => deliveries.flatMap(({ facts }) => facts.delivery ?? []))
  const jwes = seen.flatMap(({ jwe }) => (jwe === undefined ? [] : [jwe]))
  const foreign = seen.some(({ jwe, ownKid }) => jwe?.kid !== undefined && !ownKid)
  const left = ['kid', 'cty'].filter((name) => jwes.some((jwe) => jwe[name] === undefined))
  return {
    ...(jwes.some(({ alg }) => alg === 'RSA-OAEP') && { 'JWE alg': 'RSA-OAEP' }),
    ...(left.length > 0 && { 'JWE leaves out': left.join(', ') }),
    ...(foreign && { 'JWE kid': 'another than that of client.encryption' }),
  }
}

/** Any version and letter case (RFC 9562 §4). */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const idName = 'x-fapi-interaction-id'

const idIsUuid = (event: Exchange): Answer => {
  const id = header(event.request, idName)
  if (id === undefined) return silent('the event has no interaction id')
  return uuid.test(id.trim()) ? [] : [finding(`header ${idName}`, 'a UUID', id, event)]
}

const rows: readonly TableRow<Followed>[] = [
  {
    id: 'UAE-EVT-001',
    level: 'MUST',
    title: 'An event is posted to the address that was registered',
    cites: [cite.webhooks('POST /')],
    check: ({ lives }) => eachEvent(lives, toItsUrl),
    defect: 'event-below-its-url',
    shows: 'POST /hooks/7f3c/events HTTP/1.1',
    finding: { at: 'path', expected: '/hooks/7f3c', got: '/hooks/7f3c/events' },
  },
  {
    id: 'UAE-EVT-002',
    level: 'MUST',
    title: 'An event is a compact JWE, and is called application/jwe',
    cites: [cite.webhooks('POST /, requestBody'), cite.rfc('7516 §7.1')],
    check: ({ lives }) => eachEvent(lives, isJwe),
    defect: 'event-called-jwt',
    shows: 'content-type: application/jwt',
    finding: { at: 'header content-type', expected: 'application/jwe', got: 'application/jwt' },
  },
  {
    id: 'UAE-EVT-003',
    level: 'MUST',
    title: 'An event is encrypted for its client by RSA-OAEP-256 and A256GCM',
    cites: [cite.guide('webhooks, encryption'), cite.rfc('7518 §4.3')],
    check: (followed) => eachEvent(followed.lives, opens(followed)),
    observe: headersOfJwe,
    defect: 'event-in-a-short-cipher',
    shows: '{"alg":"RSA-OAEP-256","enc":"A128GCM", … }',
    finding: { at: 'JWE enc', expected: 'A256GCM', got: 'A128GCM' },
  },
  {
    // The template of receivers declares no headers: one that is left out is observed.
    id: 'UAE-EVT-009',
    level: 'SHOULD',
    title: 'The interaction id of an event is a UUID',
    cites: [cite.webhooks('POST /, header x-fapi-interaction-id')],
    check: ({ lives }) => eachEvent(lives, idIsUuid),
    observe: ({ lives }) =>
      lives.some(({ deliveries }) => deliveries.some(({ request }) => header(request, idName) === undefined))
        ? { [idName]: 'left out' }
        : {},
    defect: 'event-id-without-dashes',
    shows: 'x-fapi-interaction-id: 77b0e830b0954c6c94e820f83eaa799f',
    finding: { at: 'header x-fapi-interaction-id', expected: 'a UUID', got: '77b0e830b0954c6c94e820f83eaa799f' },
  },
]

/** UAE-EVT-001 to UAE-EVT-003, and UAE-EVT-009: where an event goes, and in what it comes. */
export const envelopesAreSound: readonly ScenarioRule<Followed>[] = rows.map(onEvents)
