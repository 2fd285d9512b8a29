import type { PersonalPlace } from '../../engine/standard.ts'

const places = (kind: string, ...paths: readonly string[]): readonly PersonalPlace[] =>
  paths.map((path) => ({ path, kind }))

/**
 * Members of the contract of account information that hold personal data, by the names of the contract; a name that
 * stands for something else elsewhere is told apart by its parent. Then fields of log-in forms.
 */
export const personal: readonly PersonalPlace[] = [
  ...places(
    'name',
    '**.AccountHolderName',
    '**.AccountHolderShortName',
    '**.AccountIdentifiers.*.Name',
    '**.CreditorAccount.*.Name',
    '**.CreditorAccount.Name',
    '**.DebtorAccount.Name',
    '**.DebtorAccount.*.Name',
    '**.CardInstrument.Name',
    '**.FullName',
    '**.GivenName',
    '**.MiddleName',
    '**.Surname',
    '**.Nickname',
    '**.OnBehalfOf.TradingName',
    '**.OnBehalfOf.LegalName',
    '**.BusinessName',
    '**.EmployerName',
  ),
  ...places(
    'account number',
    '**.AccountIdentifiers.*.Identification',
    '**.CreditorAccount.*.Identification',
    '**.CreditorAccount.Identification',
    '**.DebtorAccount.Identification',
    '**.DebtorAccount.*.Identification',
    '**.CardInstrument.Identification',
    '**.MandateIdentification',
    '**.BillDetails.BillNumber',
  ),
  ...places(
    'free text',
    '**.TransactionInformation',
    '**.SupplementaryData',
    '**.TransactionReference',
    '**.Reference',
    '**.CreditorReference',
    '**.DebtorReference',
    '**.Account.*.Description',
    '**.Account.Description',
  ),
  ...places(
    'address',
    '**.PostalAddress',
    '**.ResidentialAddress',
    '**.CorporateAddress',
    '**.AddressLine',
    '**.StreetName',
    '**.BuildingName',
    '**.BuildingNumber',
    '**.PostBox',
  ),
  ...places('place', '**.GeoLocation'),
  ...places('email', '**.Email', '**.CorporateContactEmail', 'email'),
  ...places('phone', '**.MobileNumber', '**.CorporateContactPhoneNumber', 'phone', 'mobile'),
  ...places(
    'identity',
    '**.EmiratesId',
    '**.EmiratesIdExpiryDate',
    '**.PersonalNumber',
    '**.DocumentNumber',
    '**.SerialNumber',
    '**.TaxIdentificationNumber',
    '**.TradeLicenceNumber',
    '**.OnBehalfOf.Identifier',
    'emirates_id',
  ),
  ...places('birth', '**.DateOfBirth'),
  ...places(
    'person',
    '**.Party.PartyId',
    '**.Party.PartyNumber',
    '**.Party.*.PartyId',
    '**.Party.*.PartyNumber',
    '**.VerifiedClaims',
  ),
  ...places('user', '**.sub', 'username', 'login', 'user', 'user_id'),
]
