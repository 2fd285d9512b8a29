import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { grantTypes, refreshTokens, shapes, unknownScope } from '../scenarios/ask-for-odd-grants.ts'
import {
  assertionsGiveTokens,
  onlyFormsArePosted,
  otherGrantsAreRefused,
  unknownRefreshTokensAreRefused,
  unknownScopesAreNotGiven,
} from './grants.ts'

const token = (status: number, body?: unknown) => exchange({ operation: 'POST /token', status, body })

/** Every probe refused with 400, but those named with the status that is given. */
const odd = (other: Readonly<Record<string, number>> = {}, scope = 'accounts') => ({
  baseline: token(200),
  probes: [...grantTypes, ...shapes, ...refreshTokens].map(({ name }) => ({
    name,
    exchange: token(other[name] ?? 400),
  })),
  unknownScope: token(200, { access_token: 'a', token_type: 'Bearer', expires_in: 300, scope }),
})

proves(otherGrantsAreRefused, {
  holds: {
    refused: odd(),
    'with 401': odd({ password: 401 }),
    'a refresh token that works': odd({ 'unknown refresh token': 200 }),
  },
  breaks: {
    password: [odd({ password: 200 }), 'password: status'],
    'a made-up one': [odd({ 'unknown grant type': 200 }), 'unknown grant type: status'],
  },
  undecided: { fails: odd({ implicit: 500 }) },
})

proves(unknownRefreshTokensAreRefused, {
  holds: { refused: odd() },
  breaks: { given: [odd({ 'unknown refresh token': 200 }), 'unknown refresh token: status'] },
})

proves(onlyFormsArePosted, {
  holds: { refused: odd(), 'by HTTP': odd({ GET: 405, JSON: 415 }) },
  breaks: { GET: [odd({ GET: 200 }), 'GET: status'], JSON: [odd({ JSON: 200 }), 'JSON: status'] },
})

proves(unknownScopesAreNotGiven, {
  holds: { 'left out': odd() },
  breaks: { given: [odd({}, `accounts ${unknownScope}`), '/scope'] },
})

const name = 'times eight seconds ahead'
const assertions = (ahead?: number) => ({
  baseline: token(200),
  probes: [],
  ...(ahead === undefined ? {} : { ahead: { name, exchange: token(ahead) } }),
})

proves(assertionsGiveTokens, {
  holds: { accepted: assertions(200), 'clocks too far apart to ask': assertions() },
  breaks: { refused: [assertions(401), { at: `${name}: status`, expected: '200', got: '401', exchange: 'x1' }] },
  undecided: {
    busy: assertions(429),
    fails: assertions(500),
    'no answer': { ...assertions(), ahead: { name, inconclusive: 'gone' } },
  },
})
