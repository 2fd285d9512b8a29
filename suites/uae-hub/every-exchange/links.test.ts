import { exchange } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accountsBody, transaction, transactionsBody, uaeGiven } from '../../../testing/uae-hub.ts'
import { links } from './links.ts'

const of = 'https://rs1.bank.example/accounts/a1'
const balances = (Self: string) =>
  exchange({ operation: 'GET /accounts/{AccountId}/balances', url: `${of}/balances`, body: { Links: { Self } } })

proves(
  ruleNamed(links, 'UAE-PAG-001/should'),
  {
    holds: {
      itself: balances(`${of}/balances`),
      'the bank behind the hub': balances('https://api.bank.example/internal/accounts/a1/balances?x=1'),
    },
    breaks: {
      'another resource': [
        balances(`${of}/transactions`),
        { at: '/Links/Self', expected: 'a link to /accounts/a1/balances', got: `${of}/transactions` },
      ],
    },
    silent: {
      'a consent': exchange({
        operation: 'GET /account-access-consents/{ConsentId}',
        body: { Links: { Self: `${of}/x` } },
      }),
      'an error': exchange({ status: 403, body: {} }),
    },
  },
  uaeGiven,
)

proves(
  ruleNamed(links, 'UAE-PAG-002'),
  {
    holds: { 'whole addresses': exchange({ body: accountsBody('a1') }) },
    breaks: {
      'a path': [
        exchange({ body: { Links: { Self: '/accounts' } } }),
        { at: '/Links/Self', expected: 'an absolute URI', got: '/accounts' },
      ],
    },
    silent: { 'no links': exchange({ body: {} }) },
  },
  uaeGiven,
)

const page = (count: number, operation = 'GET /accounts/{AccountId}/transactions') =>
  exchange({
    operation,
    body: transactionsBody(
      Array.from({ length: count }, (_, index) => transaction(`t${index}`, '2026-05-03T15:46:00Z')),
    ),
  })
proves(
  ruleNamed(links, 'UAE-PAG-006'),
  {
    holds: { 'a hundred': page(100), 'none at all': page(0) },
    breaks: {
      'one more': [page(101), { at: '/Data/Transaction', expected: 'at most 100 records', got: '101 records' }],
      'of statements': [
        exchange({
          operation: 'GET /accounts/{AccountId}/statements',
          body: { Data: { Statements: Array.from({ length: 101 }, () => ({})) } },
        }),
        '/Data/Statements',
      ],
    },
    silent: { 'a list that comes whole': page(101, 'GET /accounts/{AccountId}/beneficiaries') },
  },
  uaeGiven,
)

const [early, late] = ['2024-05-01T00:00:00Z', '2026-05-01T00:00:00Z']
const span = (FirstAvailableDateTime: string, LastAvailableDateTime: string) =>
  exchange({
    operation: 'GET /accounts/{AccountId}/transactions',
    body: transactionsBody([], {}, { FirstAvailableDateTime, LastAvailableDateTime }),
  })
proves(
  ruleNamed(links, 'UAE-PAG-009'),
  {
    holds: { 'in order': span(early, late) },
    breaks: {
      backwards: [span(late, early), { at: '/Meta/FirstAvailableDateTime', expected: `not after ${early}`, got: late }],
    },
    silent: { 'no span': page(1) },
  },
  uaeGiven,
)
