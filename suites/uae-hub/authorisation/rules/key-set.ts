import { mayBeKept, otherAge } from '../../../../checks/kept-for.ts'
import { keysAreSound, oddKeys, openToAll } from '../../../../checks/key-set.ts'
import type { Answer, Finding } from '../../../../engine/rule.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { readKeySet } from '../scenarios/read-key-set.ts'

const findingsOf = (answer: Answer): readonly Finding[] | undefined => (Array.isArray(answer) ? answer : undefined)

/** Findings of both together; else the answer of the one that did not come to any. */
const both = (one: Answer, other: Answer): Answer => {
  const found = [...(findingsOf(one) ?? []), ...(findingsOf(other) ?? [])]
  if (found.length > 0) return found
  return findingsOf(one) === undefined ? one : other
}

/** UAE-DSC-008 */
export const keySetIsSound = rule({
  id: 'UAE-DSC-008',
  requirements: ['UAE-DSC-008'],
  level: 'MUST',
  about: 'hub',
  title: 'The key set is open to all, and holds public keys of which one is for signatures and long enough',
  cites: [
    cite.guide('security/fapi/index.md, table of cryptography'),
    cite.guide('security/fapi/message-encryption.md'),
    cite.rfc('8414 §2'),
  ],
  defects: ['key-without-kid'],
  on: [readKeySet],
  check: ({ jwks, without }) => both(keysAreSound(jwks), openToAll(without)),
  observe: ({ jwks }) => oddKeys(jwks),
  example: {
    breaks: `GET jwks_uri

200
content-type: application/json

{"keys":[{"kty":"RSA","use":"sig","kid":"one","n":"…","e":"AQAB"},{"kty":"RSA","use":"sig","n":"…","e":"AQAB"}]}`,
    findings: [{ at: '/keys/1/kid', expected: 'a key id', got: 'nothing' }],
  },
})

/** UAE-DSC-010 */
export const keySetIsKept = rule({
  id: 'UAE-DSC-010',
  requirements: ['UAE-DSC-010'],
  level: 'SHOULD',
  about: 'hub',
  title: 'The key set is kept by caches for a while',
  cites: [cite.web('implementation-guides/caching-public')],
  defects: ['key-set-not-kept'],
  on: [readKeySet],
  check: ({ jwks }, given) => mayBeKept(jwks, given),
  observe: ({ jwks }) => otherAge(300)(jwks),
  example: {
    breaks: `GET jwks_uri

200
content-type: application/json
cache-control: no-store

{"keys":[ … ]}`,
    findings: [{ at: 'header cache-control', expected: 'a max-age, or nothing', got: 'no-store' }],
  },
})
