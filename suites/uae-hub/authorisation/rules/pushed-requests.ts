import { expiredRequestRefused } from '../../../../checks/expired-request.ts'
import { answerOfPush, pushesRefused, pushSucceeds, waysOfRefusal } from '../../../../checks/pushed-request.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { authorization, par } from '../../operations.ts'
import { pushRequest } from '../scenarios/push-request.ts'
import { pushSpoiledRequestObjects } from '../scenarios/push-spoiled-request-objects.ts'
import { useExpiredRequestUri } from '../scenarios/use-expired-request-uri.ts'

/** UAE-PAR-001, softened: 200 and 201 both pass (C-62), further members too (RFC 9126 does not close the answer); both are observed. */
export const pushAnswersWithUri = rule({
  id: 'UAE-PAR-001',
  requirements: ['UAE-PAR-001'],
  level: 'MUST',
  about: 'hub',
  title: 'A good push gives a request_uri and its life in seconds',
  cites: [
    cite.authorizationEndpoints('AEPushedAuthorizationRequests.AEPushedAuthorizationResponseBody'),
    cite.rfc('9126 §2.2'),
  ],
  defects: ['par-expires-in-as-text'],
  on: [pushRequest],
  operation: par,
  check: pushSucceeds,
  observe: answerOfPush,
  example: {
    breaks: `POST /par

201
content-type: application/json

{"request_uri":"urn:ietf:params:oauth:request-uri:1","expires_in":"90"}`,
    findings: [{ at: '/expires_in', expected: 'a positive integer', got: '"90"' }],
  },
})

/** UAE-PAR-008: refused at once, or at the authorization endpoint. */
export const requestObjectsAreVerified = rule({
  id: 'UAE-PAR-008',
  requirements: ['UAE-PAR-008'],
  level: 'MUST',
  about: 'hub',
  title: 'Only a request object that a key of the client signed with PS256 leads to a code',
  cites: [cite.articles('jwt-claims, JOSE header'), cite.rfc('9101 §6.2'), cite.rfc('9126 §2.1')],
  defects: ['request-object-unverified'],
  on: [pushSpoiledRequestObjects],
  operation: par,
  check: ({ probes, taken }) => pushesRefused(probes, taken),
  observe: ({ probes }) => waysOfRefusal(probes),
  example: {
    breaks: `POST /par with a request object whose signature has one bit flipped

201
{"request_uri":"urn:ietf:params:oauth:request-uri:1","expires_in":90}

GET /authorize?client_id=…&request_uri=urn:ietf:params:oauth:request-uri:1

303
location: https://client.example/callback?code=…&state=…&iss=…`,
    findings: [{ at: 'broken signature: authorization', expected: 'a refusal', got: 'a code' }],
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
