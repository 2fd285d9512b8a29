import { exchange, type Sample } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { detachedFitsBody, detachedHeaderIsWhole, detachedIsThere } from './detached-signature.ts'

const place = 'header x-jws-signature'
const signed = (value: string, more: Sample = {}) => exchange({ headers: { 'x-jws-signature': value }, ...more })

proves(detachedIsThere, {
  holds: { 'two dots': signed('e30..c2ln') },
  breaks: {
    missing: [exchange(), { at: place, expected: 'a detached JWS', got: 'nothing' }],
    'no signature': [signed('e30..'), place],
    'one dot': [signed('e30.c2ln'), place],
    padded: [signed('e30=..c2ln'), place],
  },
})

proves(detachedFitsBody, {
  holds: { verified: signed('e30..c2ln', { detached: {} }) },
  breaks: {
    'of another body': [
      signed('e30..c2ln', { detached: { verified: false, reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' } }),
      place,
    ],
  },
  silent: {
    'none at all': exchange(),
    'nothing to verify with': signed('e30..c2ln', { detached: { verified: false, reason: 'no key set was read' } }),
  },
  undecided: {
    'another key': signed('e30..c2ln', { detached: { verified: false, reason: 'ERR_JWKS_NO_MATCHING_KEY' } }),
  },
})

const whole = { alg: 'PS256', kid: 'k', 'http://a/iat': 1, crit: ['http://a/iat'] }
const headed = (change: Readonly<Record<string, unknown>>) =>
  signed('e30..c2ln', { detached: { header: { ...whole, ...change } } })
proves(detachedHeaderIsWhole({ alg: 'PS256', critical: ['iat'] }), {
  holds: { whole: headed({}) },
  breaks: {
    unsigned: [headed({ alg: 'none' }), `${place} alg`],
    'no key': [headed({ kid: '' }), `${place} kid`],
    'no crit': [headed({ crit: undefined }), { at: `${place} crit`, expected: 'http://a/iat', got: 'nothing' }],
    'no claim': [
      exchange({
        headers: { 'x-jws-signature': 'e30..c2ln' },
        detached: { header: { alg: 'PS256', kid: 'k', crit: [] } },
      }),
      { at: `${place} header`, expected: 'a claim …/iat', got: 'nothing' },
    ],
  },
  silent: { 'none at all': exchange() },
})
