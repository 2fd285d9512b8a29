import { expect, test } from 'vitest'
import { readGrant } from './consents.ts'

const answer = (content: unknown) => ({ status: 200, body: JSON.stringify(content) })

test('a token that no header can carry is no grant', () => {
  for (const access_token of ['', 'two words', 'two\nlines', 'é'])
    expect(() => readGrant(answer({ access_token }), 'no token')).toThrow('no header can carry the access_token')
})
