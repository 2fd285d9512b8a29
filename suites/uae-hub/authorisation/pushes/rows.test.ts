import { expect, it } from 'vitest'
import { consentRequest } from '../../consent-request.ts'
import { smallest } from '../../needs.ts'
import { table } from './index.ts'
import type { PushRule } from './push-rule.ts'
import type { Difference } from './row.ts'

const nbf = 1_780_300_800
const { scope, authorizationDetails } = consentRequest(smallest, { now: new Date(nbf * 1000), consentId: 'consent-1' })
const claims = {
  iss: 'client-1',
  aud: 'https://auth1.bank.example',
  client_id: 'client-1',
  response_type: 'code',
  redirect_uri: 'https://client.example/callback',
  scope,
  state: 'state-1',
  nonce: 'nonce-1',
  code_challenge: 'challenge-1',
  code_challenge_method: 'S256',
  jti: 'jti-1',
  iat: nbf,
  nbf,
  exp: nbf + 300,
  authorization_details: authorizationDetails,
}
const assertion = { iss: 'client-1', sub: 'client-1', aud: claims.aud, jti: 'jti-2', iat: nbf, nbf, exp: nbf + 60 }
const request = `e30.${Buffer.from('{"scope":"openid","nbf":1}').toString('base64url')}.c2ln`
const form = { client_assertion_type: 'jwt-bearer', client_assertion: 'assertion-1', request }
const known = { token: 'https://as1.bank.example/token', par: 'https://as1.bank.example/par' }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** `/path: value` of everything in which two values differ; `-` for what is gone. */
const differences = (before: unknown, after: unknown, at = ''): readonly string[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => differences(before[name], after[name], `${at}/${name}`))
  }
  return [`${at}: ${after === undefined ? '-' : JSON.stringify(after)}`]
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

const asParsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const said = ({ base }: PushRule, differs: Difference): string => {
  const usual = asParsed(base?.claims?.(claims) ?? claims) as typeof claims
  const { signing, method, mediaType } = differs
  return [
    ...differences(usual, asParsed(differs.claims?.(usual) ?? usual)),
    ...differences(form, asParsed(differs.form?.(form) ?? form), 'form'),
    ...differences(assertion, asParsed(differs.assertion?.claims?.(assertion) ?? assertion), 'assertion'),
    ...Object.entries({ signing, method, mediaType, 'assertion signing': differs.assertion?.signing })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${value}`),
  ]
    .join(' ')
    .replaceAll('/authorization_details/0', '…')
    .replace(uuid, '(uuid)')
}

/** What each row changes of a good push, and what is to come of it. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'UAE-PAR-004': {
    'refused: a JSON body': 'mediaType: application/json',
  },
  'UAE-PAR-005': {
    'refused: no request': 'form/request: -',
  },
  'UAE-PAR-006': {
    'refused: all parameters as form fields': 'form/request: - form/scope: "openid" form/nbf: "1"',
    'refused: request_uri as a form field':
      'form/request: - form/request_uri: "urn:ietf:params:oauth:request-uri:mizan"',
    'refused: request_uri inside the request object': '/request_uri: "urn:ietf:params:oauth:request-uri:mizan"',
    'either: request_uri beside the request object': 'form/request_uri: "urn:ietf:params:oauth:request-uri:mizan"',
  },
  'UAE-PAR-008': {
    'refused: broken signature': 'signing: broken',
    'refused: RS256': 'signing: RS256',
    'refused: unsigned': 'signing: none',
    'refused: unknown kid': 'signing: unknown-kid',
    'refused: foreign key': 'signing: foreign-key',
  },
  'UAE-PAR-009': {
    'refused: aud of another server': '/aud: "https://other.example"',
    'refused: aud of the token endpoint': '/aud: "https://as1.bank.example/token"',
    'refused: aud of the PAR endpoint': '/aud: "https://as1.bank.example/par"',
    'either: no aud': '/aud: -',
    'either: aud as a list': '/aud: ["https://auth1.bank.example"]',
  },
  'UAE-PAR-010': {
    'refused: another iss': '/iss: "somebody-else"',
    'refused: another client_id': '/client_id: "somebody-else"',
  },
  'UAE-PAR-011': {
    'refused: no nbf': '/nbf: -',
    'refused: nbf 70 minutes ago': '/iat: 1780296600 /nbf: 1780296600',
    'refused: nbf 5 minutes ahead': '/nbf: 1780301100 /exp: 1780301400',
    'accepted: nbf 8 seconds ahead': '/iat: 1780300808 /nbf: 1780300808 /exp: 1780301108',
    'either: nbf 15 minutes ago': '/iat: 1780299900 /nbf: 1780299900',
  },
  'UAE-PAR-012': {
    'refused: exp 70 minutes after nbf': '/exp: 1780305000',
    'refused: no exp': '/exp: -',
    'refused: exp 5 minutes ago': '/iat: 1780300200 /nbf: 1780300200 /exp: 1780300500',
    'either: exp 20 minutes after nbf': '/exp: 1780302000',
  },
  'UAE-PAR-013': {
    'refused: response_type code id_token': '/response_type: "code id_token"',
    'refused: response_type token': '/response_type: "token"',
  },
  'UAE-PAR-014': {
    'refused: redirect_uri on another host': '/redirect_uri: "https://unregistered.example/callback"',
    'refused: redirect_uri with a slash more': '/redirect_uri: "https://client.example/callback/"',
    'refused: redirect_uri with the other of http and https': '/redirect_uri: "http://client.example/callback"',
    'refused: no redirect_uri': '/redirect_uri: -',
  },
  'UAE-PAR-015': {
    'refused: no code_challenge': '/code_challenge: - /code_challenge_method: -',
    'refused: code_challenge_method plain': '/code_challenge_method: "plain"',
  },
  'UAE-PAR-020': {
    'accepted: with iat and jti': '/iat: 1780300800 /jti: "(uuid)"',
    'either: with an unknown claim': '/https://mizan.example/claim: "x"',
    'either: with a jti that was used before': '/jti: "(uuid)" (twice)',
  },
  'UAE-PAR-022': {
    'accepted: max_age of 3600': '/max_age: 3600',
    'either: max_age of 3601': '/max_age: 3601',
  },
  'UAE-PAR-007': {
    'refused: client assertion: RS256': 'assertion signing: RS256',
    'refused: client assertion: unsigned': 'assertion signing: none',
    'refused: client assertion: HS256 with the public key': 'assertion signing: HS256',
    'refused: client assertion: unknown kid': 'assertion signing: unknown-kid',
    'either: client assertion: aud is the token endpoint': 'assertion/aud: "https://as1.bank.example/token"',
    'either: client assertion: aud is the endpoint for pushed requests':
      'assertion/aud: "https://as1.bank.example/par"',
    'either: client assertion: aud is a list with the issuer': 'assertion/aud: ["https://auth1.bank.example"]',
    'refused: client assertion: aud is somebody else': 'assertion/aud: "https://issuer.invalid"',
    'refused: client assertion: no aud': 'assertion/aud: -',
    'refused: client assertion: no sub': 'assertion/sub: -',
    'refused: client assertion: sub is somebody else': 'assertion/sub: "(uuid)"',
    'refused: client assertion: sub is empty': 'assertion/sub: ""',
    'refused: client assertion: iss is somebody else': 'assertion/iss: "(uuid)"',
    'refused: client assertion: client_id is somebody else': 'form/client_id: "(uuid)"',
    'refused: client assertion: no jti': 'assertion/jti: -',
    'refused: client assertion: over for five minutes':
      'assertion/iat: 1780300440 assertion/nbf: 1780300440 assertion/exp: 1780300500',
    'refused: client assertion: no exp': 'assertion/exp: -',
    'refused: client assertion: good only in five minutes':
      'assertion/iat: 1780301100 assertion/nbf: 1780301100 assertion/exp: 1780301160',
    'refused: client assertion: broken signature': 'assertion signing: broken',
    'refused: client assertion: foreign key': 'assertion signing: foreign-key',
    'refused: client assertion: no client assertion': 'form/client_assertion_type: - form/client_assertion: -',
    'refused: client assertion: another type of assertion':
      'form/client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:saml2-bearer"',
    'refused: client assertion: used twice': ' (twice)',
    'refused: client assertion: the request object':
      'form/client_assertion: "e30.eyJzY29wZSI6Im9wZW5pZCIsIm5iZiI6MX0.c2ln"',
    'accepted: client assertion: times 8 seconds ahead':
      'assertion/iat: 1780300808 assertion/nbf: 1780300808 assertion/exp: 1780300868',
  },
  'UAE-PAR-047': {
    'refused: PUT': 'method: PUT',
    'refused: GET': 'form/client_assertion_type: - form/client_assertion: - form/request: - method: GET',
  },
  'UAE-PAR-016': {
    'refused: no authorization_details': '/authorization_details: -',
    'refused: an empty list of authorization_details': '…: -',
    'refused: two elements of authorization_details':
      '/authorization_details/1: {"type":"urn:openfinanceuae:account-access-consent:v2.1","consent":{"ConsentId":"(uuid)","ExpirationDateTime":"2026-06-02T08:00:00.000Z","Permissions":["ReadAccountsBasic"],"OpenFinanceBilling":{"UserType":"Retail","Purpose":"AccountAggregation"}}}',
  },
  'UAE-PAR-017': {
    'refused: an unknown type': '…/type: "urn:openfinanceuae:unheard-of-consent:v2.1"',
    'refused: a version that there is not': '…/type: "urn:openfinanceuae:account-access-consent:v9.9"',
    'refused: no type': '…/type: -',
  },
  'UAE-PAR-018': {
    'refused: scope payments openid': '/scope: "payments openid"',
    'refused: scope openid alone': '/scope: "openid"',
    'accepted: scope in another order': '/scope: "openid accounts"',
  },
  'UAE-PAR-019': {
    'refused: an unknown member beside type': '…/Foo: "bar"',
    'refused: an unknown member of the consent': '…/consent/Foo: "bar"',
    'refused: an unknown member of OpenFinanceBilling': '…/consent/OpenFinanceBilling/Foo: "bar"',
  },
  'UAE-PAR-025': {
    'refused: no ConsentId': '…/consent/ConsentId: -',
    'refused: an empty ConsentId': '…/consent/ConsentId: ""',
    'refused: a ConsentId of 129 characters': `…/consent/ConsentId: "${'consent-1'.padEnd(129, 'x')}"`,
    'either: a ConsentId that is no UUID': '…/consent/ConsentId: "mizan consent-1"',
  },
  'UAE-PAR-027': {
    'refused: ExpirationDateTime in 400 days': '…/consent/ExpirationDateTime: "2027-07-06T08:00:00.000Z"',
    'refused: ExpirationDateTime yesterday': '…/consent/ExpirationDateTime: "2026-05-31T08:00:00.000Z"',
    'refused: no ExpirationDateTime': '…/consent/ExpirationDateTime: -',
    'either: ExpirationDateTime in 365 days': '…/consent/ExpirationDateTime: "2027-06-01T08:00:00.000Z"',
  },
  'UAE-PAR-028': {
    'refused: ExpirationDateTime without an offset': '…/consent/ExpirationDateTime: "2026-07-01T08:00:00"',
  },
  'UAE-PAR-029': {
    'refused: an unknown permission': '…/consent/Permissions/1: "ReadMinds"',
    'refused: an empty list of Permissions': '…/consent/Permissions/0: -',
    'refused: no Permissions': '…/consent/Permissions: -',
  },
  'UAE-PAR-030': {
    'refused: ReadBalances alone': '…/consent/Permissions/0: "ReadBalances"',
    'refused: ReadTransactionsBasic alone': '…/consent/Permissions/0: "ReadTransactionsBasic"',
    'refused: ReadStandingOrdersDetail alone': '…/consent/Permissions/0: "ReadStandingOrdersDetail"',
    'refused: ReadStatements alone': '…/consent/Permissions/0: "ReadStatements"',
  },
  'UAE-PAR-031': {
    'refused: no OpenFinanceBilling': '…/consent/OpenFinanceBilling: -',
    'refused: no UserType': '…/consent/OpenFinanceBilling/UserType: -',
    'refused: an unknown UserType': '…/consent/OpenFinanceBilling/UserType: "Martian"',
    'refused: no Purpose': '…/consent/OpenFinanceBilling/Purpose: -',
    'refused: an unknown Purpose': '…/consent/OpenFinanceBilling/Purpose: "Curiosity"',
  },
  'UAE-PAR-032': {
    'refused: FromDate as a date-time': '…/consent/FromDate: "2026-01-01T00:00:00Z"',
    'refused: ToDate as a date-time': '…/consent/ToDate: "2026-02-01T00:00:00Z"',
    'refused: TransactionFromDateTime of older versions': '…/consent/TransactionFromDateTime: "2026-01-01T00:00:00Z"',
  },
  'UAE-PAR-033': {
    'refused: FromDate after ToDate': '…/consent/FromDate: "2026-02-01" …/consent/ToDate: "2026-01-01"',
  },
  'UAE-PAR-034': {
    'refused: an unknown AccountType': '…/consent/AccountType/1: "Household"',
    'refused: an unknown AccountSubType': '…/consent/AccountSubType/1: "Piggybank"',
  },
  'UAE-PAR-035': {
    'refused: a webhook without Url': '…/subscription/Webhook/Url: -',
    'refused: a webhook without IsActive': '…/subscription/Webhook/IsActive: -',
    'either: a webhook without TLS': '…/subscription/Webhook/Url: "http://events.example/consents"',
  },
}

it.each(table)('$id changes what its rows say, and nothing else', (entry) => {
  const changes = entry.rows.map(({ name, differs, answer, twice }) => [
    `${answer}: ${name}`,
    `${said(entry, typeof differs === 'function' ? differs(known) : differs)}${twice ? ' (twice)' : ''}`,
  ])
  expect(Object.fromEntries(changes)).toEqual(expected[entry.id])
})
