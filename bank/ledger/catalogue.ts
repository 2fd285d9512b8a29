type Json = Readonly<Record<string, unknown>>

/** Kinds of product, by the names of the standard. */
export type ProductCategory = 'SavingsAccount' | 'CurrentAccount' | 'CreditCard' | 'Finance' | 'Mortgage'

/** A product that anybody may ask about. */
export interface Product {
  readonly id: string
  /** The brand under which it is sold. */
  readonly brand: 'Mizan' | 'Noor'
  readonly name: string
  readonly category: ProductCategory
  /** The structure behind a product that keeps the Sharia; interest is paid on all others. */
  readonly structure?: 'Ijara' | 'Murabaha' | 'Musharaka' | 'Tawarruq'
  /** Date-times of RFC 3339. */
  readonly updated: string
  readonly from: string
  readonly to?: string
  /** How somebody applies for it, the best way first. */
  readonly apply: readonly ('online' | 'phone' | 'email' | 'branch')[]
  /** Youngest age in years. */
  readonly age: number
  /** What the standard says of products of this category. */
  readonly details: Json
}

const dirhams = (amount: number): Json => ({ Amount: `${amount}.00`, Currency: 'AED' })

const idCard: Json = { Documentation: [{ Type: 'IDCard', Description: 'Emirates ID of the applicant' }] }

const fee = (name: string, type: string, amount: number): Json => ({
  Charges: [{ Name: name, Type: type, Description: name, Charge: [{ Amount: dirhams(amount) }] }],
})

const current = (type: string, overdraft: boolean): Json => ({
  CurrentAccount: { Type: type, IsOverdraftAvailable: overdraft, ...idCard, ...fee('Account fee', 'MonthlyFees', 25) },
})

const savings = (type: string, rateType: string, rate: number): Json => ({
  SavingsAccount: { Type: type, MinimumBalance: dirhams(3000), ...idCard },
  DepositRates: { RateType: rateType, RateDetails: [{ AnnualRate: rate, EffectiveDate: '2026-01-01' }] },
})

const card = (type: string): Json => ({
  CreditCard: { Type: type, ...idCard, ...fee('Yearly fee', 'AnnualFees', 313) },
  RewardsBenefits: [{ Type: 'Points', Name: 'Travel points', PointsType: 'Miles' }],
})

const finance = (type: string): Json => ({
  Finance: { Type: type, MinimumFinanceAmount: dirhams(10_000), MaximumFinanceAmount: dirhams(500_000), ...idCard },
  Tenor: [{ MinimumTenor: 'P6M', MaximumTenor: 'P4Y' }],
})

const mortgage: Json = {
  Mortgage: {
    MaximumFinanceAmount: dirhams(10_000_000),
    DownPayment: [{ CustomerCategory: 'UaeResident', MinimumPercent: 20 }],
    ...idCard,
  },
  Tenor: [{ MinimumTenor: 'P5Y', MaximumTenor: 'P25Y' }],
}

type Row = readonly [
  id: string,
  name: string,
  category: ProductCategory,
  structure: Product['structure'],
  updated: string,
  details: Json,
  more?: Partial<Pick<Product, 'to' | 'apply' | 'age'>>,
]

const mizan: readonly Row[] = [
  ['MZ-CA-1', 'Everyday Account', 'CurrentAccount', undefined, '2025-02-03T09:00:00+04:00', current('Basic', false)],
  ['MZ-CA-2', 'Premium Account', 'CurrentAccount', undefined, '2025-05-14T09:00:00+04:00', current('Premium', true)],
  [
    'MZ-SA-1',
    'Online Saver',
    'SavingsAccount',
    undefined,
    '2025-09-21T10:30:00+04:00',
    savings('OnlineSaver', 'VariableInterest', 1.75),
    { to: '2094-12-31T20:00:00Z' },
  ],
  ['MZ-CC-1', 'Travel Card', 'CreditCard', undefined, '2026-01-11T08:15:00Z', card('Visa'), { age: 21 }],
  ['MZ-CC-2', 'Cash Card', 'CreditCard', undefined, '2024-11-30T08:00:00Z', card('Mastercard'), { apply: ['phone'] }],
  ['MZ-FI-1', 'Car Loan', 'Finance', undefined, '2025-12-01T12:00:00+04:00', finance('AutoFinance'), { age: 21 }],
  ['MZ-MO-1', 'Home Loan', 'Mortgage', undefined, '2026-02-02T12:00:00+04:00', mortgage, { apply: ['branch'] }],
  [
    'MZ-SA-0',
    'Saver of 2024',
    'SavingsAccount',
    undefined,
    '2024-12-31T08:00:00Z',
    savings('Savings', 'FixedInterest', 2),
    { to: '2025-06-30T20:00:00Z' },
  ],
]

const noor: readonly Row[] = [
  ['NR-CA-1', 'Noor Account', 'CurrentAccount', 'Tawarruq', '2025-03-08T09:00:00+04:00', current('Basic', false)],
  [
    'NR-SA-1',
    'Noor Savings',
    'SavingsAccount',
    'Murabaha',
    '2025-10-19T09:00:00+04:00',
    savings('Savings', 'VariableProfit', 1.6),
  ],
  ['NR-CC-1', 'Noor Card', 'CreditCard', 'Tawarruq', '2025-06-25T07:45:00Z', card('Mastercard'), { apply: ['email'] }],
  ['NR-FI-1', 'Goods Finance', 'Finance', 'Murabaha', '2026-01-28T12:00:00+04:00', finance('Finance')],
  ['NR-MO-1', 'Home Ijara', 'Mortgage', 'Ijara', '2025-08-17T12:00:00+04:00', mortgage, { age: 21 }],
  ['NR-MO-2', 'Home in Shares', 'Mortgage', 'Musharaka', '2025-01-05T12:00:00+04:00', mortgage],
]

const products = (brand: Product['brand'], rows: readonly Row[]): readonly Product[] =>
  rows.map(([id, name, category, structure, updated, details, more]) => ({
    id,
    brand,
    name,
    category,
    ...(structure !== undefined && { structure }),
    updated,
    from: '2024-01-01T00:00:00+04:00',
    apply: ['online', 'phone'],
    age: 18,
    details,
    ...more,
  }))

/** Every product that the bank ever offered; one is past its end. */
export const catalogue: readonly Product[] = [...products('Mizan', mizan), ...products('Noor', noor)]
