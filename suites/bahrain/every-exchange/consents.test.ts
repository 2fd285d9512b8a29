import type { Exchange } from '../../../engine/exchange.ts'
import { bahrainConsent, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import type { Sample } from '../../../testing/exchange.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, consent, createConsent } from '../operations.ts'
import { consents } from './consents.ts'
import { consentsOverTime } from './consents-over-time.ts'

const made = (change = {}, sample: Sample = {}) =>
  bahrainRead(createConsent, bahrainConsent(change), {}, { status: 201, ...sample })
const read = (change = {}, sample: Sample = {}) => bahrainRead(consent, bahrainConsent(change), {}, sample)

proves(
  ruleNamed(consents, 'BH-CON-001'),
  {
    holds: { '201': made() },
    breaks: { '200': [made({}, { status: 200 }), { at: 'status', expected: '201', got: '200' }] },
    silent: { 'a refusal': made({}, { status: 400 }), 'another operation': read() },
  },
  bahrainGiven,
)

proves(
  ruleNamed(consents, 'BH-CON-003'),
  {
    holds: { waiting: made() },
    breaks: {
      authorised: [
        made({ Status: 'Authorised' }),
        { at: '/Data/Status', expected: 'AwaitingAuthorisation', got: 'Authorised' },
      ],
    },
    silent: { 'no status of a consent': made({ Status: 'Open' }), 'a read': read({ Status: 'Authorised' }) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(consents, 'BH-CON-006'),
  {
    holds: {
      'all five': read(),
      'a date in another form': read({ CreationDateTime: '2019-07-15T16:59:32+0000' }),
      'no permissions, which is told elsewhere': made({ Permissions: [] }),
    },
    breaks: {
      'one missing': [
        read({ CreationDateTime: undefined }),
        { at: '/Data', expected: 'member CreationDateTime', got: 'nothing' },
      ],
      'no list of permissions': [made({ Permissions: 'ReadBalances' }), '/Data/Permissions'],
      'an id that is no text': [read({ ConsentId: 5 }), '/Data/ConsentId'],
    },
    silent: { 'another operation': bahrainRead(accounts, { Account: [] }), 'a refusal': made({}, { status: 400 }) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(consents, 'BH-CON-007'),
  {
    holds: { '200': read() },
    breaks: { '203': [read({}, { status: 203 }), { at: 'status', expected: '200', got: '203' }] },
    silent: { unknown: read({}, { status: 400 }) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(consents, 'BH-CON-015'),
  {
    holds: { none: made() },
    breaks: {
      one: [
        read({ ExpirationDateTime: '2027-06-01T00:00:00Z' }),
        { at: '/Data/ExpirationDateTime', expected: 'no such member', got: '2027-06-01T00:00:00Z' },
      ],
    },
    silent: { 'another operation': bahrainExchange(accounts) },
  },
  bahrainGiven,
)

const gathered = (rule: string, ...exchanges: readonly Exchange[]) =>
  exchanges.flatMap((one) => {
    const piece = ruleNamed(consentsOverTime, rule).gather(one, bahrainGiven)
    return piece === undefined ? [] : [piece]
  })
const asked = (Permissions: readonly string[], more = {}) => ({ asked: { Data: { Permissions, ...more } } })
const both = ['ReadAccountsBasic', 'ReadBalances']
const period = { TransactionFromDateTime: '2026-01-01T00:00:00+03:00' }

proves(
  ruleNamed(consentsOverTime, 'BH-CON-005'),
  {
    holds: {
      'in another order, twice': gathered(
        'BH-CON-005',
        made({ Permissions: [...both.toReversed(), ...both] }, asked(both)),
      ),
      'the same instants': gathered(
        'BH-CON-005',
        made({ TransactionFromDateTime: '2025-12-31T21:00:00+0000' }, asked(['ReadAccountsBasic'], period)),
      ),
      'a code that is none, left out': gathered('BH-CON-005', made({}, asked(['ReadAccountsBasic', 'ReadNonsense']))),
      'an end that was not asked for': gathered(
        'BH-CON-005',
        made({ TransactionToDateTime: '2027-01-01T00:00:00Z' }, asked(['ReadAccountsBasic'])),
      ),
    },
    breaks: {
      'one lost': [
        gathered('BH-CON-005', made({ Permissions: ['ReadBalances'] }, asked(both))),
        { at: '/Data/Permissions', expected: 'ReadAccountsBasic, ReadBalances', got: 'ReadBalances', exchange: 'x1' },
      ],
      'lost later': [
        gathered('BH-CON-005', made({ Permissions: both }, asked(both)), read({}, { id: 'x2' })),
        {
          at: '/Data/Permissions',
          expected: 'ReadAccountsBasic, ReadBalances',
          got: 'ReadAccountsBasic',
          exchange: 'x2',
        },
      ],
      'another instant': [
        gathered(
          'BH-CON-005',
          made({ TransactionFromDateTime: '2026-01-01T00:00:00Z' }, asked(['ReadAccountsBasic'], period)),
        ),
        '/Data/TransactionFromDateTime',
      ],
      'no beginning': [
        gathered('BH-CON-005', made({}, asked(['ReadAccountsBasic'], period))),
        { at: '/Data/TransactionFromDateTime', expected: '2026-01-01T00:00:00+03:00', got: 'nothing', exchange: 'x1' },
      ],
    },
    silent: {
      'read alone': gathered('BH-CON-005', read()),
      refused: gathered('BH-CON-005', made({}, { status: 400 })),
    },
  },
  bahrainGiven,
)

const of = (id: string, ConsentId: string, permissions: readonly string[]) =>
  made({ ConsentId }, { id, ...asked(permissions) })
proves(
  ruleNamed(consentsOverTime, 'BH-CON-004'),
  {
    holds: { 'two ids': gathered('BH-CON-004', of('x1', 'c1', both), of('x2', 'c2', ['ReadOffers'])) },
    breaks: {
      'one id': [
        gathered('BH-CON-004', of('x1', 'c1', both), of('x2', 'c1', ['ReadOffers'])),
        { at: '/Data/ConsentId', expected: 'another id than in x1', got: 'c1', exchange: 'x2' },
      ],
    },
    silent: {
      one: gathered('BH-CON-004', of('x1', 'c1', both)),
      'the same permissions': gathered('BH-CON-004', of('x1', 'c1', both), of('x2', 'c1', both)),
    },
  },
  bahrainGiven,
)
