import { describe, expect, it } from 'vitest'
import { accountsContract } from '../testing/contract.ts'
import { exchange, type Sample } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { askedTypeIsGiven, jsonForJwt } from './asked-type.ts'

const given = givenOver([accountsContract()])
const asked = (accept: string, sample: Sample = {}) => exchange({ sent: { accept }, ...sample })
const jwt: Sample = { headers: { 'content-type': 'application/jwt' }, body: 'a.b.c', jws: {} }
const html: Sample = { headers: { 'content-type': 'text/html' }, body: '<p>' }

proves(
  askedTypeIsGiven({ contracts: ['account-information'] }),
  {
    holds: {
      'JSON for JSON': asked('application/json', { body: {} }),
      'JSON for JSON, with a weight': asked('application/json; q=0.9', { body: {} }),
      'a JWS for a JWT': asked('application/jwt', jwt),
      'JSON for a JWT': asked('application/jwt', { body: {} }),
      'JSON under another label is another matter': asked('application/json', {
        headers: { 'content-type': 'text/plain' },
        body: '{}',
      }),
    },
    breaks: {
      'a JWS for JSON': [
        asked('application/json', jwt),
        { at: 'header content-type', expected: 'application/json', got: 'application/jwt, a JWS' },
      ],
      'a page for a JWT': [
        asked('application/jwt', html),
        { at: 'header content-type', expected: 'application/jwt or application/json', got: 'text/html' },
      ],
    },
    silent: {
      'either will do': asked('application/json, application/jwt', jwt),
      'anything will do': asked('*/*', jwt),
      'nothing was said': exchange({ body: {} }),
      'an error': asked('application/json', { ...html, status: 403 }),
      'no body': asked('application/json', { status: 200 }),
    },
  },
  given,
)

describe('jsonForJwt', () => {
  it('says that a JWT was asked for in vain', () => {
    expect(jsonForJwt(asked('application/jwt', { body: {} }))).toEqual({
      'Accept: application/jwt': 'answered with application/json',
    })
    expect(jsonForJwt(asked('application/jwt', jwt))).toEqual({})
    expect(jsonForJwt(asked('application/json', { body: {} }))).toEqual({})
  })
})
