import {
  bahrainAccount,
  bahrainBody,
  bahrainConsent,
  bahrainExchange,
  bahrainGiven,
  bahrainRead,
} from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, createConsent, productDetails } from '../operations.ts'
import { links } from './links.ts'

const self = 'https://bank.example/open-banking/v1.0/aisp/accounts'
const list = (change = {}) => ({ Account: [bahrainAccount('a1', change)] })
const whole = (body: unknown) => bahrainExchange(accounts, { body })
const linked = (Links: unknown) => whole({ Data: list(), Links })
const good = bahrainRead(accounts, list())

proves(
  ruleNamed(links, 'BH-ENV-002'),
  {
    holds: {
      Self: good,
      'all of them, in capitals': linked({
        Self: self,
        First: self,
        Prev: self,
        Next: self,
        Last: 'HTTPS://BANK.example/x',
      }),
    },
    breaks: {
      relative: [
        linked({ Self: '/accounts' }),
        { at: '/Links/Self', expected: 'an absolute http or https URI', got: '"/accounts"' },
      ],
      'another name': [
        linked({ Self: self, Related: self }),
        { at: '/Links', expected: 'no further member', got: 'the member Related' },
      ],
      'no scheme': [linked({ Self: 'www.bank.example' }), '/Links/Self'],
    },
    silent: { 'no links': bahrainExchange(productDetails, { body: { Data: {} } }) },
  },
  bahrainGiven,
)

const created = (link: string, more = {}) =>
  bahrainExchange(createConsent, { status: 201, body: bahrainBody(bahrainConsent(more), link) })
const consents = 'https://bank.example/open-banking/v1.0/aisp/account-access-consents'

proves(
  ruleNamed(links, 'BH-ENV-003'),
  {
    holds: {
      'the list': good,
      'elsewhere, with a slash and a query': linked({ Self: 'http://other.example:8443/x/accounts/?page=1' }),
      'what was made': created(`${consents}/c1`),
      'the collection': created(consents),
      'percent-encoded': created(`${consents}/c%2F1`, { ConsentId: 'c/1' }),
    },
    breaks: {
      'another resource': [
        linked({ Self: 'https://bank.example/open-banking/v1.0/aisp/balances' }),
        {
          at: '/Links/Self',
          expected: 'path ending in /accounts',
          got: 'https://bank.example/open-banking/v1.0/aisp/balances',
        },
      ],
      'another consent': [
        created(`${consents}/c2`),
        { at: '/Links/Self', expected: 'path ending in /account-access-consents/c1', got: `${consents}/c2` },
      ],
    },
    silent: { 'no link': linked({}), 'a relative one, which is told elsewhere': linked({ Self: '/accounts' }) },
    undecided: { 'what was made has no id': created(consents, { ConsentId: undefined }) },
  },
  bahrainGiven,
)
