import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { keysAreSound, oddKeys, openToAll } from './key-set.ts'

/** A modulus of so many bits, with a zero byte in front as some servers write it. */
const modulus = (bits: number, first = 0x80): string =>
  Buffer.from([0, first, ...new Uint8Array(bits / 8 - 1)]).toString('base64url')

const key = (more: Readonly<Record<string, unknown>> = {}) => ({
  kty: 'RSA',
  use: 'sig',
  kid: 'one',
  n: modulus(2048),
  e: 'AQAB',
  ...more,
})
const set = (...keys: readonly unknown[]) => exchange({ operation: null, body: { keys } })
const { kid: _, ...nameless } = key()

proves(keysAreSound, {
  holds: {
    'one key': set(key()),
    'one key without an id': set(nameless),
    'no use': set(key({ use: undefined })),
    'a longer one beside a short one': set(key({ n: modulus(1024) }), key({ kid: 'two', n: modulus(4096) })),
    'keys of other types': set(key(), { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }, { kty: 'RSA', use: 'enc', n: 'AQ' }),
    'an odd thing beside': set(key(), 'x'),
  },
  breaks: {
    'several without an id': [set(key(), nameless), { at: '/keys/1/kid', expected: 'a key id', got: 'nothing' }],
    'too short': [
      set(key({ n: modulus(2048, 0x40) })),
      { at: '/keys', expected: 'an RSA key of 2048 bits or more', got: '2047 bits' },
    ],
    'no modulus': [
      set(key({ n: undefined })),
      { at: '/keys', expected: 'an RSA key of 2048 bits or more', got: '0 bits' },
    ],
    'only for encryption': [set(key({ use: 'enc' })), '/keys'],
    empty: [set(), '/keys'],
    'a private key': [set(key(), { kty: 'EC', d: 'x' }), { at: '/keys/1/d', expected: 'nothing', got: 'a secret' }],
    'a shared secret': [set(key(), { kty: 'oct', k: 'x' }), '/keys/1/k'],
    'no keys': [exchange({ body: {} }), 'body'],
  },
  undecided: { 'not found': exchange({ status: 404, body: {} }) },
})

describe('openToAll', () => {
  const probe = (status: number) => ({ name: 'p', exchange: exchange({ status }) })
  proves(openToAll, {
    holds: { answered: probe(200) },
    breaks: {
      refused: [probe(403), { at: 'without a certificate: status', expected: '200', got: '403', exchange: 'x1' }],
      'broken off': [{ name: 'p', inconclusive: 'x', brokenOff: true as const }, 'without a certificate'],
    },
    undecided: { 'no answer': { name: 'p', inconclusive: 'x' }, busy: probe(503) },
  })
})

it('observes what is unusual', () => {
  expect(oddKeys(set(key()))).toEqual({})
  expect(oddKeys(set(key(), key(), nameless, key({ kid: 'four', x5c: ['no certificate'] })))).toEqual({
    'equal kids': '1',
    'keys without kid': '1',
    'unreadable x5c': '1',
  })
})
