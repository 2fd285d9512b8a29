import { expect, it } from 'vitest'
import type { ExchangeRule, Probe, ScenarioRule } from '../../../engine/rule.ts'
import { exchange } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { atmsAnswer, atmsBody, machine, productsGiven } from '../../../testing/products.ts'
import { proves } from '../../../testing/proves.ts'
import type { Probed } from '../ask.ts'
import { aboutAtms } from './rules.ts'
import type { WithQuery } from './scenarios.ts'

const onExchanges = (id: string) => ruleNamed(aboutAtms, id) as ExchangeRule
const one = (change: Readonly<Record<string, unknown>>) => atmsAnswer(atmsBody([machine('1', change)]))
const others = { 'an error': atmsAnswer({}, { status: 403 }), 'another operation': exchange() }
const name = 'every cash machine'
const probe = (body: unknown, status = 200): Probe => ({ name, exchange: atmsAnswer(body, { status }) })

proves(
  ruleNamed(aboutAtms, 'UAE-ATM-001') as ScenarioRule<Probe>,
  {
    holds: {
      'as published': probe(atmsBody([machine('1')])),
      none: probe(atmsBody([])),
      'what others judge': probe(atmsBody([{ ATMId: 1 }], { Meta: {} })),
    },
    breaks: {
      'with Links': [
        probe({ ...atmsBody([]), Links: {} }),
        { at: 'body', expected: 'no further member', got: 'the member Links' },
      ],
      'no Meta': [probe({ Data: [] }), 'body'],
      'an unknown service': [probe(atmsBody([machine('1', { Accessibility: ['Ramp'] })])), '/Data/0/Accessibility/0'],
      refused: [probe({}, 403), `${name}: status`],
    },
    undecided: {
      'a failure': probe({}, 500),
      'a token that ended': probe({}, 401),
      'no answer': { name, inconclusive: '' },
    },
  },
  productsGiven,
)

proves(
  (ruleNamed(aboutAtms, 'UAE-ATM-001') as ScenarioRule<Probe>).check,
  { undecided: { 'nothing is at that address': probe({}, 404), 'whoever is there': probe({}, 403) } },
  { ...productsGiven, apiSucceeded: () => false },
)

const twice = (change: Readonly<Record<string, unknown>>) => atmsAnswer(atmsBody([machine('1'), machine('1', change)]))

proves(
  onExchanges('UAE-ATM-002'),
  {
    holds: {
      'two machines': atmsAnswer(atmsBody([machine('1'), machine('2')])),
      'two brands': twice({ LFIBrandId: 'b2' }),
    },
    breaks: {
      'one id twice': [twice({}), { at: '/Data/1/ATMId', expected: 'another machine than at /Data/0', got: '1' }],
      'no place': [one({ Location: undefined }), '/Data/0'],
      'no degrees': [one({ Location: { PostalAddress: {} } }), '/Data/0/Location'],
      'a number for an id': [one({ ATMId: 7 }), '/Data/0/ATMId'],
    },
    silent: { none: atmsAnswer(atmsBody([])), ...others },
  },
  productsGiven,
)

it('tells of ids under several brands', () => {
  expect(onExchanges('UAE-ATM-002').observe?.(twice({ LFIBrandId: 'b2' }), productsGiven)).toEqual({
    'ids under several brands': '1',
  })
  expect(onExchanges('UAE-ATM-002').observe?.(one({}), productsGiven)).toEqual({})
})

const counted = (TotalRecords: unknown) =>
  atmsAnswer(atmsBody([machine('1')], { Meta: { LastUpdatedDateTime: '2026-05-01T08:00:00Z', TotalRecords } }))

proves(
  onExchanges('UAE-ATM-003'),
  {
    holds: { counted: counted(1) },
    breaks: {
      'one more': [counted(2), { at: '/Meta/TotalRecords', expected: '1', got: '2' }],
      'a text': [counted('1'), '/Meta/TotalRecords'],
      'no date': [atmsAnswer(atmsBody([], { Meta: { TotalRecords: 0 } })), '/Meta'],
    },
    silent: others,
  },
  productsGiven,
)

const at = (Latitude: unknown, Longitude: unknown, change: Readonly<Record<string, unknown>> = {}, Country?: string) =>
  one({ Location: { PostalAddress: { Country }, GeoLocation: { Latitude, Longitude } }, ...change })

proves(onExchanges('UAE-ATM-004'), {
  holds: {
    'in Dubai': at('25.2532', '55.3657', {}, 'AE'),
    'in London': at('51.5', '-0.1', { SupportedCurrencies: ['AED', 'GBP'] }, 'GB'),
    'nobody says where': at('51.5', '-0.1', { SupportedCurrencies: ['AED', 'GBP'] }),
    'no dirhams': at('0', '0', { SupportedCurrencies: ['USD'] }, 'AE'),
  },
  breaks: {
    'the wrong way round': [
      at('54.3', '54.4'),
      { at: '/Data/0/Location/GeoLocation/Latitude', expected: 'degrees from 22 to 27', got: '54.3' },
    ],
    'in words': [
      at('north', '', {}, 'AE'),
      '/Data/0/Location/GeoLocation/Latitude',
      '/Data/0/Location/GeoLocation/Longitude',
    ],
  },
  silent: { none: atmsAnswer(atmsBody([])), ...others },
})

const open = (OpenTime: string) =>
  one({ Availability: { OperatingHours: [{ Days: ['Monday'], OpenTime, CloseTime: '23:59' }] } })

proves(
  onExchanges('UAE-ATM-005'),
  {
    holds: { hours: open('08:00'), 'no hours': one({}) },
    breaks: {
      'no such hour': [open('24:00'), '/Data/0/Availability/OperatingHours/0/OpenTime'],
      'a language of three letters': [
        one({ SupportedLanguages: ['eng'] }),
        { at: '/Data/0/SupportedLanguages/0', expected: 'a code of ISO 639-1, two small letters', got: 'eng' },
      ],
      'a currency by its name': [one({ SupportedCurrencies: ['DIRHAM'] }), '/Data/0/SupportedCurrencies/0'],
    },
    silent: { none: atmsAnswer(atmsBody([])), ...others },
  },
  productsGiven,
)

const right = (status: number): Probed => ({
  baseline: one({}),
  probes: [{ name: 'token of another scope', exchange: atmsAnswer({}, { id: 'x2', status }) }],
})

proves(ruleNamed(aboutAtms, 'UAE-ATM-006') as ScenarioRule<Probed>, {
  holds: { '403': right(403), '401': right(401) },
  breaks: {
    opened: [
      right(200),
      { at: 'token of another scope: status', expected: '401 or 403, and no data', got: '200', exchange: 'x2' },
    ],
  },
  undecided: { 'a failure': right(500) },
})

const both = atmsAnswer(atmsBody([machine('1'), machine('2')]))
const query = (answer: WithQuery['before'], after = both): WithQuery => ({
  before: both,
  probe: { name: 'foo=1', exchange: { ...answer, id: 'x2' } },
  after,
})

proves(ruleNamed(aboutAtms, 'UAE-ATM-007') as ScenarioRule<WithQuery>, {
  holds: {
    'passed over': query(both),
    'in another order': query(atmsAnswer(atmsBody([machine('2'), machine('1')]))),
    '400': query(atmsAnswer({}, { status: 400 })),
  },
  breaks: {
    fewer: [
      query(one({})),
      { at: 'foo=1: /Data', expected: 'the same cash machines', got: 'others than in x1', exchange: 'x2' },
    ],
    'another refusal': [query(atmsAnswer({}, { status: 403 })), 'foo=1: status'],
    'a failure': [query(atmsAnswer({}, { status: 500 })), 'foo=1: status'],
  },
  undecided: {
    'the list moved': query(one({}), one({})),
    'rate limited': query(atmsAnswer({}, { status: 429 })),
    'a token that ended': query(atmsAnswer({}, { status: 401 })),
    'no answer': { before: both, probe: { name: 'foo=1', inconclusive: 'no answer' }, after: both },
  },
})
