import { bahrainBalance, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { account, allBalances, balances, beneficiaries, supplementaryInfo } from '../operations.ts'
import { accounts } from './accounts.ts'

const list = (...changes: readonly object[]) =>
  bahrainRead(balances, { Balance: changes.map((one) => bahrainBalance(one as Readonly<Record<string, unknown>>)) })

proves(
  ruleNamed(accounts, 'BH-AIS-002'),
  {
    holds: {
      'two types': list({}, { Type: 'InterimAvailable' }),
      'another currency': list({}, { Amount: { Amount: '1', Currency: 'USD' } }),
      'of two accounts': bahrainRead(allBalances, { Balance: [bahrainBalance(), bahrainBalance({ AccountId: 'a2' })] }),
    },
    breaks: {
      'one type twice': [
        list({}, {}),
        {
          at: '/Data/Balance/1',
          expected: 'another account, type or currency than /Data/Balance/0',
          got: 'a1, InterimBooked, BHD',
        },
      ],
      none: [list(), '/Data/Balance'],
      'no list': [bahrainRead(balances, {}), '/Data'],
    },
    silent: { 'another resource': bahrainRead(beneficiaries, { Beneficiary: [] }) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(accounts, 'BH-AIS-005'),
  {
    holds: {
      'its own': list({}),
      'kept per customer': bahrainRead(beneficiaries, {
        Beneficiary: [{ AccountId: 'a1' }, { AccountId: '' }, { AccountId: null }],
      }),
    },
    breaks: {
      'of another': [list({ AccountId: 'a2' }), { at: '/Data/Balance/0/AccountId', expected: 'a1', got: 'a2' }],
      'in an object': [
        bahrainRead(supplementaryInfo, { ReadAccount: { AccountId: 'a2' } }),
        '/Data/ReadAccount/AccountId',
      ],
    },
    silent: {
      'of all accounts': bahrainRead(allBalances, { Balance: [bahrainBalance()] }),
      'the account itself': bahrainRead(account, { Account: [{ AccountId: 'a2' }] }),
      'no account named': bahrainRead(beneficiaries, { Beneficiary: [{}] }),
      'an error': bahrainExchange(balances, { status: 403, body: {} }),
      'a further page that stands elsewhere': bahrainRead(
        balances,
        { Balance: [bahrainBalance()] },
        {},
        {
          url: 'https://bank.example/open-banking/v1.0/aisp/accounts/a1/balances/page/2',
        },
      ),
    },
  },
  bahrainGiven,
)
