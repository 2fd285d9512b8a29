import { expect, it } from 'vitest'
import { accountsContract, authorizationContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { contentType, contentTypeParameters, jsonIsLabelled } from './media-type.ts'

const typed = (type: string, more = {}) => exchange({ headers: { 'Content-Type': type }, body: '{}', ...more })
const place = 'header content-type'

proves(
  jsonIsLabelled({ except: ['POST /token'] }),
  {
    holds: {
      plain: typed('application/json'),
      'with a charset': typed('application/json; charset=utf-8'),
      'in other letters and quotes': typed('Application/JSON;Charset="UTF-8"'),
      'with another parameter': typed('application/json; profile=x'),
      'a pushed request': typed('application/json', { operation: 'POST /par', status: 201 }),
    },
    breaks: {
      'labelled as text': [typed('text/plain'), { at: place, expected: 'application/json', got: 'text/plain' }],
      'labelled as a JWS': [typed('application/jwt'), place],
      'not labelled': [exchange({ body: '{}' }), { at: place, expected: 'application/json', got: 'nothing' }],
      'another charset': [
        typed('application/json; charset=iso-8859-1'),
        { at: place, expected: 'no charset other than utf-8', got: 'application/json; charset=iso-8859-1' },
      ],
    },
    silent: {
      'no JSON': typed('text/html', { body: '<html>' }),
      'no body': exchange({ status: 200 }),
      'an error': typed('text/plain', { status: 400 }),
      'the token endpoint has a rule of its own': typed('text/plain', { operation: 'POST /token' }),
      'no contract names it': typed('text/plain', { operation: null }),
    },
  },
  givenOver([accountsContract(), authorizationContract()]),
)

it('observes other parameters', () => {
  expect(contentTypeParameters(typed('application/json; charset=utf-8; profile=x'))).toEqual({
    'content-type parameters': 'profile',
  })
  expect(contentTypeParameters(typed('application/json; charset=utf-8'))).toEqual({})
})

it('counts a field that came twice with the same value once', () => {
  const twice = (one: string, other: string) =>
    contentType({
      headers: [
        ['Content-Type', one],
        ['content-type', other],
      ],
    })
  expect(twice('application/json', ' Application/JSON')).toBe('application/json')
  expect(twice('application/json', 'text/html')).toBe('application/json, text/html')
  expect(contentType({ headers: [] })).toBeUndefined()
})
