import type { Exchange } from '../../../engine/exchange.ts'
import { bahrainAccount, bahrainBody, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, createConsent, productDetails } from '../operations.ts'
import { oneHost, uris } from './uris.ts'

const Data = { Account: [bahrainAccount('a1')] }
const linked = (self: string, url?: string, id = 'x1') =>
  bahrainExchange(accounts, { id, body: bahrainBody(Data, self), ...(url !== undefined && { url }) })
const bank = 'https://bank.example'
const good = `${bank}/open-banking/v1.0/aisp/accounts`
const bare = `${bank}/v1.0/aisp/accounts`

proves(
  ruleNamed(uris, 'BH-URI-001'),
  {
    holds: {
      'request and link': linked(good),
      'behind a prefix, another version': linked(`${bank}/obf/open-banking/v3.1/aisp/accounts`),
      'a link to another resource is none': linked(`${bank}/authpage`),
    },
    breaks: {
      'a link without it': [
        linked(bare),
        { at: '/Links/Self, path', expected: 'a segment open-banking', got: '/v1.0/aisp/accounts' },
      ],
      'both, told once': [linked(bare, bare), 'request URL, path'],
      'in other letters': [linked(good, `${bank}/Open-Banking/v1.0/aisp/accounts`), 'request URL, path'],
    },
    silent: {
      'an error': bahrainExchange(accounts, { status: 404, url: bare }),
      'a further page that stands elsewhere': linked(good, `${bank}/cursors/7f3a`),
      'no operation': bahrainExchange('GET /cats', { url: bare }),
    },
  },
  bahrainGiven,
)

proves(
  ruleNamed(uris, 'BH-URI-002'),
  {
    holds: { 'two numbers': linked(good), 'other numbers': linked(good, `${bank}/open-banking/v3.1/aisp/accounts`) },
    breaks: {
      'one number': [
        linked(`${bank}/open-banking/v1/aisp/accounts`),
        { at: '/Links/Self, version', expected: 'v and two numbers, such as v1.0', got: 'v1' },
      ],
      'three numbers': [linked(good, `${bank}/open-banking/v1.0.0/aisp/accounts`), 'request URL, version'],
      'a release': [linked(good, `${bank}/open-banking/release1.0.0/aisp/accounts`), 'request URL, version'],
    },
    undecided: { 'nowhere to count from': linked(good, bare) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(uris, 'BH-URI-003'),
  {
    holds: { aisp: linked(good) },
    breaks: {
      'another group': [
        linked(`${bank}/open-banking/v1.0/cbpii/accounts`),
        { at: '/Links/Self, group', expected: 'aisp', got: 'cbpii' },
      ],
      'that of payments': [linked(good, `${bank}/open-banking/v1.0/pisp/accounts`), 'request URL, group'],
    },
    silent: { products: bahrainRead(productDetails, {}) },
    undecided: { 'no version to count from': linked(good, `${bank}/open-banking/v1/aisp/accounts`) },
  },
  bahrainGiven,
)

const gathered = (...exchanges: readonly Exchange[]) =>
  exchanges.flatMap((one) => {
    const piece = oneHost.gather(one, bahrainGiven)
    return piece === undefined ? [] : [piece]
  })

proves(
  oneHost,
  {
    holds: {
      'one host, whatever the port': gathered(
        linked(good),
        linked(good.replace('bank.', 'BANK.'), `${good}?page=2`, 'x2'),
      ),
      'another port': gathered(linked(good), linked(good.replace('example', 'example:8443'), undefined, 'x2')),
    },
    breaks: {
      'links to two hosts': [
        gathered(linked(good), linked(good.replace('bank.', 'other.'), undefined, 'x2')),
        {
          at: '/Links/Self, host and prefix',
          expected: 'bank.example/, as in x1',
          got: 'other.example/',
          exchange: 'x2',
        },
      ],
      'requests with two prefixes': [
        gathered(linked(bare), linked(bare, `${bank}/api/open-banking/v1.0/aisp/accounts`, 'x2')),
        'request URL, host and prefix',
      ],
    },
    undecided: {
      'one URL': gathered(bahrainExchange(createConsent, { status: 201, body: { Data: {} } })),
      'reached under another name': gathered(linked(good.replace('bank.', 'other.'))),
      'none with the segment': gathered(linked(bare, bare)),
    },
  },
  bahrainGiven,
)
