import { bahrainAccount, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts } from '../operations.ts'
import { headers } from './headers.ts'
import { idsAreMade } from './made-ids.ts'

const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const other = '00000000-0000-4000-8000-000000000000'
const name = 'x-fapi-interaction-id'
const Data = { Account: [bahrainAccount('a1')] }
const ok = (got: Readonly<Record<string, string>> = {}, sent: Readonly<Record<string, string>> = {}) =>
  bahrainRead(accounts, Data, {}, { headers: got, sent })
const error = (status: number, got: Readonly<Record<string, string>> = {}) =>
  bahrainExchange(accounts, { status, headers: got, body: '{}' })

proves(
  ruleNamed(headers, 'BH-RSP-003'),
  {
    holds: { 'on a success': ok({ [name]: id }), 'on a 429': error(429, { 'X-FAPI-Interaction-ID': 'abc' }) },
    breaks: {
      missing: [ok(), { at: `header ${name}`, expected: 'present', got: 'nothing' }],
      'on a 405': [error(405), `header ${name}`],
      empty: [ok({ [name]: '' }), `header ${name}`],
    },
    silent: { 'a gateway': error(502), 'too long a request': error(414), 'no answer': error(0) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(headers, 'BH-RSP-004'),
  {
    holds: {
      'the same': ok({ [name]: id }, { [name]: id }),
      'in capitals, twice': ok({ [name]: `${id.toUpperCase()}, ${id}` }, { [name]: id }),
    },
    breaks: {
      another: [ok({ [name]: other }, { [name]: id }), { at: `header ${name}`, expected: id, got: other }],
      both: [ok({ [name]: `${id}, ${other}` }, { [name]: id }), `header ${name}`],
    },
    silent: { 'none was sent': ok({ [name]: other }), 'no UUID was sent': ok({ [name]: other }, { [name]: 'abc' }) },
    undecided: { 'none came': ok({}, { [name]: id }) },
  },
  bahrainGiven,
)

const made = (...ids: readonly (string | undefined)[]) =>
  ids.map((one, index) => ({ exchange: `x${index + 1}`, id: one }))
proves(
  idsAreMade,
  {
    holds: { 'two of them': made(id, other), 'of whatever version': made('00000000-0000-0000-0000-000000000000') },
    breaks: {
      'without dashes': [
        made('7a1d3f0e5b6c4d2a9e8f0123456789ab'),
        { at: `header ${name}`, expected: 'a UUID', got: '7a1d3f0e5b6c4d2a9e8f0123456789ab', exchange: 'x1' },
      ],
      'the same again': [
        made(id, id),
        { at: `header ${name}`, expected: 'another id than in x1', got: id, exchange: 'x2' },
      ],
    },
    silent: { 'every request had an id': made() },
    undecided: { 'none came': made(undefined) },
  },
  bahrainGiven,
)

const limited = (value?: string) => error(429, value === undefined ? {} : { 'Retry-After': value })
proves(
  ruleNamed(headers, 'BH-RSP-006'),
  {
    holds: { seconds: limited('30') },
    breaks: {
      'a date': [
        limited('Mon, 01 Jun 2026 08:01:00 GMT'),
        { at: 'header retry-after', expected: 'a number of seconds', got: 'Mon, 01 Jun 2026 08:01:00 GMT' },
      ],
      missing: [limited(), 'header retry-after'],
    },
    silent: { 'a 503': error(503, { 'Retry-After': 'soon' }) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(headers, 'BH-RSP-008'),
  {
    holds: {
      'a date, and the past': ok({ Date: 'Mon, 15 Jul 2019 17:05:54 GMT', Expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }),
      'no date in Expires': ok({ Date: 'Mon, 15 Jul 2019 17:05:54 GMT', Expires: '-1' }),
      'as the framework prints it': ok({ Date: 'Mon, 15 Jul 2019 17:05:54 GMT+03:00' }),
    },
    breaks: {
      'ISO 8601': [
        ok({ date: '2026-06-01T08:00:00.000Z' }),
        { at: 'header date', expected: 'an IMF-fixdate with the day of its date', got: '2026-06-01T08:00:00.000Z' },
      ],
      'the wrong day': [ok({ date: 'Tue, 15 Jul 2019 17:05:54 GMT' }), 'header date'],
      'an old form': [ok({ 'last-modified': 'Monday, 15-Jul-19 17:05:54 GMT' }), 'header last-modified'],
      'a bad Expires': [ok({ expires: 'Mon, 15 July 2019' }), 'header expires'],
    },
    silent: { 'no date': ok(), 'a gateway': error(502, { date: 'today' }) },
  },
  bahrainGiven,
)
