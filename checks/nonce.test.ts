import type { Exchange } from '../engine/exchange.ts'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { idTokenNonce } from './nonce.ts'

const token = (claims?: Readonly<Record<string, unknown>>): Exchange => {
  const answer = exchange({ operation: 'POST /token' })
  if (claims === undefined) return answer
  return { ...answer, facts: { ...answer.facts, idToken: { header: {}, claims, verified: true } } }
}

proves((answer: Exchange) => idTokenNonce(answer, 'nonce-1'), {
  holds: { 'the same': token({ nonce: 'nonce-1' }) },
  breaks: {
    cut: [token({ nonce: 'nonce' }), { at: 'id_token nonce', expected: 'nonce-1', got: 'nonce', exchange: 'x1' }],
    missing: [token({}), 'id_token nonce'],
  },
  silent: { 'no id_token': token() },
})

proves((answer: Exchange) => idTokenNonce(answer, undefined), {
  holds: { 'none where none was sent': token({}) },
  breaks: {
    'one that nobody sent': [
      token({ nonce: 'made-up' }),
      { at: 'id_token nonce', expected: 'nothing', got: 'made-up', exchange: 'x1' },
    ],
  },
})
