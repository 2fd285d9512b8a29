import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { callbackNamesStateAndIssuer } from './callback.ts'

const issuer = 'https://auth1.bank.example'
const arrival = (iss: string) => ({
  journey: journeyOf({
    authorisation: {
      outcome: 'code',
      callback: { parameters: { state: 'state-1', iss }, fragment: [], to: 'https://client.example', withCode: true },
      exchanges: [],
    },
  }),
  discovery: exchange({ body: { issuer } }),
})

proves(callbackNamesStateAndIssuer, {
  holds: { 'the issuer of discovery': arrival(issuer) },
  breaks: {
    'another issuer': [
      arrival('https://other.example'),
      { at: 'callback iss', expected: issuer, got: 'https://other.example' },
    ],
  },
})
