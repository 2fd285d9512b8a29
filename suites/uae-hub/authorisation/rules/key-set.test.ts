import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { keySetIsKept, keySetIsSound } from './key-set.ts'

const n = Buffer.alloc(256, 0xff).toString('base64url')
const key = { kty: 'RSA', use: 'sig', kid: 'one', n, e: 'AQAB' }
const { kid: _, ...nameless } = key

const read = (keys: readonly unknown[], without = 200, cacheControl = 'max-age=300') => ({
  jwks: exchange({
    operation: null,
    body: { keys },
    headers: { 'content-type': 'application/json', 'cache-control': cacheControl },
  }),
  without: { name: 'without', exchange: exchange({ id: 'x2', operation: null, status: without }) },
})
const gone = { name: 'without', inconclusive: 'no answer' }

proves(keySetIsSound, {
  holds: { 'one key': read([key]) },
  breaks: {
    'a second without an id': [read([key, nameless]), { at: '/keys/1/kid', expected: 'a key id', got: 'nothing' }],
    'closed to those without a certificate': [read([key], 403), 'without a certificate: status'],
    'both at once': [read([], 403), '/keys', 'without a certificate: status'],
    'a fault that stands although the other half is open': [{ ...read([]), without: gone }, '/keys'],
  },
  undecided: { 'half of it': { ...read([key]), without: gone } },
})

proves(keySetIsKept, {
  holds: { 'for five minutes': read([key]) },
  breaks: { never: [read([key], 200, 'no-store'), 'header cache-control'] },
})
