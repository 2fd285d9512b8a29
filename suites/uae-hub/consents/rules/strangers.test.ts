import type { Probe } from '../../../../engine/rule.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import { consentsAreNotDeleted, strangersSeeNoConsent } from './strangers.ts'

const waiting = (Status = 'AwaitingAuthorization') => exchange({ id: 'x9', body: consentBody({ Status }) })
const probe = (name: string, status: number, body?: unknown): Probe => ({
  name,
  exchange: exchange({ id: 'x7', status, body }),
})
const error = { Errors: [{ Code: 'Consent.Invalid', Message: 'no' }] }

proves(strangersSeeNoConsent, {
  holds: {
    refused: {
      baseline: waiting(),
      probes: [probe('read by another client', 403, error), probe('patch by another client', 400, error)],
      after: waiting(),
    },
    'not found': { baseline: waiting(), probes: [probe('read of an unknown id', 404)] },
  },
  breaks: {
    shown: [
      { baseline: waiting(), probes: [probe('read by another client', 200, consentBody())], after: waiting() },
      { at: 'read by another client: status', expected: '404 or 403 or 400, and no data', got: '200', exchange: 'x7' },
    ],
    'refused, with the consent in the body': [
      { baseline: waiting(), probes: [probe('read by another client', 403, consentBody())] },
      { at: 'read by another client: /Data', expected: 'nothing', got: 'the member', exchange: 'x7' },
    ],
    'refused, and nevertheless revoked': [
      { baseline: waiting(), probes: [probe('patch by another client', 403, error)], after: waiting('Revoked') },
      {
        at: '/Data/Status afterwards',
        expected: 'AwaitingAuthorization',
        got: 'Revoked',
        exchange: 'x9',
      },
    ],
  },
  undecided: {
    'a failure': { baseline: waiting(), probes: [probe('read of an unknown id', 500)] },
    'not read afterwards is no finding, a probe without an answer decides nothing': {
      baseline: waiting(),
      probes: [{ name: 'read by another client', inconclusive: 'no answer' }],
      after: exchange({ status: 500 }),
    },
  },
})

const pushed = (...probes: readonly Probe[]) => ({
  push: journeyOf().push,
  untouched: true as const,
  baseline: waiting(),
  probes,
  reads: [],
})

proves(consentsAreNotDeleted, {
  holds: {
    '405 and 501': pushed(probe('DELETE', 405), probe('PUT', 501)),
    'not found, not allowed': pushed(probe('DELETE', 404), probe('PUT', 403)),
  },
  breaks: {
    deleted: [
      pushed(probe('DELETE', 204)),
      { at: 'DELETE: status', expected: '405 or 501, and no data', got: '204', exchange: 'x7' },
    ],
    failed: [pushed(probe('DELETE', 405), probe('PUT', 500)), 'PUT: status'],
  },
  undecided: { 'a gateway': pushed(probe('DELETE', 503)) },
})
