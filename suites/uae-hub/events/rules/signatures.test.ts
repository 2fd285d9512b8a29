import { inboxUrl } from '../../../../testing/delivery.ts'
import { followed, silence, unopened } from '../../../../testing/followed.ts'
import { givenOver } from '../../../../testing/given.ts'
import { proves } from '../../../../testing/proves.ts'
import { eventsAreSigned, permitsAreSound } from './signatures.ts'

const undecided = { 'none came': silence }

const noSuchKey = { verified: false, reason: 'ERR_JWKS_NO_MATCHING_KEY' }
const noKeySet = { verified: false, reason: 'no key set was read' }

proves(
  eventsAreSigned,
  {
    holds: { signed: followed({}), 'with fractions of seconds': followed({ claims: { nbf: 1780300800.5 } }) },
    breaks: {
      'a bad signature': [
        followed({ jws: { verified: false, reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' } }),
        {
          at: 'JWS signature',
          expected: 'one that a key of the server verifies',
          got: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
          exchange: 'x1',
        },
      ],
      'another algorithm': [followed({ jws: { header: { alg: 'RS256' } } }), 'JWS alg'],
      'another algorithm, for which there is no key': [
        followed({ jws: { header: { alg: 'HS256' }, ...noSuchKey } }),
        'JWS alg',
        'JWS signature',
      ],
      'no issuer, and no content': [followed({ message: undefined, claims: { iss: 1 } }), 'JWS iss', 'JWS message'],
      'over when it came': [followed({ claims: { exp: 1780300000 } }), 'JWS exp'],
      'JSON in the JWE': [
        followed({ facts: { opened: { failed: 'the JWE holds no compact JWS' } } }),
        { at: 'JWE content', expected: 'a compact JWS', got: 'the JWE holds no compact JWS', exchange: 'x1' },
      ],
    },
    undecided: {
      ...undecided,
      'not opened': followed(unopened),
      'no keys': followed({ jws: noKeySet }),
      'a key that may be published elsewhere': followed({ jws: noSuchKey }),
    },
  },
  givenOver([]),
)

const permit = {
  iss: 'https://hub.example',
  sub: 'hub',
  aud: inboxUrl,
  iat: 1780300800,
  nbf: 1780300800,
  exp: 1780300830,
  jti: 'j1',
}

proves(permitsAreSound, {
  holds: {
    sound: followed({ permit }),
    'for a list': followed({ permit: { ...permit, aud: [inboxUrl] } }),
    'each of its own': followed({ permit }, { permit: { ...permit, jti: 'j2' } }),
  },
  breaks: {
    'for another': [
      followed({ permit: { ...permit, aud: 'https://another.example' } }),
      { at: 'JWT aud', expected: inboxUrl, got: 'https://another.example', exchange: 'x1' },
    ],
    'used twice': [followed({ permit }, { id: 'x2', permit }), 'JWT jti'],
    'without times and subject': [
      followed({ permit: { iss: 'a', aud: inboxUrl, jti: 'j', iat: '1', nbf: 1 } }),
      'JWT sub',
      'JWT iat',
      'JWT exp',
    ],
    'not verified': [
      followed({
        facts: { authorization: { header: { alg: 'RS256' }, claims: permit, verified: false, reason: 'ERR_JWS' } },
      }),
      'JWT alg',
      'JWT signature',
    ],
  },
  silent: { 'none stands there': followed({}) },
  undecided,
})
