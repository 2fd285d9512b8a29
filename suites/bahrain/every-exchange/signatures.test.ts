import { bahrainExchange, bahrainGiven } from '../../../testing/bahrain.ts'
import type { Sample } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, createPayment, createPaymentConsent, payment } from '../operations.ts'
import { signatures } from './signatures.ts'

const place = 'header x-jws-signature'
const made = (value: string | undefined, sample: Sample = {}) =>
  bahrainExchange(createPayment, {
    status: 201,
    body: { Data: {} },
    ...(value !== undefined && { headers: { 'content-type': 'application/json', 'X-JWS-Signature': value } }),
    ...sample,
  })

proves(
  ruleNamed(signatures, 'BH-RSP-007'),
  {
    holds: { 'two dots': made('e30..c2ln') },
    breaks: {
      missing: [made(undefined), { at: place, expected: 'a detached JWS', got: 'nothing' }],
      'with its payload': [made('e30.e30.c2ln'), place],
      padded: [made('e30=..c2ln='), place],
    },
    silent: {
      'an error': made(undefined, { status: 400 }),
      'account information': bahrainExchange(accounts, { body: {} }),
      'no body': made(undefined, { body: '' }),
    },
  },
  bahrainGiven,
)

proves(
  ruleNamed(signatures, 'BH-JWS-007'),
  {
    holds: { 'of an error': made('e30..c2ln', { status: 400 }) },
    breaks: {
      missing: [
        bahrainExchange(createPaymentConsent, { status: 400, body: { Code: '400' } }),
        { at: place, expected: 'a detached JWS', got: 'nothing' },
      ],
    },
    silent: {
      'a success': made(undefined),
      'a 401': made(undefined, { status: 401 }),
      'a 429': made(undefined, { status: 429 }),
    },
  },
  bahrainGiven,
)

const failed = (reason: string) => ({ detached: { verified: false, reason } })
proves(
  ruleNamed(signatures, 'BH-JWS-001'),
  {
    holds: { verified: made('e30..c2ln', { detached: {} }) },
    breaks: {
      'of another body': [
        made('e30..c2ln', failed('ERR_JWS_SIGNATURE_VERIFICATION_FAILED')),
        {
          at: place,
          expected: 'the signature of this body',
          got: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
          exchange: 'x1',
        },
      ],
      'a header that is none': [made('AAAA..c2ln'), place],
    },
    silent: {
      'no key set': made('e30..c2ln', failed('no key set was read')),
      'no signature, which is told elsewhere': made(undefined),
    },
    undecided: { 'a key that is published elsewhere': made('e30..c2ln', failed('ERR_JWKS_NO_MATCHING_KEY')) },
  },
  bahrainGiven,
)

const headerOf = (host: string) => {
  const claims = { [`${host}/iat`]: 1780300800, [`${host}/iss`]: 'bank', [`${host}/tan`]: 'bank.example' }
  return { alg: 'PS256', kid: 'k1', ...claims, crit: Object.keys(claims) }
}
const host = 'http://openbanking.org.bh'
const headed = (change: Readonly<Record<string, unknown>>) =>
  bahrainExchange(payment, {
    body: { Data: {} },
    headers: { 'x-jws-signature': 'e30..c2ln' },
    detached: { header: { ...headerOf(host), ...change } },
  })
const british = bahrainExchange(payment, {
  body: { Data: {} },
  headers: { 'x-jws-signature': 'e30..c2ln' },
  detached: { header: headerOf('http://openbanking.org.uk') },
})

proves(
  ruleNamed(signatures, 'BH-JWS-006'),
  {
    holds: {
      'all of it': headed({}),
      'claims of another host': british,
    },
    breaks: {
      'another algorithm': [headed({ alg: 'RS256' }), { at: `${place} alg`, expected: 'PS256', got: 'RS256' }],
      'no key': [headed({ kid: undefined }), `${place} kid`],
      'one that is not critical': [
        headed({ crit: [`${host}/iat`, `${host}/iss`] }),
        {
          at: `${place} crit`,
          expected: `${host}/tan`,
          got: JSON.stringify([`${host}/iat`, `${host}/iss`]),
        },
      ],
    },
    silent: { 'no signature': made(undefined) },
  },
  bahrainGiven,
)
