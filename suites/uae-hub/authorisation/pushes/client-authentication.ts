import { cite } from '../../cite.ts'
import { replayed, spoiledAssertions } from '../spoiled-assertions.ts'
import type { PushRule } from './push-rule.ts'
import { accepted, assertion, either, form, type Row, refused } from './row.ts'

/** What RFC 9126 §2 lets a client write as `aud`, and FAPI 2.0 does not: at this endpoint it is observed. */
const legal: readonly string[] = [
  'aud is the token endpoint',
  'aud is the endpoint for pushed requests',
  'aud is a list with the issuer',
]

const spoiled: readonly Row[] = spoiledAssertions.map(({ name, spoil }) =>
  (legal.includes(name) ? either : refused)(`client assertion: ${name}`, (known) => {
    const { assertion: changed, form: posted } = spoil(known)
    return { ...(changed && { assertion: changed }), ...(posted && { form: posted }) }
  }),
)

/** The very assertion of the first push, in the second too. */
const sameAssertion = () => {
  let first: string | undefined
  return form((usual) => {
    first ??= usual.client_assertion
    return { client_assertion: first }
  })
}
const ahead = assertion(({ iat, nbf, exp }) => ({ iat: Number(iat) + 8, nbf: Number(nbf) + 8, exp: Number(exp) + 8 }))

/** Who pushes, and how. UAE-TOK-002 to UAE-TOK-009 judge the same client assertions at the token endpoint. */
export const clientAuthentication: readonly PushRule[] = [
  {
    id: 'UAE-PAR-007',
    level: 'MUST',
    title: 'Only a push with a good client assertion of its client leads to a code',
    cites: [
      cite.guide('security/tokens/client-assertion.md'),
      cite.articles('jwt-claims'),
      cite.rfc('7523 §3'),
      cite.fapi('FAPI 2.0 Security Profile §5.3.2.1'),
    ],
    defects: ['pushing-client-not-authenticated', 'pushing-client-ahead-refused'],
    scenario: 'push-as-nobody',
    what: 'the client assertion',
    rows: [
      ...spoiled,
      refused(`client assertion: ${replayed.name}`, sameAssertion, { twice: true }),
      refused(
        'client assertion: the request object',
        form(({ request }) => ({ client_assertion: request })),
      ),
      accepted('client assertion: times 8 seconds ahead', ahead, { sameClock: true }),
    ],
  },
  {
    // A body of megabytes is not sent: whether it is refused is left to the server.
    id: 'UAE-PAR-047',
    level: 'MUST',
    title: 'No method but POST gives a request_uri that leads to a code',
    cites: [cite.authorizationEndpoints('POST /par, 405'), cite.rfc('9126 §2.1')],
    defects: ['push-by-put'],
    scenario: 'push-by-other-methods',
    what: 'their method',
    rows: [refused('PUT', { method: 'PUT' }), refused('GET', { method: 'GET', form: () => ({}) })],
  },
]
