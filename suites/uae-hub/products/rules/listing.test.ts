import type { ExchangeRule, Probe, ScenarioRule } from '../../../../engine/rule.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { product, productsAnswer, productsBody, productsGiven } from '../../../../testing/products.ts'
import { proves } from '../../../../testing/proves.ts'
import { listing } from './listing.ts'

const onExchanges = (id: string) => ruleNamed(listing, id) as ExchangeRule
const listed = (...brands: readonly (readonly unknown[])[]) => productsAnswer(productsBody(...brands))
const probe = (status: number): Probe => ({ name: 'every product', exchange: productsAnswer({}, { status }) })

proves(
  ruleNamed(listing, 'UAE-PRD-001') as ScenarioRule<Probe>,
  {
    holds: { 'they are shown': probe(200) },
    breaks: {
      'they are not': [probe(403), { at: 'every product: status', expected: 'a success', got: '403', exchange: 'x1' }],
    },
    undecided: {
      'the token may be over': probe(401),
      'a failure': probe(500),
      'no answer': { name: 'every product', inconclusive: 'no answer' },
    },
  },
  productsGiven,
)

const inItsWords = { Errors: [{ Code: 'AccessToken.InvalidScope', Message: 'no' }] }
const refusal = (status: number, body: unknown): Probe => ({
  name: 'every product',
  exchange: productsAnswer(body, { status }),
})

proves(
  (ruleNamed(listing, 'UAE-PRD-001') as ScenarioRule<Probe>).check,
  {
    holds: { 'they are shown': probe(200) },
    breaks: { 'refused in the words of the standard': [refusal(403, inItsWords), 'every product: status'] },
    undecided: {
      'whoever is at that address': refusal(403, { message: 'Missing Authentication Token' }),
      'nothing is at that address': refusal(404, inItsWords),
    },
  },
  { ...productsGiven, apiSucceeded: () => false },
)

proves(
  onExchanges('UAE-PRD-003'),
  {
    holds: {
      'two brands': listed([product('p1')], [product('p1')]),
      'a brand without products': listed([]),
      nothing: productsAnswer(productsBody()),
      'what others judge': listed([
        product('p1', {
          ProductCategory: 'Unknown',
          DenominationCurrency: 'aed',
          EffectiveFromDateTime: 'yesterday',
          Eligibility: { Age: ['18'] },
          Links: { KfsUri: '/key-facts' },
        }),
      ]),
    },
    breaks: {
      'one list': [
        productsAnswer({ ...productsBody(), Data: [product('p1', { LFIBrandId: 'b1', Products: [] })] }),
        '/Data/0',
      ],
      'a flat list': [productsAnswer({ ...productsBody(), Data: [product('p1')] }), '/Data/0', '/Data/0', '/Data/0'],
      'no Meta': [productsAnswer({ Data: [], Links: { Self: 'https://bank.example/products' } }), 'body'],
      'an odd duration': [
        listed([product('p1', { Product: { Tenor: [{ MinimumTenor: '6 months' }] } })]),
        '/Data/0/Products/0/Product/Tenor/0/MinimumTenor',
        '/Data/0/Products/0/Product/Tenor/0/MinimumTenor',
      ],
    },
    silent: { 'an error': productsAnswer({}, { status: 400 }), 'another operation': exchange() },
  },
  productsGiven,
)

proves(
  onExchanges('UAE-PRD-004'),
  {
    holds: {
      'one id under two brands': listed([product('p1')], [product('p1')]),
      'word for word twice': listed([product('p1'), product('p1')]),
    },
    breaks: {
      'one id twice': [
        listed([product('p1'), product('p1', { ProductName: 'Loan' })]),
        {
          at: '/Data/0/Products/1/ProductId',
          expected: 'another id than at /Data/0/Products/0/ProductId',
          got: 'p1',
        },
      ],
      'in two groups of one brand': [
        productsAnswer({
          ...productsBody(),
          Data: ['Saver', 'Loan'].map((ProductName) => ({
            LFIId: 'l1',
            LFIBrandId: 'b1',
            Products: [product('p1', { ProductName })],
          })),
        }),
        '/Data/1/Products/0/ProductId',
      ],
      'no name': [listed([{ ProductId: 'p1', ProductCategory: 'Finance' }]), '/Data/0/Products/0'],
      'another category': [listed([product('p1', { ProductCategory: 'Loan' })]), '/Data/0/Products/0/ProductCategory'],
      'a number for an id': [listed([product('p1', { ProductId: 1 })]), '/Data/0/Products/0/ProductId'],
    },
    silent: {
      'no products': listed([]),
      'an error': productsAnswer({}, { status: 400 }),
      'another operation': exchange(),
    },
  },
  productsGiven,
)

const eligible = (Eligibility: unknown) => listed([product('p1', { Eligibility })])

proves(
  onExchanges('UAE-PRD-010'),
  {
    holds: {
      objects: eligible({ ResidenceStatus: [{ Type: 'UaeResident' }], Age: [{ Type: 'MinimumAge', Value: 18 }] }),
    },
    breaks: {
      texts: [
        eligible({ ResidenceStatus: ['UaeResident'] }),
        { at: '/Data/0/Products/0/Eligibility/ResidenceStatus/0', expected: 'an object', got: '"UaeResident"' },
      ],
      'an unknown status': [
        eligible({ ResidenceStatus: [{ Type: 'Tourist' }] }),
        '/Data/0/Products/0/Eligibility/ResidenceStatus/0/Type',
      ],
      'an unknown age': [eligible({ Age: [{ Type: 'Young' }] }), '/Data/0/Products/0/Eligibility/Age/0/Type'],
      'one object': [eligible({ Age: { Type: 'MinimumAge' } }), '/Data/0/Products/0/Eligibility/Age'],
    },
    silent: { 'nothing said': listed([product('p1')]), 'an error': productsAnswer({}, { status: 403 }) },
  },
  productsGiven,
)
