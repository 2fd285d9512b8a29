import { expect, test } from 'vitest'
import { makeRedactor } from '../engine/redact/redactor.ts'
import { delivery, eventMessage } from '../testing/delivery.ts'
import { exchange } from '../testing/exchange.ts'
import { exchangeText } from './allure/exchange-text.ts'
import { harEntry } from './har.ts'

const masked = makeRedactor([]).exchange

test('an event is shown as it was opened, without a line to repeat it', () => {
  const text = exchangeText(masked(delivery({ message: eventMessage({ Status: 'Revoked' }) })))
  expect(text).toMatch(/^# x1: an event, .*, sent by the target, answered by this run\n/)
  expect(text).not.toContain('curl')
  expect(text).toContain('‹request body withheld: application/jwe, 9 characters›')
  expect(text).toContain('"Status": "Revoked"')
  expect(text).toContain('"enc": "A256GCM"')
})

test('and so it is in the recording', () => {
  expect(harEntry(masked(delivery()))).toMatchObject({
    _inbound: true,
    _operation: 'POST /',
    _delivery: { opened: { verified: true, claims: { message: eventMessage() } } },
    request: { method: 'POST', bodySize: delivery().facts.bytes, postData: { mimeType: 'application/jwe' } },
    response: { status: 202, bodySize: 0 },
  })
})

test('a signed answer shows its claims beside its mask', () => {
  const signed = masked(
    exchange({
      headers: { 'content-type': 'application/jwt' },
      body: 'eyJhbGciOiJQUzI1NiJ9.eyJhIjoxfQ.c2ln',
      jws: { claims: { iss: 'https://hub.example', message: { Data: { AccountId: 'a1' } } } },
    }),
  )
  expect(exchangeText(signed)).toContain('"AccountId": "a1"')
  expect(exchangeText(signed)).toMatch(/‹jwt [0-9a-f]{4}›/)
  expect(harEntry(signed)).toMatchObject({ _jws: { verified: true, claims: { iss: 'https://hub.example' } } })
  expect(exchangeText(masked(exchange()))).not.toContain('opened:')
})
