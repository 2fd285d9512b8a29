import type { Push } from '../../../../engine/session.ts'
import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { uaeGiven } from '../../../../testing/uae-hub.ts'
import { pushAnswersWithUri, pushReturnsInteractionId, requestUriIsShortLived } from './pushed-requests.ts'

const requestUri = 'urn:ietf:params:oauth:request-uri:1'
const push = (sample: Sample): Push => ({
  consentId: 'c1',
  claims: {},
  par: exchange({ operation: 'POST /par', ...sample }),
  ...(sample.status === 400 ? {} : { requestUri }),
})
const accepted = push({ status: 201, body: { request_uri: requestUri, expires_in: 90 } })

proves(pushAnswersWithUri, {
  holds: { '201': accepted, '200': push({ body: { expires_in: 90, request_uri: requestUri } }) },
  breaks: {
    'expires_in as a text': [
      push({ status: 201, body: { request_uri: requestUri, expires_in: '90' } }),
      { at: '/expires_in', expected: 'a positive integer', got: '"90"' },
    ],
  },
})

proves(requestUriIsShortLived, {
  holds: { '90 seconds': accepted },
  breaks: {
    'an hour': [push({ status: 201, body: { request_uri: requestUri, expires_in: 3600 } }), '/expires_in'],
  },
})

const sent = { 'x-fapi-interaction-id': '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab' }

proves(
  pushReturnsInteractionId,
  {
    holds: {
      'the same, in upper case': push({
        status: 201,
        sent,
        headers: { 'X-FAPI-Interaction-ID': sent['x-fapi-interaction-id'].toUpperCase() },
      }),
    },
    breaks: { none: [push({ status: 201, sent }), 'header x-fapi-interaction-id'] },
    silent: { 'none was sent': push({ status: 201 }) },
  },
  uaeGiven,
)
