import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { consentType } from '../../consent-request.ts'
import { clientTokens, tokenIsOfTheConsent } from './tokens.ts'

const token = (body: unknown) => exchange({ operation: 'POST /token', body })
const good = { access_token: 'a', token_type: 'bearer', expires_in: 300 }

proves(clientTokens, {
  holds: { 'with a scope': token({ ...good, scope: 'accounts' }) },
  breaks: {
    'a refresh token': [
      token({ ...good, refresh_token: 'r' }),
      { at: '/refresh_token', expected: 'nothing', got: 'a refresh token' },
    ],
  },
})

const arrival = (ConsentId: string) => ({
  journey: journeyOf({
    token: token({
      authorization_details: [{ type: consentType, consent: { Data: { ConsentId, Status: 'Authorized' } } }],
    }),
  }),
  discovery: exchange(),
})

proves(tokenIsOfTheConsent, {
  holds: { 'the pushed one': arrival('consent-1') },
  breaks: {
    'another one': [
      arrival('consent-2'),
      {
        at: '/authorization_details/0/consent/Data/ConsentId',
        expected: 'consent-1',
        got: 'consent-2',
        exchange: 'x1',
      },
    ],
  },
})
