import { together } from '../../../../checks/answers.ts'
import { cameTo, journeysRefused, requestOpens } from '../../../../checks/authorisation.ts'
import { expiredRequestRefused } from '../../../../checks/expired-request.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { authorization } from '../../operations.ts'
import { authoriseWithoutPush } from '../scenarios/authorise-without-push.ts'
import { openAuthorization } from '../scenarios/open-authorization.ts'
import { useExpiredRequestUri } from '../scenarios/use-expired-request-uri.ts'
import { useForeignRequestUri } from '../scenarios/use-foreign-request-uri.ts'

/**
 * UAE-CBK-001. Whether a request_uri opens twice before it is used, and once more afterwards, is observed: RFC 9126 §4 and
 * FAPI 2.0 leave room for both.
 */
export const requestUriOpens = rule({
  id: 'UAE-CBK-001',
  requirements: ['UAE-CBK-001'],
  level: 'MUST',
  about: 'hub',
  title: 'client_id and request_uri open the authorization endpoint, response_type and scope beside them do no harm',
  cites: [
    cite.guide('consent/api-guide.md'),
    cite.guide('security/fapi/request-jwt.md, step 5'),
    cite.rfc('9126 §4'),
    cite.rfc('9101 §5'),
  ],
  defects: ['further-parameters-refused'],
  on: [openAuthorization],
  operation: authorization,
  check: ({ first, withMore }) =>
    together(
      requestOpens('authorization', first),
      requestOpens('authorization with response_type and scope', withMore),
    ),
  observe: ({ again, afterwards }) => ({
    'opened again before its end': cameTo(again),
    ...(afterwards && { 'opened again after its end': cameTo(afterwards) }),
  }),
  example: {
    breaks: `GET /authorize?client_id=…&request_uri=…&response_type=code&scope=openid

400
content-type: text/html`,
    findings: [{ at: 'authorization with response_type and scope', expected: 'a page, or a code', got: 'status 400' }],
  },
})

/** UAE-CBK-002 */
export const requestUriEnds = rule({
  id: 'UAE-CBK-002',
  requirements: ['UAE-CBK-002'],
  level: 'MUST',
  about: 'hub',
  title: 'A request_uri leads to no code after its end',
  cites: [cite.rfc('9126 §2.2 and §4')],
  defects: ['request-uri-never-expires'],
  on: [useExpiredRequestUri],
  operation: authorization,
  check: ({ authorisation }) => expiredRequestRefused(authorisation),
  example: {
    breaks: `GET /authorize?client_id=…&request_uri=…   100 seconds after a push that said "expires_in":90

303
location: https://client.example/callback?code=…&state=…&iss=…`,
    findings: [{ at: 'authorization', expected: 'an error page or an error redirect', got: 'a code' }],
  },
})

/** UAE-CBK-003 */
export const requestUriIsOfItsClient = rule({
  id: 'UAE-CBK-003',
  requirements: ['UAE-CBK-003'],
  level: 'MUST',
  about: 'hub',
  title: 'A request_uri leads to a code for the client alone that pushed it',
  cites: [cite.guide('data-sharing/api-guide.md'), cite.rfc('9126 §2.2')],
  defects: ['request-uri-not-bound'],
  on: [useForeignRequestUri],
  operation: authorization,
  check: ({ probes, taken }) => journeysRefused(probes, taken),
  example: {
    breaks: `GET /authorize?client_id=client-2&request_uri=…   a request_uri that client-1 pushed

303
location: https://client.example/callback?code=…&state=…&iss=…`,
    findings: [{ at: 'another client_id: authorization', expected: 'a refusal', got: 'a code' }],
  },
})

/** UAE-CBK-004 */
export const requestsArePushed = rule({
  id: 'UAE-CBK-004',
  requirements: ['UAE-CBK-004'],
  level: 'MUST',
  about: 'hub',
  title: 'Only a request that was pushed leads to a code',
  cites: [cite.web('Security Profile §2.1'), cite.fapi('FAPI 2.0 Security Profile §5.3.2.2')],
  defects: ['request-without-push-accepted'],
  on: [authoriseWithoutPush],
  operation: authorization,
  check: ({ probes, taken }) => journeysRefused(probes, taken),
  example: {
    breaks: `GET /authorize?client_id=…&response_type=code&scope=accounts+openid&redirect_uri=…&code_challenge=…

303
location: https://client.example/callback?code=…&state=…&iss=…`,
    findings: [{ at: 'plain parameters: authorization', expected: 'a refusal', got: 'a code' }],
  },
})
