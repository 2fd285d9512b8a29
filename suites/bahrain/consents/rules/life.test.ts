import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { journeyOf } from '../../../../testing/session.ts'
import { status, tried } from '../../../../testing/tried.ts'
import type { Followed } from '../scenarios/follow-consent.ts'
import {
  clientsNeedNoUser,
  declinedConsentsAreNotOpen,
  givenConsentsAreAuthorised,
  strangersSeeNoConsent,
  timesInTokensAreNumbers,
} from './life.ts'

const showing = (Status: string) => exchange({ id: 'r1', body: { Data: { ConsentId: 'c1', Status } } })
const usual = journeyOf()
const followed = (read = showing('Authorised'), token = usual.token, created = 201): Followed => ({
  journey: { ...usual, token, push: { ...usual.push, par: exchange({ id: 'c1', status: created }) } },
  read,
})
const state = (expected: string, got: string) => ({ at: '/Data/Status', expected, got, exchange: 'r1' })

proves(clientsNeedNoUser, {
  holds: { 'created and read': followed() },
  breaks: {
    'read by users alone': [
      followed(exchange({ id: 'r1', status: 403 })),
      { at: 'read: status', expected: 'a success', got: '403', exchange: 'r1' },
    ],
  },
  undecided: {
    'rate limited': followed(exchange({ status: 429 })),
    'a failure': followed(exchange({ status: 500 })),
  },
})

proves(givenConsentsAreAuthorised, {
  holds: { Authorised: followed() },
  breaks: {
    'still waiting': [followed(showing('AwaitingAuthorisation')), state('Authorised', 'AwaitingAuthorisation')],
    'in the American way': [followed(showing('Authorized')), state('Authorised', 'Authorized')],
  },
  undecided: { 'not shown': followed(exchange({ status: 403 })) },
})

const token = (claims: Readonly<Record<string, unknown>>) => exchange({ id: 't1', idToken: { claims } })
proves(timesInTokensAreNumbers, {
  holds: { numbers: followed(undefined, token({ iat: 1780300800, exp: 1780304400.5 })) },
  breaks: {
    texts: [
      followed(undefined, token({ iat: '1780300800' })),
      { at: 'id_token claim iat', expected: 'a JSON number of seconds', got: '"1780300800"' },
    ],
    milliseconds: [
      followed(undefined, token({ iat: 1780300800000 })),
      { at: 'id_token claim iat', expected: 'seconds since 1970', got: '1780300800000' },
    ],
  },
  silent: { 'no id_token': followed() },
})

proves(declinedConsentsAreNotOpen, {
  holds: { Rejected: showing('Rejected') },
  breaks: { Authorised: [showing('Authorised'), state('Rejected', 'Authorised')] },
  undecided: { 'waits still': showing('AwaitingAuthorisation'), 'not shown': exchange({ status: 404 }) },
})

const [of, foreign] = ['BH-CON-016', 'read by another client']
proves(strangersSeeNoConsent, {
  holds: {
    '403': tried(of, { [foreign]: 403 }),
    '400': tried(of, { 'an unknown id': 400 }),
    '404': tried(of, { 'an unknown id': 404 }),
  },
  breaks: {
    shown: [tried(of, { [foreign]: 200 }), status(foreign, '400 or 403, and no data', 200)],
    'a failure': [tried(of, { 'an unknown id': 500 }), status('an unknown id', '400 or 403, and no data', 500)],
  },
  undecided: { 'the token was refused': tried(of, { [foreign]: 401 }) },
})
