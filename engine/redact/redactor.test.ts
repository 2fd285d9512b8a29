import { describe, expect, test } from 'vitest'
import type { Exchange } from '../exchange.ts'
import { makeRedactor } from './redactor.ts'

const places = [
  { path: 'Data.Account.*.AccountHolderName', kind: 'name' },
  { path: '**.Identification', kind: 'iban' },
  { path: '**.PostalAddress', kind: 'address' },
  { path: 'username', kind: 'user' },
]

const exchange = (given: {
  readonly url?: string
  readonly sent?: Exchange['request']['headers']
  readonly form?: string
  readonly status?: number
  readonly headers?: Exchange['response']['headers']
  readonly body?: string
}): Exchange => ({
  id: 'x1',
  suite: 's',
  scenario: 's/one',
  purpose: 'good call',
  credentials: { token: 'user', certificate: 'own' },
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1,
  request: {
    method: 'POST',
    url: given.url ?? 'https://bank.example/token',
    headers: given.sent ?? [],
    ...(given.form === undefined ? {} : { body: given.form }),
  },
  response: {
    status: given.status ?? 200,
    headers: given.headers ?? [['content-type', 'application/json']],
    body: given.body ?? '',
  },
  facts: { bytes: 0, bodySha256: '', validUtf8: true },
})

const canary = 'canary/Tok+en=5f"e4"7'

describe('a secret', () => {
  const redactor = makeRedactor([])
  redactor.secret(canary, 'token')
  const bytes = Buffer.from(canary)
  test.each([
    ['raw', canary],
    ['JSON-escaped', JSON.stringify(canary)],
    ['URL-encoded', encodeURIComponent(canary)],
    ['in a form', new URLSearchParams({ a: canary }).toString()],
    ['base64', bytes.toString('base64')],
    ['base64url', bytes.toString('base64url')],
    ['hex', bytes.toString('hex')],
  ])('is masked %s', (_, form) => {
    expect(redactor.text(`before ${form} after`)).toMatch(/^before ["a=]*‹token [0-9a-f]{4}›"? after$/)
  })

  test.each(['test', 'Second', '2026'])(
    'that is the word %s is masked, and not looked for by the last scan',
    (word) => {
      const knowing = makeRedactor([])
      knowing.secret(word, 'token')
      expect(knowing.text(`a ${word}!`)).toMatch(/^a ‹token [0-9a-f]{4}›!$/)
      expect(knowing.leaks(`a ${word}!`)).toEqual([])
    },
  )

  test('is found by the last scan in any of these forms', () => {
    expect(redactor.leaks(`…${bytes.toString('hex')}…`)).toHaveLength(1)
    expect(redactor.leaks('nothing here')).toEqual([])
  })
})

test('what a client signed is known when the server repeats it', () => {
  const redactor = makeRedactor(places)
  const signed = (claims: object): string => `a.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.b`
  const given = exchange({
    sent: [['content-type', 'application/jwt']],
    form: signed({ iss: 'client', message: { Data: { Identification: 'AE00-12345' } } }),
    body: JSON.stringify({ Errors: [{ Message: 'AE00-12345 is no account' }] }),
  })
  redactor.learn(given)
  const written = JSON.stringify(redactor.exchange(given))
  expect(written).not.toContain('AE00-12345')
  expect(written).toMatch(/‹iban [0-9a-f]{4}› is no account/)
  expect(() => redactor.learn(exchange({ sent: [['content-type', 'application/jwt']], form: 'a.b' }))).not.toThrow()
})

test('equal secrets get equal masks, others another, and the next run its own', () => {
  const [one, two] = [makeRedactor([]), makeRedactor([])]
  for (const redactor of [one, two]) {
    redactor.secret('secret-one', 'token')
    redactor.secret('secret-two', 'token')
  }
  expect(one.text('secret-one')).toBe(one.text('secret-one'))
  expect(one.text('secret-one')).not.toBe(one.text('secret-two'))
  expect([one.text('secret-one'), one.text('secret-two')]).not.toEqual([two.text('secret-one'), two.text('secret-two')])
})

describe('an exchange', () => {
  const whole = (given: Parameters<typeof exchange>[0]): string => {
    const redactor = makeRedactor(places)
    const made = exchange(given)
    redactor.learn(made)
    return JSON.stringify(redactor.exchange(made))
  }

  test.each([
    ['bearer token', { sent: [['Authorization', 'Bearer canary-bearer-77']] as const }, 'canary-bearer-77'],
    ['cookie', { sent: [['Cookie', 'sid=canary-cookie-77']] as const }, 'canary-cookie-77'],
    ['the header of a person', { sent: [['X-Customer-Name', 'Ali X']] as const }, 'Ali X'],
    ['set-cookie', { headers: [['Set-Cookie', 'sid=canary-cookie-77; Path=/']] as const }, 'canary-cookie-77'],
    [
      'authorization code in a redirect',
      { status: 303, headers: [['Location', 'https://tpp.example/cb?code=canary-code-77&state=s']] as const },
      'canary-code-77',
    ],
    [
      'refresh token of a form',
      {
        sent: [['content-type', 'application/x-www-form-urlencoded']] as const,
        form: 'grant_type=refresh_token&refresh_token=canary-refresh-77',
      },
      'canary-refresh-77',
    ],
    [
      'password of a form',
      {
        sent: [['content-type', 'application/x-www-form-urlencoded']] as const,
        form: 'username=mits&password=canary-pass-77',
      },
      'canary-pass-77',
    ],
    ['token of an answer', { body: '{"access_token":"canary-access-77","token_type":"Bearer"}' }, 'canary-access-77'],
    [
      'name at its place',
      { body: '{"Data":{"Account":[{"AccountHolderName":"Canary Al Mansoori"}]}}' },
      'Canary Al Mansoori',
    ],
    ['a short name at its place', { body: '{"Data":{"Account":[{"AccountHolderName":"Ali"}]}}' }, '"Ali'],
    ['a place at any depth', { body: '{"Data":[{"To":{"Identification":"77canary77"}}]}' }, '77canary77'],
    ['a member that tells by its name', { body: '{"CustomerFullName":"Canary Person"}' }, 'Canary Person'],
    [
      'an address, whatever is inside it',
      { body: '{"Data":{"PostalAddress":{"Lines":["7 Canary Street"]}}}' },
      '7 Canary Street',
    ],
    [
      'user name of a form',
      {
        sent: [['content-type', 'application/x-www-form-urlencoded']] as const,
        form: 'username=canary-user&next=1',
      },
      'canary-user',
    ],
    ['an IBAN anywhere', { body: '{"Note":"pay AE070331234567890123456 today"}' }, 'AE070331234567890123456'],
    ['an e-mail address anywhere', { body: '{"Note":"write to canary@mail.example"}' }, 'canary@mail.example'],
    ['an Emirates ID anywhere', { body: '{"Note":"784-1990-1234567-1"}' }, '784-1990-1234567-1'],
    [
      'a page of HTML',
      { headers: [['content-type', 'text/html']] as const, body: '<p>Welcome, canary person</p>' },
      'canary person',
    ],
    [
      'a name with an escaped sign',
      { body: '{"Data":{"Account":[{"AccountHolderName":"Canary O\\u0027Brien"}]}}' },
      'Canary O',
    ],
    [
      'a name all in escapes, with capital digits',
      { body: '{"Data":{"Account":[{"AccountHolderName":"\\u062D\\u062D\\u062D\\u062D\\u062D\\u062D"}]}}' },
      '062D',
    ],
    [
      'a name with an escaped slash',
      { body: '{"Data":{"Account":[{"AccountHolderName":"Canary 5\\/7 west"}]}}' },
      'Canary 5',
    ],
    [
      'the first of two members of one name',
      { body: '{"Data":{"Account":[{"AccountHolderName":"Canary First","AccountHolderName":"Other"}]}}' },
      'Canary First',
    ],
    ['an escaped token', { body: '{"access_token":"canary\\/access\\/77","token_type":"Bearer"}' }, 'access\\/77'],
    ['a body that is labelled JSON and is none', { body: '{"AccountHolderName":"Canary Person",}' }, 'Canary Person'],
    [
      'a body nested beyond reason',
      { body: `${'['.repeat(200_000)}"Canary Person"${']'.repeat(200_000)}` },
      'Canary Person',
    ],
    [
      'a JWT',
      {
        headers: [['content-type', 'application/jwt']] as const,
        body: 'eyJhbGciOiJQUzI1NiJ9.eyJuYW1lIjoiQ2FuYXJ5In0.c2lnbmF0dXJl',
      },
      'eyJuYW1lIjoiQ2FuYXJ5In0',
    ],
  ])('keeps back a %s', (_, given, secret) => {
    const written = whole(given)
    expect(written).not.toContain(secret)
    expect(written).toContain('‹')
  })

  test('keeps what is no secret, to the letter', () => {
    const body = '{ "error" : "invalid_request",\n "code":"E1", "Amount":"12.00" }'
    const redactor = makeRedactor(places)
    const made = exchange({ status: 400, body })
    redactor.learn(made)
    expect(redactor.exchange(made).response.body).toBe(body)
  })

  test('learns what later stands elsewhere', () => {
    const redactor = makeRedactor(places)
    redactor.learn(exchange({ body: '{"Data":{"Account":[{"AccountHolderName":"Canary Al Mansoori"}]}}' }))
    expect(redactor.text('got "Canary Al Mansoori"')).toMatch(/^got "‹name [0-9a-f]{4}›"$/)
  })

  test('learns from the claims of a signed answer', () => {
    const redactor = makeRedactor(places)
    const claims = { iss: 'bank', message: { Data: { Account: [{ AccountHolderName: 'Canary Al Signed' }] } } }
    const made = exchange({ body: 'not looked at' })
    redactor.learn({ ...made, facts: { ...made.facts, jws: { header: {}, claims, verified: true } } })
    expect(redactor.text('got "Canary Al Signed"')).toMatch(/^got "‹name [0-9a-f]{4}›"$/)
  })
})

describe('a finding', () => {
  const redactor = makeRedactor(places)
  const got = (at: string, value: string): string => redactor.finding({ at, expected: 'a string', got: value }).got

  test('masks a value at a personal place, however short', () => {
    expect(got('/Data/Account/0/AccountHolderName', '"Ali"')).toMatch(/^‹name [0-9a-f]{4}›$/)
    expect(got('page 2 /Data/Account/0/AccountHolderName', '["Ali"]')).toMatch(/^‹name/)
  })

  test('keeps words about it, and values elsewhere', () => {
    expect(got('/Data/Account/0/AccountHolderName', 'nothing')).toBe('nothing')
    expect(got('/Data/Account/0/AccountHolderName', 'a string of 121 characters')).toBe('a string of 121 characters')
    expect(got('/Data/Account/0/Currency', '"AED"')).toBe('"AED"')
    expect(got('status', '200')).toBe('200')
  })
})

describe('what a hostile answer tries', () => {
  const json = [['content-type', 'application/json']] as const
  const written = (given: Parameters<typeof exchange>[0]): string => {
    const redactor = makeRedactor(places)
    redactor.secret('canary-known-secret', 'token')
    const made = exchange(given)
    redactor.learn(made)
    return JSON.stringify(redactor.exchange(made).response)
  }
  const base64 = (text: string): string => Buffer.from(text).toString('base64url')

  test.each([
    [
      'a signed body whose header begins with a blank',
      {
        headers: [['content-type', 'application/jwt']],
        body: `${base64('{ "alg":"PS256"}')}.${base64('{"Name":"canary"}')}.c2ln`,
      },
      base64('{"Name":"canary"}'),
    ],
    [
      'a token in the query of a link',
      { headers: json, body: '{"Links":{"Next":"https://bank.example/a?access_token=canary-token&page=2"}}' },
      'canary-token',
    ],
    [
      'a token in JSON within a string',
      { headers: json, body: JSON.stringify({ Payload: JSON.stringify({ access_token: 'canary-token-2' }) }) },
      'canary-token-2',
    ],
    [
      'personal data in JSON within a string',
      { headers: json, body: JSON.stringify({ Payload: JSON.stringify({ Identification: 'canary-number' }) }) },
      'canary-number',
    ],
    [
      'a name in a form',
      { headers: [['content-type', 'application/x-www-form-urlencoded']], body: 'full_name=Canary+Al+Form' },
      'Canary+Al+Form',
    ],
    ['a secret as the name of a header', { headers: [...json, ['canary-known-secret', '1']] }, 'canary-known-secret'],
  ] as const)('%s', (_, given, secret) => {
    expect(JSON.stringify(exchange(given))).toContain(secret)
    expect(written(given)).not.toContain(secret)
  })

  test('a member that is called as what every object has is no secret', () => {
    const body = '{"constructor":"a long text, no secret"}'
    expect(written({ headers: json, body })).toContain('a long text, no secret')
  })

  test.each([
    ['letters', 'a'],
    ['beginnings of tokens', '-eyJaaaaaaaa'],
    ['beginnings of addresses', 'a.'],
    ['beginnings of telephone numbers', '+973 3'],
    ['names of parameters', '&name=&'],
    ['beginnings of parameters of paths', ';sid=;'],
  ])('megabytes of %s are read through once', (_, piece) => {
    const long = piece.repeat(1_000_000 / piece.length)
    expect(makeRedactor([]).text(long)).toBe(long)
  })

  test('a member with a name without end is masked, not pondered', () => {
    expect(written({ headers: json, body: `{"${'user'.repeat(100_000)}":"canary-value"}` })).not.toContain(
      'canary-value',
    )
  })

  test('many values that begin alike are learnt at once', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `Canary ${index}`)
    const all = written({ headers: json, body: JSON.stringify(names.map((FullName) => ({ full_name: FullName }))) })
    expect(all).not.toContain('Canary 1')
  })
})

test('a JWT is found behind what is glued to it', () => {
  const jwt = 'eyJhbGciOiJQUzI1NiJ9.eyJuYW1lIjoiQ2FuYXJ5In0.c2lnbmF0dXJl'
  for (const before of ['session-', 'some-long-prefix.', '"', '=']) {
    expect(makeRedactor([]).text(`${before}${jwt}`)).not.toContain('eyJuYW1l')
  }
})
