import { exchange } from '../../../../testing/exchange.ts'
import { givenOver } from '../../../../testing/given.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { userTokensAreSound } from './user-tokens.ts'

const { profile } = givenOver([])

type Members = Readonly<Record<string, unknown>>

const detail = (Status: string) => ({ consent: { Data: { ConsentId: 'consent-1', Status } } })
const good: Members = {
  access_token: 'a',
  token_type: 'Bearer',
  expires_in: 300,
  scope: 'openid accounts',
  state: 'state-1',
  authorization_details: [detail('Authorized')],
}
const idToken = {
  header: { alg: 'PS256' },
  claims: {
    iss: profile.issuer,
    aud: profile.clientId,
    nonce: 'nonce-1',
    exp: Date.parse('2026-06-01T08:05:00Z') / 1000,
  },
}

const arrival = (change: Members = {}, withIdToken = true) => ({
  journey: journeyOf({
    push: {
      ...journeyOf().push,
      claims: { scope: 'accounts openid', state: 'state-1', nonce: 'nonce-1' },
    },
    token: exchange({
      operation: 'POST /token',
      body: { ...good, ...change },
      ...(withIdToken ? { idToken } : {}),
    }),
  }),
  discovery: exchange(),
})

const broken: Readonly<Record<string, readonly [ReturnType<typeof arrival>, string]>> = {
  'UAE-TOK-013': [arrival({ expires_in: 3600 }), '/expires_in'],
  'UAE-TOK-019': [arrival({ scope: 'accounts openid payments' }), '/scope'],
  'UAE-TOK-021': [arrival({ token_type: undefined }), '/token_type'],
  'UAE-TOK-023': [
    arrival({ authorization_details: [detail('AwaitingAuthorization')] }),
    '/authorization_details/0/consent/Data/Status',
  ],
  'UAE-TOK-024': [arrival({ state: 'another' }), '/state'],
  'UAE-TOK-025': [arrival({}, false), '/id_token'],
}

for (const rule of userTokensAreSound) {
  const sample = broken[rule.id]
  if (sample === undefined) throw new Error(`no sample breaks ${rule.id}`)
  proves(rule, {
    holds: { good: arrival(), 'with a refresh token': arrival({ refresh_token: 'r' }) },
    breaks: { so: sample },
  })
}
