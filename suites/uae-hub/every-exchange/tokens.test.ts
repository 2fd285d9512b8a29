import { exchange } from '../../../testing/exchange.ts'
import { proves } from '../../../testing/proves.ts'
import { tokensAreNotStored } from './tokens.ts'

const token = (cacheControl: string, status = 200) =>
  exchange({
    operation: 'POST /token',
    status,
    headers: { 'Cache-Control': cacheControl },
    body: { access_token: 'a' },
  })

proves(tokensAreNotStored, {
  holds: { 'no-store': token('no-store'), 'in other letters, among others': token('private, NO-STORE') },
  breaks: {
    'no-cache': [token('no-cache'), { at: 'header cache-control', expected: 'no-store', got: 'no-cache' }],
  },
  silent: { 'an error': token('no-cache', 400), accounts: exchange() },
})
