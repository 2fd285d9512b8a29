import { expect, test } from 'vitest'
import { consentKey, readGrant } from './consents.ts'

const answer = (content: unknown) => ({ status: 200, body: JSON.stringify(content) })

test('a token that no header can carry is no grant', () => {
  for (const access_token of ['', 'two words', 'two\nlines', 'é'])
    expect(() => readGrant(answer({ access_token }), 'no token')).toThrow('no header can carry the access_token')
})

test('needs that hold the same share a consent, whatever the order; one that is spoiled is its own', () => {
  const need = { permissions: ['a', 'b'], fromDate: '2026-01-01', toDate: '2026-02-01' }
  const key = consentKey(need, 'one')
  expect(consentKey({ toDate: '2026-02-01', fromDate: '2026-01-01', permissions: ['b', 'a'] }, 'two')).toBe(key)
  expect(consentKey({ ...need, only: true }, 'two')).toBe(key)
  for (const other of [
    { accountSubTypes: ['x'] },
    { baseConsentId: 'x' },
    { expiresIn: 5 },
    { webhook: 'x' },
    { toDate: 'x' },
  ])
    expect(consentKey({ ...need, ...other }, 'one')).not.toBe(key)
  expect(consentKey({ ...need, own: true }, 'one')).not.toBe(consentKey({ ...need, own: true }, 'two'))
})
