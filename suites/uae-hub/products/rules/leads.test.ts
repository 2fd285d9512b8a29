import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe, ScenarioRule } from '../../../../engine/rule.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { productsGiven } from '../../../../testing/products.ts'
import { proves } from '../../../../testing/proves.ts'
import { leadBody } from '../leads.ts'
import { leadData, namesOf } from '../person.ts'
import type { SentLeads } from '../scenarios/send-leads.ts'
import type { Unfit } from '../scenarios/send-unfit-leads.ts'
import { aboutLeads } from './leads.ts'

type Members = Readonly<Record<string, unknown>>

const sentData = leadData({})

/** A lead that was sent, and what the bank answered. */
const lead = (body: unknown, status = 201, data: Members = sentData): Exchange => {
  const made = exchange({ id: 'x2', operation: 'POST /leads', status, body, token: 'client' })
  return { ...made, request: { ...made.request, body: leadBody(data).text } }
}
const opened = (change: Members = {}, data: Members = sentData) =>
  lead({ Data: { LeadId: 'l1', ...data, ...change } }, 201, data)
const named = (name: string, one: Exchange): Probe => ({ name, exchange: one })

const full = leadData({}, { Name: namesOf({}).full })

const sent = (change: Partial<Record<keyof SentLeads, Exchange>> = {}): SentLeads => ({
  smallest: named('the smallest lead', change.smallest ?? opened()),
  again: named('the smallest lead, again', change.again ?? opened()),
  fullName: named('a lead with FullName', change.fullName ?? opened({}, full)),
  business: named('a lead with BusinessName', change.business ?? opened()),
  whole: named('a lead with every member', change.whole ?? opened()),
})
const refused = lead({ Errors: [{ Code: 'Body.InvalidFormat', Message: 'no' }] }, 400)
const form = ruleNamed(aboutLeads, 'UAE-PRD-013') as ScenarioRule<SentLeads>
const withLinks = lead({ Data: { LeadId: 'l1', ...sentData }, Links: { Self: 'https://bank.example/leads' } })

proves(
  form,
  {
    holds: {
      'all opened': sent(),
      'no business, no details, and nothing twice': sent({ again: refused, business: refused, whole: refused }),
    },
    breaks: {
      'with Links': [
        sent({ smallest: withLinks }),
        { at: 'the smallest lead: body', expected: 'no further member', got: 'the member Links', exchange: 'x2' },
      ],
      'no LeadId': [sent({ again: lead({ Data: sentData }) }), 'the smallest lead, again: /Data'],
      'with 200': [
        sent({ fullName: lead({ Data: { LeadId: 'l1', ...sentData } }, 200) }),
        'a lead with FullName: status',
      ],
      'the whole name in one member is refused': [sent({ fullName: refused }), 'a lead with FullName: status'],
      'no JSON': [sent({ whole: lead('opened') }), 'a lead with every member: body'],
    },
    undecided: {
      'the invented person was refused': sent({ smallest: refused }),
      'a second lead about somebody is refused': sent({ again: refused, fullName: refused }),
      'a failure': sent({ fullName: lead({}, 500) }),
      'enough leads about one person': sent({ fullName: lead({}, 409) }),
      'no answer': { ...sent(), again: { name: 'again', inconclusive: 'no answer' } },
    },
  },
  productsGiven,
)

proves(
  (evidence: SentLeads) =>
    form.check(evidence, {
      ...productsGiven,
      profile: { ...productsGiven.profile, samples: { leadEmiratesId: '784-1990-0000000-2' } },
    }),
  {
    breaks: {
      "the bank's own person was refused": [
        sent({ smallest: refused }),
        { at: 'the smallest lead: status', expected: '201', got: '400', exchange: 'x2' },
      ],
    },
    undecided: {
      'a failure': sent({ smallest: lead({}, 503) }),
      'a token that ended': sent({ smallest: lead({}, 401) }),
      'a lead of an earlier run': sent({ smallest: lead({}, 409) }),
    },
  },
)

const echo = ruleNamed(aboutLeads, 'UAE-PRD-014') as ScenarioRule<SentLeads>

proves(echo, {
  holds: {
    'as it was sent': sent(),
    'written otherwise': sent({
      smallest: opened({
        Email: ' LEAD@example.com',
        EmiratesId: '784199000000002',
        Name: { FullName: ' IKHTIBARI  mithal' },
      }),
    }),
    'left out, which is judged elsewhere': sent({ smallest: opened({ Email: undefined }) }),
  },
  breaks: {
    'another address': [
      sent({ smallest: opened({ Email: 'other@example.com' }) }),
      { at: 'the smallest lead: /Data/Email', expected: 'what was sent', got: 'another value', exchange: 'x2' },
    ],
    'another name': [
      sent({ fullName: opened({ Name: { FullName: 'Somebody Else' } }, full) }),
      'a lead with FullName: /Data/Name',
    ],
    'another wish': [
      sent({ again: opened({ MarketingOptOut: false }) }),
      'the smallest lead, again: /Data/MarketingOptOut',
    ],
  },
  undecided: {
    'none was opened': sent({
      smallest: refused,
      again: refused,
      fullName: refused,
      business: refused,
      whole: refused,
    }),
  },
})

describe('what is observed', () => {
  it('is whether one lead got two ids, and which were refused', () => {
    expect(form.observe?.(sent({ business: refused }), productsGiven)).toEqual({
      'the same lead twice': 'one LeadId',
      'a lead with BusinessName: status': '400',
    })
    expect(form.observe?.(sent({ again: opened({ LeadId: 'l2' }) }), productsGiven)).toEqual({
      'the same lead twice': 'two LeadIds',
    })
  })

  it('is what the answer writes otherwise', () => {
    expect(echo.observe?.(sent({ whole: opened({ EmiratesId: '784199000000002' }) }), productsGiven)).toEqual({
      'written otherwise': 'EmiratesId',
    })
    expect(echo.observe?.(sent(), productsGiven)).toEqual({})
  })
})

const kinds = ['unfit', 'misnamed', 'mistyped', 'doubtful'] as const
const unfit = (kind: (typeof kinds)[number], name: string, status: number): Unfit => ({
  baseline: opened(),
  unfit: [],
  misnamed: [],
  mistyped: [],
  doubtful: [],
  [kind]: [named(name, lead({}, status))],
})

for (const [id, kind, name, expected] of [
  ['UAE-PRD-015', 'unfit', 'no MarketingOptOut', 400],
  ['UAE-PRD-016', 'misnamed', 'FullName and GivenName', 400],
  ['UAE-PRD-017', 'mistyped', 'text/plain', 415],
] as const) {
  proves(ruleNamed(aboutLeads, id) as ScenarioRule<Unfit>, {
    holds: { 'as expected': unfit(kind, name, expected), 'another refusal': unfit(kind, name, 422) },
    breaks: {
      opened: [
        unfit(kind, name, 201),
        { at: `${name}: status`, expected: `${expected}, and no data`, got: '201', exchange: 'x2' },
      ],
    },
    undecided: {
      'a failure': unfit(kind, name, 500),
      'a token that ended': unfit(kind, name, 401),
      'nothing was asked': unfit('doubtful', name, 201),
    },
  })
}

it('only tells what came of leads that a bank may take or not', () => {
  const { observe } = ruleNamed(aboutLeads, 'UAE-PRD-015') as ScenarioRule<Unfit>
  expect(observe?.(unfit('doubtful', 'no category', 201), productsGiven)).toEqual({ 'no category: status': '201' })
})
