import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { jwtTimesAreSeconds } from './numeric-dates.ts'

const signed = (claims: Record<string, unknown>) => exchange({ body: 'a.b.c', jws: { claims } })
const withIdToken = (claims: Record<string, unknown>) => {
  const answer = exchange({ operation: 'POST /token', body: { id_token: 'a.b.c' } })
  return { ...answer, facts: { ...answer.facts, idToken: { header: {}, claims, verified: true } } }
}

proves(jwtTimesAreSeconds, {
  holds: {
    seconds: signed({ exp: 1_780_300_800, nbf: 1_780_300_800, iat: 1_780_300_800 }),
    'with fractions': signed({ exp: 1_780_300_800.25 }),
    'long past': signed({ exp: 1_000_000_000 }),
    'of an id_token': withIdToken({ exp: 1_780_300_800, auth_time: 1_780_300_000 }),
  },
  breaks: {
    'a text': [
      signed({ exp: '1780300800' }),
      { at: 'body claim exp', expected: 'a JSON number of seconds', got: '"1780300800"' },
    ],
    'ISO 8601': [signed({ nbf: '2026-06-01T08:00:00Z' }), 'body claim nbf'],
    null: [signed({ iat: null }), { at: 'body claim iat', expected: 'a JSON number of seconds', got: 'null' }],
    milliseconds: [
      signed({ iat: 1_780_300_800_000 }),
      { at: 'body claim iat', expected: 'seconds since 1970', got: '1780300800000' },
    ],
    zero: [signed({ exp: 0 }), 'body claim exp'],
    'milliseconds in an id_token': [withIdToken({ exp: 1_780_300_800_000 }), 'id_token claim exp'],
  },
  silent: { 'no JWT': exchange({ body: { exp: '1' } }), 'no times': signed({ message: {} }) },
})
