import { bahrainAccount, bahrainBalance, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, balances } from '../operations.ts'
import { amounts } from './amounts.ts'

const of = (Amount: unknown, Currency: unknown = 'BHD') =>
  bahrainRead(balances, { Balance: [bahrainBalance({ Amount: { Amount, Currency } })] })
const place = '/Data/Balance/0/Amount'

proves(
  ruleNamed(amounts, 'BH-AMT-001'),
  {
    holds: { digits: of('10'), decimals: of('1234567890123.12345') },
    breaks: {
      'a number': [of(10), { at: `${place}/Amount`, expected: 'a string', got: '10' }],
      'a sign': [of('-10.000'), `${place}/Amount`],
      'another point': [of('100x0'), `${place}/Amount`],
      'six decimals': [of('1.123456'), `${place}/Amount`],
      'small letters': [of('10', 'bhd'), `${place}/Currency`],
    },
    silent: { 'no amount': bahrainRead(accounts, { Account: [] }) },
  },
  bahrainGiven,
)

proves(
  ruleNamed(amounts, 'BH-AMT-002'),
  {
    holds: { three: of('10.125'), 'zeros behind them': of('10.12500') },
    breaks: { four: [of('10.0001'), { at: `${place}/Amount`, expected: 'at most 3 decimals', got: '10.0001' }] },
    silent: { dollars: of('10.0001', 'USD'), 'an error': bahrainExchange(balances, { status: 403, body: {} }) },
  },
  bahrainGiven,
)

const numbered = (Identification: string, SchemeName = 'BH.OBF.IBAN') =>
  bahrainRead(accounts, { Account: [bahrainAccount('a1', { Account: [{ SchemeName, Identification }] })] })
const iban = '/Data/Account/0/Account/0/Identification'
proves(
  ruleNamed(amounts, 'BH-IBN-001'),
  {
    holds: {
      'of Bahrain': numbered('BH67BMAG00001299123456'),
      'with blanks, in small letters': numbered('bh67 bmag 0000 1299 1234 56'),
      'of another country': numbered('GB33BUKB20201555555555'),
    },
    breaks: {
      'check digits that do not fit': [
        numbered('BH00BMAG00001299123456'),
        { at: iban, expected: 'an IBAN', got: '22 characters whose check digits do not fit' },
      ],
      'a number of an account': [numbered('0001'), iban],
      'too short for Bahrain': [
        numbered('BH44BMAG0000129912345'),
        { at: iban, expected: 'an IBAN of Bahrain, of 22 characters', got: 'one of 21 characters' },
      ],
    },
    silent: {
      hidden: numbered('BH67BMAG********123456'),
      'hidden by letters': numbered('BH67BMAGXXXXXXXX123456'),
      masked: numbered('‹iban 3f1a›'),
      'another scheme': numbered('0001', 'BH.OBF.BBAN'),
    },
  },
  bahrainGiven,
)
