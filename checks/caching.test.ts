import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { tokenIsNotStored } from './caching.ts'

const token = (headers: Record<string, string>, more = {}) =>
  exchange({ operation: 'POST /token', headers, body: { access_token: 'a' }, ...more })

proves(tokenIsNotStored({ operation: 'POST /token' }), {
  holds: {
    'no-store': token({ 'cache-control': 'no-store' }),
    'among others, in other letters': token({ 'Cache-Control': 'private, No-Store' }),
    'with a charset': token({ 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' }),
  },
  breaks: {
    'another directive': [
      token({ 'cache-control': 'no-cache' }),
      { at: 'header cache-control', expected: 'no-store', got: 'no-cache' },
    ],
    'no directive': [token({}), { at: 'header cache-control', expected: 'no-store', got: 'nothing' }],
    'another type': [
      token({ 'cache-control': 'no-store', 'content-type': 'text/plain' }),
      { at: 'header content-type', expected: 'application/json', got: 'text/plain' },
    ],
  },
  silent: { 'an error': token({}, { status: 400 }), 'another operation': token({}, { operation: 'POST /par' }) },
})
