import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import type { Revocation, Revoked } from '../scenarios/revoke-consent.ts'
import {
  endedConsentsGiveNoData,
  revocationIsAnswered,
  revokedConsentsGiveNoData,
  revokerIsShown,
} from './revocation.ts'

const { push } = journeyOf()
const show = (change: object, id = 'x9') => exchange({ id, body: consentBody({ Status: 'Revoked', ...change }) })
const revocation = (change: Partial<Revocation> = {}): { readonly revocation: Revocation } => ({
  revocation: { by: 'TPP', patch: exchange({ id: 'x8', status: 204 }), state: show({}), ...change },
})

const revoked = (statuses: readonly number[], change: Partial<Revoked> = {}): Revoked => ({
  push,
  reads: [],
  wrong: [],
  before: show({}),
  unchanged: show({}),
  data: exchange(),
  ...revocation(),
  after: statuses.map((status, index) => exchange({ id: `x${index + 1}`, status })),
  tokenEnded: false,
  again: { name: 'second revocation', exchange: exchange({ status: 400 }) },
  last: show({}),
  ...change,
})

proves(revokedConsentsGiveNoData, {
  holds: { 'at once': revoked([403]), 'after a while, with 401': revoked([200, 401]) },
  breaks: {
    'still after 60 seconds': [
      revoked([200, 200]),
      {
        at: 'status',
        expected: '403, 401 or 400 once the consent shows Revoked',
        got: '200',
        exchange: 'x2',
      },
    ],
  },
  undecided: {
    'a failure': revoked([500]),
    'no data before': revoked([], { data: exchange({ status: 403 }) }),
    'it never showed': revoked([], revocation({ state: show({ Status: 'Authorized' }) })),
    'the token ended meanwhile': revoked([200, 401], { tokenEnded: true }),
  },
})

proves(revocationIsAnswered, {
  holds: { '204, and it shows': revocation() },
  breaks: {
    '200 with the consent': [
      revocation({ patch: exchange({ id: 'x8', body: consentBody() }) }),
      { at: 'status', expected: '204', got: '200', exchange: 'x8' },
    ],
    refused: [revocation({ patch: exchange({ status: 400 }) }), 'status'],
    'a body under 204': [revocation({ patch: exchange({ status: 204, body: 'done' }) }), 'body'],
    'it never shows': [
      revocation({ state: show({ Status: 'Authorized' }) }),
      { at: '/Data/Status', expected: 'Revoked', got: 'Authorized', exchange: 'x9' },
    ],
  },
  undecided: {
    'a failure': revocation({ patch: exchange({ status: 503 }) }),
    'the consent is not read': revocation({ state: exchange({ status: 500 }) }),
  },
})

proves(revokerIsShown, {
  holds: { 'as sent': revocation({ state: show({ RevokedBy: 'TPP' }) }), 'not shown': revocation() },
  breaks: {
    another: [
      revocation({ state: show({ RevokedBy: 'LFI' }) }),
      { at: '/Data/RevokedBy', expected: 'TPP', got: 'LFI', exchange: 'x9' },
    ],
  },
  undecided: { 'not revoked': revocation({ state: show({ Status: 'Authorized' }) }) },
})

const ended = (statuses: readonly number[], tokenEnded = false) => ({
  push,
  reads: [show({ Status: 'Authorized' }), show({ Status: 'Expired' })],
  data: exchange(),
  after: statuses.map((status, index) => exchange({ id: `x${index + 1}`, status })),
  tokenEnded,
})

proves(endedConsentsGiveNoData, {
  holds: { refused: ended([403]), 'after a while': ended([200, 400]) },
  breaks: {
    data: [
      ended([200]),
      { at: 'status', expected: '403, 401 or 400 after the end of the consent', got: '200', exchange: 'x1' },
    ],
  },
  undecided: { 'the token ended meanwhile': ended([401], true), 'a failure': ended([503]) },
})
