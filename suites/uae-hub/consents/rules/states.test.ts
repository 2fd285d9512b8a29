import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import { consent } from '../../operations.ts'
import {
  changesComeAfterCreation,
  consentsAreReadable,
  dataConsentsAreNotConsumed,
  statesFollowOneAnother,
} from './states.ts'

const { push } = journeyOf()
const show = (change: Readonly<Record<string, unknown>> = {}, id = 'x9') =>
  exchange({ id, operation: consent, body: consentBody(change) })
const life = (...states: readonly string[]) => ({
  push,
  reads: states.map((Status, index) => show({ Status }, `x${index + 1}`)),
})
const followed = (status: number) => {
  const read = exchange({ id: 'x1', operation: consent, status, body: status === 200 ? consentBody() : {} })
  return { push, read, byUser: exchange({ status: 403 }), reads: [read] }
}

proves(consentsAreReadable, {
  holds: { shown: followed(200) },
  breaks: {
    refused: [followed(403), { at: 'status', expected: '200', got: '403', exchange: 'x1' }],
    'not found': [followed(404), 'status'],
  },
  undecided: { 'a failure': followed(500), 'too many requests': followed(429) },
})

proves(changesComeAfterCreation, {
  holds: { 'at once': life('Authorized') },
  breaks: {
    before: [
      { push, reads: [show({ StatusUpdateDateTime: '2026-05-31T08:00:00Z' })] },
      {
        at: '/Data/StatusUpdateDateTime',
        expected: 'not before CreationDateTime 2026-06-01T08:00:00Z',
        got: '2026-05-31T08:00:00Z',
        exchange: 'x9',
      },
    ],
  },
  undecided: { 'never shown': { push, reads: [exchange({ status: 403 })] } },
})

proves(statesFollowOneAnother, {
  holds: {
    'given and revoked': life('Authorized', 'Authorized', 'Revoked', 'Revoked'),
    'waiting, then ended by itself': life('AwaitingAuthorization', 'Expired'),
    'waiting, then rejected because nobody came': life('AwaitingAuthorization', 'Rejected'),
    'waiting for nobody': { ...life('AwaitingAuthorization'), untouched: true },
    'suspended and back': life('Suspended', 'Authorized', 'Expired'),
    'Consumed belongs to another rule': life('Authorized', 'Consumed'),
  },
  breaks: {
    'awake again': [
      life('Revoked', 'Authorized'),
      { at: '/Data/Status', expected: 'Revoked, which nothing follows', got: 'Authorized', exchange: 'x2' },
    ],
    'waiting again': [life('Authorized', 'AwaitingAuthorization', 'Revoked'), '/Data/Status'],
    'given though nobody was asked': [{ ...life('Authorized'), untouched: true }, '/Data/Status'],
    'rejected after it was given': [life('Authorized', 'Rejected'), '/Data/Status'],
  },
  undecided: { 'never shown': { push, reads: [] } },
})

proves(dataConsentsAreNotConsumed, {
  holds: { Authorized: show(), Expired: show({ Status: 'Expired' }) },
  breaks: {
    Consumed: [
      show({ Status: 'Consumed' }),
      { at: '/Data/Status', expected: 'a state of a consent to share data', got: 'Consumed' },
    ],
  },
  silent: {
    'another operation': exchange({ body: consentBody({ Status: 'Consumed' }) }),
    refused: exchange({ operation: consent, status: 403, body: {} }),
  },
})
