import { expect, it } from 'vitest'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import type { Refreshes } from '../scenarios/use-refresh-token.ts'
import { refreshesEndWithTheConsent, refreshesGiveTokens, refreshesTellTheState } from './refresh.ts'

const whole = (Status = 'Authorized', more = {}) => ({
  access_token: 'a',
  token_type: 'Bearer',
  expires_in: 300,
  authorization_details: [{ consent: { Data: { ConsentId: 'consent-1', Status } } }],
  ...more,
})
const token = (body: unknown, status = 200) => exchange({ operation: 'POST /token', body, status })

const refreshes = (change: Partial<Refreshes> = {}): Refreshes => ({
  push: journeyOf().push,
  first: token(whole('Authorized', { refresh_token: 'one' })),
  refreshed: token(whole()),
  data: exchange({ token: 'other' }),
  consent: exchange({ body: consentBody() }),
  after: { refreshed: token({ error: 'invalid_grant' }, 400) },
  ...change,
})

const withoutRefreshToken: Refreshes = { push: journeyOf().push, first: token(whole()) }
const notRefreshed: Refreshes = { ...withoutRefreshToken, refreshed: token({ error: 'invalid_grant' }, 400) }

proves(refreshesGiveTokens, {
  holds: {
    'without a new refresh token': refreshes(),
    'with one': refreshes({ refreshed: token(whole('Authorized', { refresh_token: 'two' })) }),
  },
  breaks: {
    'without details': [
      refreshes({ refreshed: token(whole('', { authorization_details: undefined })) }),
      '/authorization_details',
    ],
    refused: [refreshes({ refreshed: token({ error: 'invalid_grant' }, 400) }), 'status'],
    'refused, and nothing was asked afterwards': [
      { push: journeyOf().push, first: refreshes().first, refreshed: token({ error: 'invalid_grant' }, 400) },
      'status',
    ],
    'it opens nothing': [refreshes({ data: exchange({ status: 401 }) }), 'data for the new token: status'],
  },
  silent: { 'the code gave none': withoutRefreshToken },
})

it.each([
  ['one', 'the same comes back'],
  ['two', 'a new one comes back'],
  [undefined, 'the client keeps the one that it has'],
])('observes the refresh token: %s', (refresh_token, expected) => {
  const evidence = refreshes({ refreshed: token(whole('Authorized', { refresh_token })) })
  expect(Object.values(refreshesGiveTokens.observe?.(evidence, undefined as never) ?? {})).toEqual([expected])
})

const again = token(whole('Revoked'))

proves(refreshesEndWithTheConsent, {
  holds: {
    refused: refreshes(),
    'a token for nothing': refreshes({ after: { refreshed: again, data: exchange({ status: 403 }) } }),
  },
  breaks: {
    data: [refreshes({ after: { refreshed: again, data: exchange() } }), 'data after the revocation: status'],
  },
  silent: { 'the code gave none': withoutRefreshToken },
  undecided: { 'it did not work before': notRefreshed },
})

proves(refreshesTellTheState, {
  holds: { 'the same': refreshes() },
  breaks: {
    'another state': [
      refreshes({ refreshed: token(whole('AwaitingAuthorization')) }),
      '/authorization_details/0/consent/Data/Status',
    ],
  },
  silent: { 'the code gave none': withoutRefreshToken },
  undecided: {
    'it did not work': notRefreshed,
    'no state in the token': refreshes({ refreshed: token({}) }),
    'no state in the consent': refreshes({ consent: exchange({ status: 404 }) }),
  },
})
