import { expect, it } from 'vitest'
import type { Authorisation } from '../engine/session.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { journeyOf } from '../testing/session.ts'
import {
  type Arrival,
  callbackIsOurs,
  endsAtRedirectUri,
  furtherParameters,
  noStateReturned,
  refusalComesBack,
  refusalIsNamed,
  successIsInTheQuery,
  type WayBack,
} from './callback.ts'

const issuer = 'https://auth1.bank.example'
const came = (parameters: Record<string, string>, document: unknown = { issuer }): Arrival => {
  const authorisation: Authorisation = {
    outcome: 'code',
    callback: { parameters, fragment: [], to: 'https://client.example/callback', withCode: true },
    exchanges: [exchange({ id: 'a1', operation: 'authorization', status: 303 })],
  }
  return { journey: journeyOf({ authorisation }), discovery: exchange({ body: document }) }
}
const state = 'state-1'

proves(
  callbackIsOurs,
  {
    holds: {
      'both, in another order': came({ iss: issuer, state }),
      'with more parameters': came({ state, iss: issuer, session_state: 'x' }),
      'discovery names no issuer': came({ state, iss: issuer }, {}),
    },
    breaks: {
      'another issuer': [
        came({ state, iss: 'https://other.example' }),
        { at: 'callback iss', expected: issuer, got: 'https://other.example', exchange: 'a1' },
      ],
      'a slash at the end': [came({ state, iss: `${issuer}/` }), 'callback iss'],
      'neither came': [
        came({}),
        { at: 'callback state', expected: state, got: 'nothing', exchange: 'a1' },
        { at: 'callback iss', expected: issuer, got: 'nothing', exchange: 'a1' },
      ],
    },
    undecided: {
      'no callback': {
        journey: journeyOf({ authorisation: { outcome: 'page', exchanges: [] } }),
        discovery: exchange({ body: { issuer } }),
      },
    },
  },
  givenOver([]),
)

const back = (
  parameters: Readonly<Record<string, string>>,
  more: { readonly withCode?: boolean; readonly fragment?: readonly string[]; readonly status?: number } = {},
): Authorisation => ({
  outcome: more.withCode === false ? 'error' : 'code',
  callback: {
    parameters,
    fragment: more.fragment ?? [],
    to: 'https://client.example/callback',
    withCode: more.withCode ?? true,
  },
  exchanges: [
    exchange({ id: 'a1', operation: 'authorization', status: more.status ?? 303, headers: { location: 'https://x' } }),
  ],
})
const page: Authorisation = { outcome: 'page', exchanges: [] }

proves(successIsInTheQuery, {
  holds: {
    'code, state and iss': back({ state, iss: issuer }),
    'with more': back({ state, iss: issuer, session_state: 'x' }),
    'a fragment that some pages append': back({ state, iss: issuer }, { fragment: ['_'] }),
  },
  breaks: {
    'the code in the fragment': [
      back({ state, iss: issuer }, { fragment: ['code', 'state'] }),
      { at: 'callback fragment', expected: 'nothing', got: 'code, state', exchange: 'a1' },
    ],
    'no iss': [back({ state }), { at: 'callback iss', expected: 'a value', got: 'nothing', exchange: 'a1' }],
    'an access token beside the code': [
      back({ state, iss: issuer, access_token: 'secret' }),
      { at: 'callback access_token', expected: 'nothing', got: 'a value', exchange: 'a1' },
    ],
  },
  undecided: { 'no callback': page, 'an error': back({ error: 'access_denied' }, { withCode: false }) },
})

it('observes parameters that nobody asked for', () => {
  expect(furtherParameters(back({ state, iss: issuer, session_state: 'x', a: 'y' }))).toEqual({
    'further parameters of the callback': 'a, session_state',
  })
  expect(furtherParameters(back({ state, iss: issuer }))).toEqual({})
})

proves(noStateReturned, {
  holds: { none: back({ iss: issuer }) },
  breaks: {
    'one that nobody sent': [
      back({ iss: issuer, state: 'outside' }),
      { at: 'callback state', expected: 'nothing', got: 'outside', exchange: 'a1' },
    ],
  },
  undecided: { 'no callback': page },
})

const refusal = (parameters: Readonly<Record<string, string>>, withCode = false): WayBack => ({
  journey: { ...journeyOf(), authorisation: back(parameters, { withCode }) },
  discovery: exchange({ body: { issuer } }),
})
const denied = { error: 'access_denied', state, iss: issuer }

proves(refusalComesBack, {
  holds: {
    'error, state and iss': refusal(denied),
    'with a description': refusal({ ...denied, error_description: 'user_rejected_consent' }),
  },
  breaks: {
    'no iss': [
      refusal({ error: 'access_denied', state }),
      { at: 'callback iss', expected: issuer, got: 'nothing', exchange: 'a1' },
    ],
    'another state': [refusal({ ...denied, state: 'other' }), 'callback state'],
    'no error': [refusal({ state, iss: issuer }), 'callback error'],
    'a code, although the user declined': [
      refusal({ state, iss: issuer }, true),
      { at: 'callback code', expected: 'nothing', got: 'a code', exchange: 'a1' },
      'callback error',
    ],
  },
  undecided: {
    'forms that do not fit': { ...refusal({}), journey: { ...journeyOf(), authorisation: page } },
    'a failure': {
      ...refusal({}),
      journey: {
        ...journeyOf(),
        authorisation: { outcome: 'error', exchanges: [exchange({ operation: 'authorization', status: 500 })] },
      },
    },
  },
})

const words = ['user_rejected_consent', 'user_account_blocked']

proves(refusalIsNamed(words), {
  holds: {
    'no description': back({ error: 'access_denied' }, { withCode: false }),
    'one of the words': back(
      { error: 'access_denied', error_description: 'user_account_blocked' },
      { withCode: false },
    ),
    'one of the words, and more': back(
      { error: 'access_denied', error_description: 'user_rejected_consent: the user said no' },
      { withCode: false },
    ),
  },
  breaks: {
    'words of its own': [
      back({ error: 'access_denied', error_description: 'cancelled' }, { withCode: false }),
      { at: 'callback error_description', expected: words.join(' or '), got: 'cancelled', exchange: 'a1' },
    ],
    'another error': [
      back({ error: 'invalid_scope' }, { withCode: false }),
      { at: 'callback error', expected: 'access_denied', got: 'invalid_scope', exchange: 'a1' },
    ],
  },
  undecided: {
    'forms that do not fit': page,
    'the server failed': back({ error: 'server_error' }, { withCode: false }),
    'no error': back({}, { withCode: false }),
  },
})

const ended = (redirectUri: string, authorisation: Authorisation): WayBack['journey'] => ({
  push: { ...journeyOf().push, claims: { redirect_uri: redirectUri } },
  authorisation,
})
const redirectUri = 'https://client.example/callback'

proves(endsAtRedirectUri, {
  holds: {
    'by a 303': ended(redirectUri, back({ state })),
    'by a 302': ended(redirectUri, back({ state }, { status: 302 })),
    'with its own query': ended(`${redirectUri}?brand=1`, back({ brand: '1', state })),
    'by a browser, of which nobody saw how': ended(redirectUri, { ...back({ state }), exchanges: [] }),
  },
  breaks: {
    'by a 307': [
      ended(redirectUri, back({ state }, { status: 307 })),
      { at: 'redirect status', expected: 'another than 307', got: '307', exchange: 'a1' },
    ],
    elsewhere: [ended('https://client.example/other', back({ state })), 'redirect'],
    'its own query lost': [
      ended(`${redirectUri}?brand=1`, back({ state })),
      { at: 'redirect, brand of the registered query', expected: '1', got: 'nothing', exchange: 'a1' },
    ],
  },
  undecided: { 'no callback': ended(redirectUri, page) },
})
