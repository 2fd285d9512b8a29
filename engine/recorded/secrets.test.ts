import { expect, it } from 'vitest'
import { makeRedactor } from '../redact/redactor.ts'
import { secretsByName } from './secrets.ts'

const request = { method: 'GET', url: 'https://b.test/accounts', headers: [] }

it.each([
  ['sid=secret-4711-abcdef; Path=/open-finance; Domain=pg.bank.test; Secure; HttpOnly; SameSite=Strict'],
  ['sid=secret-4711-abcdef; expires=Wed, 21 Oct 2026 07:28:00 GMT; path=/open-finance; Max-Age=31536000'],
  ['a=other-4711-abcdefg; Domain=pg.bank.test; Path=/open-finance, sid=secret-4711-abcdef; Path=/open-finance'],
])('a cookie is a secret, and where it goes is none: %s', (value) => {
  const redactor = makeRedactor([])
  const secrets = secretsByName({ request, response: { headers: [['Set-Cookie', value]] } })
  for (const one of secrets) redactor.secret(one.value, one.kind)
  const told = 'https://pg.bank.test/open-finance since 07:28:00 for 31536000 with Strict'
  expect(redactor.text(told)).toBe(told)
  expect(redactor.text('got secret-4711-abcdef')).toMatch(/^got ‹set cookie [0-9a-f]{4}›$/)
})
