import { describe, expect, it } from 'vitest'
import type { ScenarioRule } from '../../../../engine/rule.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { product, productsAnswer, productsBody, productsGiven } from '../../../../testing/products.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Probed } from '../../ask.ts'
import type { Filtering } from '../scenarios/filter-products.ts'
import { filtering } from './filtering.ts'

const savings = product('p1', { LastUpdatedDateTime: '2026-01-01T08:00:00Z' })
const card = product('p2', {
  ProductCategory: 'CreditCard',
  IsShariaCompliant: true,
  LastUpdatedDateTime: '2026-05-01T12:00:00+04:00',
})
const whole = productsAnswer(productsBody([savings, card]))

type Query = Readonly<Record<string, string>>

const asking = (query: Query, answer: unknown, status = 200, around = whole): Filtering => ({
  all: around,
  asked: [
    {
      query,
      probe: {
        name: new URLSearchParams(query).toString(),
        exchange: productsAnswer(answer, { id: 'x2', status }),
      },
    },
  ],
  again: around,
})
const found = (query: Query, ...products: readonly unknown[]) => asking(query, productsBody(products))

const mortgages = { ProductCategory: 'Mortgage' }
const cards = { ProductCategory: 'CreditCard' }
const compliant = { IsShariaCompliant: 'true' }
const since = { LastUpdatedDateTime: '2026-04-30T08:00:00Z' }
const byId = { SortField: 'ProductId', SortOrder: 'asc' }
const byIdDown = { SortField: 'ProductId', SortOrder: 'desc' }
const byTime = { SortField: 'LastUpdatedDateTime', SortOrder: 'asc' }
const ids = (...names: readonly string[]) => names.map((name) => product(name))

proves(ruleNamed(filtering, 'UAE-PAG-018') as ScenarioRule<Filtering>, {
  holds: {
    'what was asked for': found(cards, card),
    'nothing, where there is nothing': found(mortgages),
    'none, said by a status': asking(mortgages, {}, 404),
    'without the member': found(compliant, card, product('p3', { IsShariaCompliant: undefined })),
    'a day before the bound': found(since, card, product('p3', { LastUpdatedDateTime: '2026-04-29T09:00:00Z' })),
    'by id': found(byId, ...ids('a', 'B', 'c')),
    'by id in code': found(byId, ...ids('B', 'a')),
    'by id in numbers': found(byId, ...ids('p9', 'p10')),
    'by id, downwards': found(byIdDown, ...ids('p2', 'p1', 'p1')),
    'by time, whatever the offset': found(
      byTime,
      savings,
      card,
      product('p3', { LastUpdatedDateTime: '2026-05-01T09:00:00Z' }),
    ),
    'each brand by itself': asking(byId, productsBody(ids('p2'), ids('p1'))),
    'a page of more': asking(cards, { ...productsBody([]), Links: { Self: 'x', Next: 'https://bank.example/2' } }),
  },
  breaks: {
    'another category': [
      found(mortgages, card),
      {
        at: 'ProductCategory=Mortgage: /Data/0/Products/0/ProductCategory',
        expected: 'what ProductCategory=Mortgage asks for',
        got: 'CreditCard',
        exchange: 'x2',
      },
    ],
    'one on interest': [
      found(compliant, card, savings),
      'IsShariaCompliant=true: /Data/0/Products/1/IsShariaCompliant',
    ],
    'long before': [
      found(since, savings),
      'LastUpdatedDateTime=2026-04-30T08%3A00%3A00Z: /Data/0/Products/0/LastUpdatedDateTime',
    ],
    'nothing of what there is': [found(cards), 'ProductCategory=CreditCard: /Data'],
    'none, although there is one': [asking(cards, {}, 404), 'ProductCategory=CreditCard: status'],
    refused: [asking(cards, {}, 400), 'ProductCategory=CreditCard: status'],
    'ids in no order': [
      found(byId, ...ids('p1', 'p3', 'p2')),
      {
        at: 'SortField=ProductId&SortOrder=asc: /Data/0/Products/2/ProductId',
        expected: 'not before p3',
        got: 'p2',
        exchange: 'x2',
      },
    ],
    'the wrong way round': [
      found(byIdDown, ...ids('p1', 'p2')),
      'SortField=ProductId&SortOrder=desc: /Data/0/Products/1/ProductId',
    ],
    'times in no order': [
      found(byTime, card, savings),
      'SortField=LastUpdatedDateTime&SortOrder=asc: /Data/0/Products/1/LastUpdatedDateTime',
    ],
  },
  undecided: {
    'a failure': asking(cards, {}, 500),
    'a token that ended': asking(cards, {}, 401),
    'no product at all': asking(cards, productsBody(), 200, productsAnswer(productsBody())),
    'another form': asking(cards, { Data: {} }),
    'no answer': {
      all: whole,
      asked: [{ query: cards, probe: { name: 'cards', inconclusive: 'no answer' } }],
      again: whole,
    },
  },
})

const odd = (status: number, ...products: readonly unknown[]): Probed => ({
  baseline: whole,
  probes: [
    { name: 'IsShariaCompliant=perhaps', exchange: productsAnswer(productsBody(products), { id: 'x2', status }) },
  ],
})

proves(ruleNamed(filtering, 'UAE-PAG-019') as ScenarioRule<Probed>, {
  holds: { '400': odd(400), '422': odd(422), 'nothing found': odd(200), 'some found': odd(200, savings) },
  breaks: {
    'passed over': [
      odd(200, savings, card),
      { at: 'IsShariaCompliant=perhaps: status', expected: '400', got: '200 and every product', exchange: 'x2' },
    ],
    'a failure': [odd(500), 'IsShariaCompliant=perhaps: status'],
  },
  undecided: {
    'rate limited': odd(429),
    'a token that ended': odd(401),
    'nothing to find': { ...odd(200), baseline: productsAnswer(productsBody()) },
    'no answer': { baseline: whole, probes: [{ name: 'x', inconclusive: 'no answer' }] },
  },
})

describe('what is observed', () => {
  it('is how an odd filter was answered, if not with 400', () => {
    const { observe } = ruleNamed(filtering, 'UAE-PAG-019') as ScenarioRule<Probed>
    expect(observe?.(odd(200, savings), productsGiven)).toEqual({
      'IsShariaCompliant=perhaps: status': '200 and 1 products',
    })
    expect(observe?.(odd(400), productsGiven)).toEqual({})
  })
})
