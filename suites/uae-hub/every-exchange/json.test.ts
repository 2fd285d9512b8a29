import { exchange, type Sample } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accountsBody, uaeGiven } from '../../../testing/uae-hub.ts'
import { jsonTexts } from './json.ts'

const labelled = (body: string, sample: Sample = {}) =>
  exchange({ headers: { 'content-type': 'application/json' }, body, ...sample })
const spoiled = (one: ReturnType<typeof exchange>) => ({ ...one, facts: { ...one.facts, validUtf8: false } })

proves(
  ruleNamed(jsonTexts, 'UAE-HDR-015/should'),
  {
    holds: { JSON: exchange({ body: accountsBody('a1') }), 'an error without a body': labelled('', { status: 406 }) },
    breaks: {
      'a sentence': [
        labelled('not that', { status: 406 }),
        { at: 'body', expected: 'JSON', got: 'application/json, 8 characters, no JSON' },
      ],
      'another encoding': [
        spoiled(exchange({ body: {} })),
        { at: 'body', expected: 'UTF-8', got: 'bytes that are not UTF-8' },
      ],
    },
    silent: { 'another label': labelled('not that', { headers: { 'content-type': 'text/plain' } }) },
  },
  uaeGiven,
)

const asked = { accept: 'application/json' }
proves(
  ruleNamed(jsonTexts, 'UAE-HDR-016'),
  {
    holds: { JSON: exchange({ sent: asked, body: accountsBody('a1') }) },
    breaks: {
      'a JWS': [
        exchange({ sent: asked, headers: { 'content-type': 'application/jwt' }, body: 'a.b.c', jws: {} }),
        { at: 'header content-type', expected: 'application/json', got: 'application/jwt, a JWS' },
      ],
    },
    silent: { 'a token': exchange({ operation: 'POST /token', sent: asked, body: {} }) },
  },
  uaeGiven,
)

const account = (text: string) => labelled(`{"Data":{"Account":[{"AccountId":"a1",${text}}]}}`)
proves(
  ruleNamed(jsonTexts, 'UAE-BDS-001/should'),
  {
    holds: { 'each once': account('"Status":"Active"') },
    breaks: {
      'one twice': [
        account('"Status":"Active","Status":"Closed"'),
        { at: '/Data/Account/0/Status', expected: 'one member of this name', got: 'several' },
      ],
    },
    silent: { 'no JSON': labelled('not that') },
  },
  uaeGiven,
)
