const named = (...values: readonly string[]): ReadonlySet<string> => new Set(values.map((value) => `BH.OBF.${value}`))

/** Codes of errors: J, and their statuses by U. */
export const errorCodes = named(
  'Field.Expected',
  'Field.Invalid',
  'Field.InvalidDate',
  'Field.Missing',
  'Field.Unexpected',
  'Header.Invalid',
  'Header.Missing',
  'Reauthenticate',
  'Resource.ConsentMismatch',
  'Resource.InvalidConsentStatus',
  'Resource.InvalidFormat',
  'Resource.NotFound',
  'Rules.AfterCutOffDateTime',
  'Rules.DuplicateReference',
  'Signature.Invalid',
  'Signature.InvalidClaim',
  'Signature.Malformed',
  'Signature.Missing',
  'Signature.MissingClaim',
  'Signature.Unexpected',
  'UnexpectedError',
  'Unsupported.AccountIdentifier',
  'Unsupported.AccountSecondaryIdentifier',
  'Unsupported.Currency',
  'Unsupported.Frequency',
  'Unsupported.LocalInstrument',
  'Unsupported.Scheme',
)

/** Schemes of accounts: of account information J names the first alone. */
export const accountSchemes = named('IBAN', 'PAN', 'BBAN')

/** Values that the framework names, by the member that holds them. Pages call several of the lists indicative. */
const lists: Readonly<Record<string, ReadonlySet<string>>> = {
  SchemeName: new Set([...accountSchemes, ...named('BICFI')]),
  LocalInstrument: named('DNS', 'NRT', 'BIL', 'SWIFT', 'GCCNET'),
  Frequency: named('Annual', 'Daily', 'Fortnightly', 'HalfYearly', 'Monthly', 'NotKnown', 'Quarterly', 'Weekly'),
  AccountRole: named(
    'Administrator',
    'Beneficiary',
    'CustodianForMinor',
    'Granter',
    'LegalGuardian',
    'OtherParty',
    'PowerOfAttorney',
    'Principal',
    'Protector',
    'RegisteredShareholderName',
    'SecondaryOwner',
    'SeniorManagingOfficial',
    'Settlor',
    'SuccessorOnDeath',
  ),
  LegalStructure: named(
    'CIC',
    'CIO',
    'Charity',
    'CoOp',
    'GeneralPartnership',
    'Individual',
    'LimitedLiabilityPartnership',
    'LimitedPartnership',
    'PrivateLimitedCompany',
    'PublicLimitedCompany',
    'ScottishLimitedPartnership',
    'Sole',
  ),
  ErrorCode: errorCodes,
}

/** The values that the framework names for a member; undefined for a member of which no list was seen. */
export const listOf = (member: string): ReadonlySet<string> | undefined => lists[member]

/** Country, owner and value of a namespaced value; undefined for one without namespace. */
export const partsOf = (
  value: string,
): { readonly country: string; readonly owner: string; readonly value: string } | undefined => {
  const [, country, owner, rest] = /^([A-Z]{2,3})\.([^.]+)\.(\S|\S.*\S)$/.exec(value) ?? []
  return country === undefined || owner === undefined || rest === undefined
    ? undefined
    : { country, owner, value: rest }
}
