import { interactionIdReturned } from '../../../../checks/interaction-id.ts'
import {
  answerOfPush,
  formOfRequestUri,
  pushSucceeds,
  requestUriLivesShort,
} from '../../../../checks/pushed-request.ts'
import { succeeded } from '../../../../checks/status.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { par } from '../../operations.ts'
import { pushRequest } from '../scenarios/push-request.ts'

const echoed = interactionIdReturned({ contracts: ['authorization-endpoints'], requiredOn: succeeded })

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

/** UAE-PAR-002, softened: RFC 9126 §2.2 leaves the form of the request_uri to the server, so that it is observed. */
export const requestUriIsShortLived = rule({
  id: 'UAE-PAR-002',
  requirements: ['UAE-PAR-002'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A request_uri lives for 5 to 600 seconds',
  cites: [cite.fapi('FAPI 2.0 Security Profile §5.3.2.2'), cite.rfc('9126 §2.2')],
  defects: ['request-uri-lives-an-hour'],
  on: [pushRequest],
  operation: par,
  check: requestUriLivesShort,
  observe: formOfRequestUri,
  example: {
    breaks: `POST /par

201
content-type: application/json

{"request_uri":"urn:ietf:params:oauth:request-uri:1","expires_in":3600}`,
    findings: [{ at: '/expires_in', expected: '5 to 600 seconds', got: '3600' }],
  },
})

/** UAE-PAR-003. No OpenAPI document declares the header here. */
export const pushReturnsInteractionId = rule({
  id: 'UAE-PAR-003',
  requirements: ['UAE-PAR-003'],
  level: 'SHOULD',
  about: 'hub',
  title: 'The answer to a push carries the interaction id of its request',
  cites: [cite.guide('data-sharing/api-guide.md, step 4'), cite.guide('requirements.md, pushed request')],
  defects: ['push-without-interaction-id'],
  on: [pushRequest],
  operation: par,
  check: ({ par: exchange }, given) => echoed(exchange, given),
  example: {
    breaks: `POST /par
x-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab

201
{"request_uri":"urn:ietf:params:oauth:request-uri:1","expires_in":90}`,
    findings: [
      { at: 'header x-fapi-interaction-id', expected: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab', got: 'nothing' },
    ],
  },
})
