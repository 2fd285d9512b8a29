import type { Probe } from '../../../../engine/rule.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import type { Unsubscribed } from '../scenarios/patch-subscription.ts'
import type { Revoked } from '../scenarios/revoke-consent.ts'
import { onlyRevocationIsPatched, revokedOnce, subscriptionsArePatched } from './patches.ts'

const { push } = journeyOf()
const show = (change: Readonly<Record<string, unknown>> = {}, id = 'x9') => exchange({ id, body: consentBody(change) })
const revoked = (change: Readonly<Record<string, unknown>> = {}, id = 'x9') =>
  show({ Status: 'Revoked', RevokedBy: 'TPP', ...change }, id)
const probe = (name: string, status: number): Probe => ({ name, exchange: exchange({ id: 'x7', status }) })

const evidence = (change: Partial<Revoked> = {}): Revoked => ({
  push,
  reads: [],
  wrong: [probe('Status Authorized', 400)],
  before: show(),
  unchanged: show(),
  data: exchange(),
  revocation: { by: 'TPP', patch: exchange({ status: 204 }), state: revoked() },
  after: [],
  tokenEnded: false,
  again: probe('second revocation', 400),
  last: revoked(),
  ...change,
})

proves(onlyRevocationIsPatched, {
  holds: {
    'refused, and as before': evidence(),
    'another refusal, another order': evidence({
      wrong: [probe('Status Expired', 403)],
      unchanged: show({ StatusUpdateDateTime: '2026-06-01T09:00:00Z' }),
    }),
  },
  breaks: {
    accepted: [
      evidence({ wrong: [probe('Status Authorized', 204)] }),
      { at: 'Status Authorized: status', expected: '400, and no data', got: '204', exchange: 'x7' },
    ],
    'refused, and nevertheless done': [
      evidence({ unchanged: show({ Permissions: ['ReadAccountsBasic', 'ReadBalances'] }) }),
      {
        at: '/Data/Permissions',
        expected: '["ReadAccountsBasic"], as before',
        got: '["ReadAccountsBasic","ReadBalances"]',
        exchange: 'x9',
      },
    ],
  },
  undecided: {
    'a failure': evidence({ wrong: [probe('Status Authorized', 500)] }),
    'not read afterwards': evidence({ unchanged: exchange({ status: 500 }) }),
  },
})

proves(revokedOnce, {
  holds: { refused: evidence(), 'with another refusal': evidence({ again: probe('second revocation', 409) }) },
  breaks: {
    accepted: [
      evidence({ again: probe('second revocation', 204) }),
      { at: 'second revocation: status', expected: '400, and no data', got: '204', exchange: 'x7' },
    ],
    'somebody else revoked it now': [
      evidence({ last: revoked({ RevokedBy: 'TPP.InitiatedByUser' }) }),
      '/Data/RevokedBy',
    ],
  },
  undecided: {
    'not revoked in the first place': evidence({
      revocation: { by: 'TPP', patch: exchange({ status: 204 }), state: show() },
    }),
    'no answer': evidence({ again: { name: 'second revocation', inconclusive: 'no answer' } }),
  },
})

const subscription = (status: number, webhook?: object): Unsubscribed => ({
  push,
  reads: [],
  patch: exchange({ id: 'x7', status }),
  shown: exchange({
    id: 'x9',
    body: { ...consentBody(), ...(webhook && { Subscription: { Webhook: webhook } }) },
  }),
  revocation: evidence().revocation,
})

proves(subscriptionsArePatched, {
  holds: {
    shown: subscription(204, { Url: 'https://events.tpp.example', IsActive: false }),
    'not shown': subscription(204),
    'answered with the consent': subscription(200, { IsActive: false }),
  },
  breaks: {
    refused: [subscription(400), { at: 'status', expected: '204', got: '400', exchange: 'x7' }],
    'still active': [subscription(204, { IsActive: true }), '/Subscription/Webhook/IsActive'],
  },
  undecided: {
    'a failure': subscription(502),
    'not read afterwards': { ...subscription(204), shown: exchange({ status: 429 }) },
  },
})
