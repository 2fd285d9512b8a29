import {
  bahrainAccount,
  bahrainExchange,
  bahrainGiven,
  bahrainRead,
  bahrainTransaction,
} from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, transactions } from '../operations.ts'
import { identifiers } from './identifiers.ts'

const list = (id: string, more = {}) => bahrainRead(accounts, { Account: [bahrainAccount(id, more)] })
const booked = (more: Readonly<Record<string, unknown>>) =>
  bahrainRead(transactions, { Transaction: [bahrainTransaction('t1', more)] })

proves(
  ruleNamed(identifiers, 'BH-UID-004'),
  {
    holds: { 'of 40': list('a'.repeat(40)), 'a reference of 210': booked({ TransactionReference: 'r'.repeat(210) }) },
    breaks: {
      'of 41': [
        list('a'.repeat(41)),
        {
          at: '/Data/Account/0/AccountId',
          expected: 'at most 40 characters',
          got: `"${'a'.repeat(41)}" (41 characters)`,
        },
      ],
      'a reference of 211': [
        booked({ TransactionReference: 'r'.repeat(211) }),
        '/Data/Transaction/0/TransactionReference',
      ],
      'an empty one': [list(''), '/Data/Account/0/AccountId'],
    },
    silent: {
      'no id': bahrainRead(accounts, { Account: [] }),
      'an error': bahrainExchange(accounts, { status: 403, body: {} }),
    },
  },
  bahrainGiven,
)

const known = (Identification: string) => ({ Account: [{ SchemeName: 'BH.OBF.BBAN', Identification }] })
proves(
  ruleNamed(identifiers, 'BH-UID-005'),
  {
    holds: { another: list('a1', known('0001')) },
    breaks: {
      'the number': [
        list('0001', known('0001')),
        {
          at: '/Data/Account/0/AccountId',
          expected: 'an id that is no number of the account',
          got: 'that of /Data/Account/0/Account/0/Identification',
        },
      ],
    },
    silent: { 'no number shown': list('0001'), 'another list': booked({}) },
  },
  bahrainGiven,
)
