import type { AccountFacts } from '../shapes.ts'
import type { Opened } from './opened.ts'
import * as parties from './parties.ts'
import { costOfDebt, repayment } from './payments.ts'

type Hers = Pick<AccountFacts, 'holder' | 'shortName' | 'type' | 'status' | 'currency' | 'shariaCompliant' | 'parties'>

/** What Salma owes: for a car, alone; for a home, together with somebody else. */
export const salmaDebts = (hers: Hers): readonly Opened[] => [
  {
    ...hers,
    id: '100100000005',
    subType: 'Finance',
    identifier: { scheme: 'FinanceReference', value: 'FIN-1001-0005' },
    description: 'Car finance',
    nickname: 'Car',
    opening: -6_000_000,
    months: 20,
    left: 28,
    habits: [repayment(18, 180_000, 'Car finance'), costOfDebt(21_000, 'Interest')],
  },
  {
    ...hers,
    id: '100100000006',
    subType: 'Mortgage',
    identifier: { scheme: 'MortgageReference', value: 'MTG-1001-0006' },
    description: 'Home finance',
    nickname: 'Home',
    opening: -88_000_000,
    months: 26,
    age: 60,
    left: 240,
    parties: [
      { party: parties.salma, role: 'Principal', type: 'Joint' },
      { party: parties.majid, role: 'SecondaryOwner', type: 'Joint' },
    ],
    habits: [repayment(15, 420_000, 'Home finance'), costOfDebt(290_000, 'Interest')],
  },
]
