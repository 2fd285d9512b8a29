/** The type of the authorization details of a data-sharing consent. */
export const dataSharing = 'urn:openfinanceuae:account-access-consent:v2.1'

/** Values that the standard lists for a data-sharing consent. */
export const accountTypes = ['Retail', 'SME', 'Corporate'] as const
export const accountSubTypes = ['CurrentAccount', 'Savings', 'CreditCard', 'Mortgage', 'Finance'] as const

export const permissions = [
  'ReadAccountsBasic',
  'ReadAccountsDetail',
  'ReadBalances',
  'ReadBeneficiariesBasic',
  'ReadBeneficiariesDetail',
  'ReadFXTransactionsBasic',
  'ReadFXTransactionsDetail',
  'ReadFXRemittanceCharges',
  'ReadTransactionsBasic',
  'ReadTransactionsDetail',
  'ReadProduct',
  'ReadScheduledPaymentsBasic',
  'ReadScheduledPaymentsDetail',
  'ReadDirectDebits',
  'ReadStandingOrdersBasic',
  'ReadStandingOrdersDetail',
  'ReadStatements',
  'ReadPartyUser',
  'ReadPartyUserIdentity',
  'ReadParty',
  'ReadProductFinanceRates',
] as const

/** Permissions that say nothing without a permission to read accounts: all but those of accounts, parties and FX. */
export const onTopOfAccounts: readonly string[] = permissions.filter((name) => !/^Read(Accounts|Party|FX)/.test(name))

const purposes = [
  'AccountAggregation',
  'RiskAssessment',
  'TaxFiling',
  'Onboarding',
  'Verification',
  'QuoteComparison',
  'BudgetingAnalysis',
  'FinancialAdvice',
  'AuditReconciliation',
] as const

const isOneOf = (values: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && values.includes(value)

/** Whether a value is an array of nothing but these texts. */
export const areAllOf = (values: readonly string[], value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => isOneOf(values, item))

/** Whether a value is the billing object of a data-sharing consent. */
export const isBilling = (value: unknown): boolean =>
  isObject(value) && isOneOf(accountTypes, value.UserType) && isOneOf(purposes, value.Purpose)

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is a full-date of RFC 3339 that the calendar has. */
export const isDate = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

/** Whether a value is a date-time of RFC 3339 with an offset. */
export const isDateTime = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(value) &&
  isDate(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value))
