import { followed, silence, unopened } from '../../../../testing/followed.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { proves } from '../../../../testing/proves.ts'
import { envelopesAreSound } from './envelope.ts'

const headers = (...fields: readonly (readonly [string, string])[]) => ({ headers: fields })
const notOpened = { opened: { failed: 'ERR_JWE_DECRYPTION_FAILED' }, decrypted: false }
const undecided = { 'none came': silence }

proves(ruleNamed(envelopesAreSound, 'UAE-EVT-001'), {
  holds: {
    posted: followed({}),
    'with the slash of the template': followed({ below: '/' }),
    'with a query': followed({ below: '?v=1' }),
  },
  breaks: {
    below: [
      followed({ below: '/events' }),
      { at: 'path', expected: '/hooks/7f3c', got: '/hooks/7f3c/events', exchange: 'x1' },
    ],
    put: [followed({ method: 'PUT' }), { at: 'method', expected: 'POST', got: 'PUT', exchange: 'x1' }],
  },
  undecided,
})

proves(ruleNamed(envelopesAreSound, 'UAE-EVT-002'), {
  holds: { 'a JWE': followed({}), 'with a parameter': followed(headers(['Content-Type', 'Application/JWE; v=1'])) },
  breaks: {
    'another type': [
      followed(headers(['content-type', 'application/jwt'])),
      { at: 'header content-type', expected: 'application/jwe', got: 'application/jwt', exchange: 'x1' },
    ],
    'a JWS': [
      followed({ jwe: null }),
      { at: 'body', expected: 'a compact JWE', got: '9 characters that are none', exchange: 'x1' },
    ],
    'the second of two': [followed({}, { id: 'x2', jwe: null }), 'body'],
  },
  undecided,
})

proves(ruleNamed(envelopesAreSound, 'UAE-EVT-003'), {
  holds: {
    opened: followed({}),
    'by RSA-OAEP without kid': followed({ jwe: { alg: 'RSA-OAEP', enc: 'A256GCM' }, facts: { ownKid: false } }),
    'of a kid that the profile does not name': followed({ facts: { ownKid: false } }),
  },
  breaks: {
    'another cipher': [
      followed({ jwe: { alg: 'RSA-OAEP-256', enc: 'A128GCM' } }),
      { at: 'JWE enc', expected: 'A256GCM', got: 'A128GCM', exchange: 'x1' },
    ],
    'another algorithm': [followed({ jwe: { alg: 'RSA1_5', enc: 'A256GCM' }, facts: notOpened }), 'JWE alg'],
    'for our kid, and not by our key': [
      followed({ jwe: { alg: 'RSA-OAEP', enc: 'A256GCM' } }, { id: 'x2', facts: notOpened }),
      {
        at: 'body',
        expected: 'a JWE that the key of client.encryption opens',
        got: 'ERR_JWE_DECRYPTION_FAILED',
        exchange: 'x2',
      },
    ],
    'for the kid of another that opened': [followed({}, { id: 'x2', ...unopened }), 'body'],
  },
  silent: { 'no JWE is the business of another rule': followed({ jwe: null }) },
  undecided: {
    ...undecided,
    'the profile may name another key': followed(unopened),
    'the profile may hold another key by that name': followed({ facts: notOpened }),
    'the client may have several': followed(
      {},
      { id: 'x2', ...unopened, jwe: { alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'enc-2' } },
    ),
  },
})

proves(ruleNamed(envelopesAreSound, 'UAE-EVT-009'), {
  holds: {
    'a UUID': followed({}),
    'in upper case': followed(headers(['X-FAPI-Interaction-Id', '77B0E830-B095-1C6C-94E8-20F83EAA799F'])),
  },
  breaks: {
    'without dashes': [
      followed(headers(['x-fapi-interaction-id', '77b0e830b0954c6c94e820f83eaa799f'])),
      {
        at: 'header x-fapi-interaction-id',
        expected: 'a UUID',
        got: '77b0e830b0954c6c94e820f83eaa799f',
        exchange: 'x1',
      },
    ],
  },
  silent: { 'left out': followed(headers()) },
  undecided,
})
