import { expect, it } from 'vitest'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { askForApiScopes } from '../scenarios/ask-for-api-scopes.ts'
import { apiScopesAreGiven } from './api-scopes.ts'

const token = (body: unknown, status = 200) => ({
  scope: 'account-opening',
  answer: exchange({ id: 'x3', operation: 'POST /token', status, body }),
})

proves(apiScopesAreGiven, {
  holds: {
    'the scope': token({ scope: 'account-opening' }),
    'among others': token({ scope: 'openid account-opening' }),
    'not told': token({}),
  },
  breaks: {
    another: [
      token({ scope: 'accounts' }),
      { at: '/scope', expected: 'account-opening', got: 'accounts', exchange: 'x3' },
    ],
    'one that only begins alike': [token({ scope: 'account-opening-status' }), '/scope'],
    none: [token({ scope: '' }), '/scope'],
  },
  undecided: {
    refused: token({ error: 'invalid_scope' }, 400),
    'a failure': token({}, 500),
  },
})

it('asks for the scope of each API that a profile may claim', async () => {
  const asked = await Promise.all(askForApiScopes.map((one) => one.run(fakeSession({ clientToken: { body: {} } }))))
  expect(asked.map(({ scope }) => scope)).toEqual(['accounts', 'account-opening', 'products', 'atm'])
  expect(askForApiScopes.map(({ needs }) => needs)).toEqual([['consents'], ['account-opening'], ['products'], ['atms']])
})
