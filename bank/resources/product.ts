import type { Account } from '../ledger/shapes.ts'
import { localDay, monthStart, printedDay } from '../ledger/time.ts'
import { amount, type Json } from './money.ts'
import { listAbout } from './one-page.ts'

/** Months from one wall-clock time to another, as a duration in years and months. */
const duration = (from: number, to: number): string => {
  const [first, last] = [new Date(monthStart(from)), new Date(monthStart(to))]
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  return `P${Math.floor(months / 12)}Y${months % 12}M`
}

const charge = (name: string, type: string, value: number, currency: string, frequency?: 'Monthly'): Json => ({
  Name: name,
  Type: type,
  Description: name,
  Charge: [{ Amount: amount(value, currency), ...(frequency && { ApplicationFrequency: frequency }) }],
})

const deposit = ({ since, currency }: Account): Json => ({
  DepositRates: {
    RateType: 'VariableInterest',
    RateDetails: [
      {
        AnnualRate: 1.5,
        RateCategory: 'Applied',
        CalculationMethod: 'DailyClosingBalance',
        CalculationFrequency: 'Daily',
        ApplicationFrequency: 'Monthly',
        EffectiveDate: printedDay(since),
        Tier: { Currency: currency, MinBalance: '0' },
      },
    ],
  },
})

const tenor = ({ since, matures }: Account, today: number): Json =>
  matures === undefined
    ? {}
    : { Tenor: { OriginalTenor: duration(since, matures), RemainingTenor: duration(today, matures) } }

const home = ({ currency, opened }: Account): Json => ({
  IsSecured: true,
  AssetBacked: [
    {
      Type: 'Collateral',
      AssetType: 'Property',
      Description: 'The home that was bought',
      Valuation: [{ Amount: amount(130_000_000, currency), Date: printedDay(opened) }],
    },
  ],
})

/** What a debt costs in a year. */
const rates = ({ subType, shariaCompliant }: Account): Json => {
  const frequencies = { CalculationFrequency: 'Daily', ApplicationFrequency: 'Monthly' }
  if (shariaCompliant) {
    return { RateType: 'FixedProfit', Rate: 5.1, ProfitCalculationMethod: 'OutstandingBalance', ...frequencies }
  }
  const method = { InterestCalculationMethod: 'OutstandingBalance', ...frequencies }
  if (subType !== 'Mortgage') return { RateType: 'FixedInterest', Rate: subType === 'CreditCard' ? 36 : 4.2, ...method }
  return {
    RateType: 'VariableInterest',
    Rate: 3.95,
    BenchMark: 'EIBOR 3M',
    BenchMarkRate: 2.45,
    Margin: 1.5,
    RateReviewFrequency: 'P1Y',
    ...method,
  }
}

const facts = (account: Account, today: number): Json => {
  const { subType, currency, shariaCompliant } = account
  switch (subType) {
    case 'CurrentAccount':
      return {
        IsSalaryTransferRequired: false,
        Charges: [charge('Account fee', 'MonthlyFees', 2_625, currency, 'Monthly')],
      }
    case 'Savings':
      return deposit(account)
    case 'CreditCard':
      return {
        Charges: [charge('Late payment', 'LatePayment', 24_150, currency)],
        RewardsBenefits: [{ Type: 'Points', Name: 'Travel points', PointsType: 'Miles' }],
      }
    case 'Finance':
      return {
        IsSecured: false,
        Charges: [charge('Early settlement', 'EarlySettlement', 105_000, currency)],
        ...(shariaCompliant && { ShariaStructure: 'Murabaha' }),
        ...tenor(account, today),
      }
    case 'Mortgage':
      return { ...home(account), ...tenor(account, today) }
  }
}

const owes = ({ subType }: Account): boolean => ['CreditCard', 'Finance', 'Mortgage'].includes(subType)

/** `GET /accounts/{AccountId}/product`: the one product that an account is. */
export const listProducts = listAbout(
  'Product',
  (account) => [account],
  (account, _, { setting, permits }) => ({
    ...facts(account, localDay(setting.ledger.now)),
    ...(owes(account) &&
      (permits('ReadProductFinanceRates') || setting.misbehaves('rates-without-permission')) && {
        FinanceRates: rates(account),
      }),
  }),
)
