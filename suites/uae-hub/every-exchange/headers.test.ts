import { exchange } from '../../../testing/exchange.ts'
import { proves } from '../../../testing/proves.ts'
import { accountsBody, uaeGiven } from '../../../testing/uae-hub.ts'
import { patchConsent } from '../operations.ts'
import { interactionIdComesBack, interactionIdOnDeclaredErrors, jsonSaysSo } from './headers.ts'

const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const other = '00000000-0000-4000-8000-000000000000'
const name = 'x-fapi-interaction-id'
const place = `header ${name}`
const sent = { [name]: id }
const body = accountsBody('a1')

proves(
  interactionIdComesBack,
  {
    holds: {
      'the same': exchange({ sent, headers: { [name]: id }, body }),
      'in other letters': exchange({ sent, headers: { 'X-Fapi-Interaction-Id': id.toUpperCase() }, body }),
      'on a 204': exchange({ operation: patchConsent, sent, status: 204, headers: { [name]: id } }),
    },
    breaks: {
      'another one': [exchange({ sent, headers: { [name]: other }, body }), { at: place, expected: id, got: other }],
      'none on a 204': [exchange({ operation: patchConsent, sent, status: 204 }), place],
      'another one on a 404 that is not declared': [exchange({ sent, status: 404, headers: { [name]: other } }), place],
    },
    silent: {
      'parties, where it is optional': exchange({ operation: 'GET /parties', sent }),
      'statements, where none is declared': exchange({ operation: 'GET /accounts/{AccountId}/statements', sent }),
      'none on a 404': exchange({ sent, status: 404 }),
      'a pushed request': exchange({ operation: 'POST /par', sent, status: 201, headers: { [name]: other } }),
    },
  },
  uaeGiven,
)

proves(
  interactionIdOnDeclaredErrors,
  {
    holds: { 'the same': exchange({ sent, status: 403, headers: { [name]: id } }) },
    breaks: {
      'none on a 401': [exchange({ sent, status: 401 }), { at: place, expected: id, got: 'nothing' }],
      'none on a 406': [exchange({ sent, status: 406 }), place],
    },
    silent: { 'rate limited': exchange({ sent, status: 429 }), 'not declared': exchange({ sent, status: 404 }) },
  },
  uaeGiven,
)

proves(
  jsonSaysSo,
  {
    holds: { 'with a charset': exchange({ headers: { 'Content-Type': 'application/json;charset=UTF-8' }, body }) },
    breaks: {
      'labelled as text': [
        exchange({ headers: { 'content-type': 'text/plain' }, body }),
        { at: 'header content-type', expected: 'application/json', got: 'text/plain' },
      ],
    },
    silent: {
      'a JWS': exchange({ headers: { 'content-type': 'application/jwt' }, body: 'a.b.c' }),
      'a token': exchange({ operation: 'POST /token', headers: { 'content-type': 'text/plain' }, body: {} }),
    },
  },
  uaeGiven,
)
