import { describe, expect, it } from 'vitest'
import { exchange } from '../../../../testing/exchange.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { product, productsAnswer, productsBody, productsGiven } from '../../../../testing/products.ts'
import { proves } from '../../../../testing/proves.ts'
import { eachProductMakesSense } from './products.ts'

const rule = (id: string) => ruleNamed(eachProductMakesSense, id)
const one = (change: Readonly<Record<string, unknown>>) => productsAnswer(productsBody([product('p1', change)]))
const others = {
  'no products': productsAnswer(productsBody([])),
  'an error': productsAnswer({}, { status: 400 }),
  'another operation': exchange(),
  'another form': productsAnswer({ Data: { Products: [] } }),
}
const place = '/Data/0/Products/0'

proves(rule('UAE-PRD-005'), {
  holds: {
    'its own': one({ Product: { SavingsAccount: {}, DepositRates: {} } }),
    'what all share': one({ Product: { Tenor: [] } }),
    'a member of the future': one({ Product: { SavingsAccount: {}, Rewards: {} } }),
    none: one({}),
  },
  breaks: {
    'of another': [
      one({ Product: { CurrentAccount: {} } }),
      { at: `${place}/Product`, expected: 'member SavingsAccount', got: 'CurrentAccount' },
    ],
    'of another beside': [one({ Product: { SavingsAccount: {}, Mortgage: {} } }), `${place}/Product/Mortgage`],
  },
  silent: others,
})

proves(rule('UAE-PRD-006'), {
  holds: {
    absolute: one({ Links: { KfsUri: 'https://bank.example/k.pdf', ApplicationUri: 'mizan://apply?product=1' } }),
    'no links': one({ Links: undefined }),
  },
  breaks: {
    beside: [
      one({ ApplicationUri: 'https://bank.example/apply' }),
      { at: `${place}/ApplicationUri`, expected: 'a member of Links', got: 'a member beside it' },
    ],
    relative: [
      one({ Links: { KfsUri: '/k.pdf', TermsUri: 'terms.pdf' } }),
      `${place}/Links/KfsUri`,
      `${place}/Links/TermsUri`,
    ],
  },
  silent: others,
})

proves(rule('UAE-PRD-007'), {
  holds: {
    'by telephone': one({ Links: { ApplicationPhoneNumber: '+971000000000' } }),
    'in words': one({ Links: { ApplicationDescription: 'At any branch.' } }),
    // That it stands in the wrong place is UAE-PRD-006's matter.
    beside: one({ Links: {}, ApplicationEmail: 'a@bank.example' }),
  },
  breaks: {
    none: [
      one({ Links: { KfsUri: 'https://bank.example/k.pdf' } }),
      {
        at: `${place}/Links`,
        expected: 'one of ApplicationUri, ApplicationPhoneNumber, ApplicationEmail, ApplicationDescription',
        got: 'nothing',
      },
    ],
    'an empty text': [one({ Links: { ApplicationUri: ' ' } }), `${place}/Links`],
  },
  silent: others,
})

const lives = (from: string | undefined, to: string | undefined) =>
  one({ EffectiveFromDateTime: from, EffectiveToDateTime: to })

proves(rule('UAE-PRD-008'), {
  holds: {
    'no end': lives('2024-01-01T00:00:00Z', undefined),
    'an end to come': lives('2024-01-01T00:00:00Z', '2027-01-01T00:00:00+04:00'),
    'to begin later': lives('2026-07-01T00:00:00Z', '2027-01-01T00:00:00Z'),
    'over since this morning': lives(undefined, '2026-05-31T20:00:00Z'),
    'no date-time, which is judged elsewhere': lives('2024-01-01', 'yesterday'),
  },
  breaks: {
    over: [
      lives(undefined, '2025-06-30T20:00:00Z'),
      { at: `${place}/EffectiveToDateTime`, expected: 'an end that is yet to come', got: '2025-06-30T20:00:00Z' },
    ],
    backwards: [
      lives('2028-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
      { at: `${place}/EffectiveToDateTime`, expected: 'not before 2028-01-01T00:00:00Z', got: '2027-01-01T00:00:00Z' },
    ],
  },
  silent: others,
})

proves(rule('UAE-PRD-009'), {
  holds: {
    'it keeps the Sharia': one({ IsShariaCompliant: true, ShariaStructure: 'Ijara', ShariaInformation: 'Approved' }),
    'it does not': one({ IsShariaCompliant: false, ShariaInformation: '' }),
    'it does not say': one({ IsShariaCompliant: undefined, ShariaStructure: 'Ijara' }),
  },
  breaks: {
    contradiction: [
      one({ IsShariaCompliant: false, ShariaStructure: 'Murabaha' }),
      {
        at: `${place}/ShariaStructure`,
        expected: 'nothing, for IsShariaCompliant is false',
        got: 'Murabaha',
      },
    ],
    'a brand': [
      one({ AlternativeBrandName: 'Noor', ShariaInformation: 'Approved' }),
      `${place}/ShariaInformation`,
      `${place}/AlternativeBrandName`,
    ],
  },
  silent: others,
})

describe('what is observed', () => {
  it('is the way to apply that comes first', () => {
    const body = productsBody([
      product('p1'),
      product('p2', { Links: { ApplicationEmail: 'a@bank.example', ApplicationPhoneNumber: '+971000000000' } }),
    ])
    expect(rule('UAE-PRD-007').observe?.(productsAnswer(body), productsGiven)).toEqual({
      'first way to apply: ApplicationUri': 'offered',
      'first way to apply: ApplicationPhoneNumber': 'offered',
    })
  })

  it('are products that do not say whether they keep the Sharia', () => {
    const observed = rule('UAE-PRD-009').observe?.(one({ IsShariaCompliant: undefined }), productsGiven)
    expect(observed).toEqual({ 'without IsShariaCompliant': 'p1' })
  })
})
