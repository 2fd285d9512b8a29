import { expect, test } from 'vitest'
import { delivery } from '../../testing/delivery.ts'
import { exchange } from '../../testing/exchange.ts'
import { openArchive } from '../archive.ts'
import type { Exchange } from '../exchange.ts'
import { makeRedactor } from './redactor.ts'

const places = [
  { path: '**.AccountHolderName', kind: 'name' },
  { path: '**.DateOfBirth', kind: 'birth' },
  { path: '**.sub', kind: 'user' },
]

const message = {
  Data: {
    AccountHolderName: 'Canary Al Qasimi',
    DateOfBirth: '1990-01-02',
    AccountIdentifiers: [{ Identification: 'AE070331234567890123456' }],
    Status: 'Authorized',
  },
  Meta: { EventType: 'Resource.Updated' },
}
const people = ['Canary', '1990-01-02', 'AE070331234567890123456']

/** As an exchange leaves the archive, masked before it went in. */
const written = (given: Exchange) => {
  const redactor = makeRedactor(places)
  const archive = openArchive(redactor)
  redactor.learn(given)
  archive.add(given)
  redactor.secret('canary-of-later', 'token')
  const out = archive.get(given.id)
  if (out === undefined) throw new Error('it was not kept')
  return { out, text: JSON.stringify(out), redactor }
}

test('an event is shown with the names of its members, and people are masked', () => {
  const headers = [['authorization', 'Bearer canary-permit-1'] as const]
  const permit = { iss: 'https://hub.example', sub: 'https://hub.example', aud: 'https://tpp.example' }
  const given = delivery({ message, headers, permit })
  const { out, text } = written({ ...given, request: { ...given.request, body: 'canary.of.the.jwe.itself' } })
  for (const one of [...people, 'canary']) expect(text).not.toContain(one)
  expect(out.facts.delivery).toMatchObject({
    jwe: { alg: 'RSA-OAEP-256' },
    decrypted: true,
    opened: {
      verified: true,
      claims: {
        iss: 'https://auth1.bank.example',
        nbf: 1780300800,
        message: {
          Data: {
            AccountHolderName: expect.stringMatching(/^‹name [0-9a-f]{4}›$/),
            DateOfBirth: expect.stringMatching(/^‹birth /),
            AccountIdentifiers: [{ Identification: expect.stringMatching(/^‹iban /) }],
            Status: 'Authorized',
          },
          Meta: { EventType: 'Resource.Updated' },
        },
      },
    },
    // It is about servers.
    authorization: { claims: permit },
  })
})

test('so is a signed answer, and what was not opened says why', () => {
  const signed = written(exchange({ jws: { claims: { iss: 'https://hub.example', message } } }))
  for (const one of people) expect(signed.text).not.toContain(one)
  expect(signed.out.facts.jws?.claims).toMatchObject({ iss: 'https://hub.example', message: { Meta: message.Meta } })
  const facts = { opened: { failed: 'ERR_JWE_DECRYPTION_FAILED' }, decrypted: false }
  expect(written(delivery({ facts })).out.facts.delivery).toMatchObject(facts)
})

test('what an event tells of people is masked wherever else it stands', () => {
  const { redactor } = written(delivery({ message }))
  expect(redactor.text('for Canary Al Qasimi')).toMatch(/^for ‹name [0-9a-f]{4}›$/)
})

test('what is learnt later is masked in what was opened before', () => {
  expect(written(delivery({ message: { note: 'has canary-of-later in it' } })).text).not.toContain('canary-of-later')
})
