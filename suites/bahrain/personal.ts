import type { PersonalPlace } from '../../engine/standard.ts'

const places = (kind: string, ...paths: readonly string[]): readonly PersonalPlace[] =>
  paths.map((path) => ({ path, kind }))

/**
 * Members of the contracts that hold personal data, by the names of the contracts; a name that stands for something else
 * elsewhere is told apart by its parent. Then fields of log-in forms.
 */
export const personal: readonly PersonalPlace[] = [
  ...places(
    'name',
    '**.Account.*.Account.*.Name',
    '**.Account.Name',
    '**.CreditorAccount.Name',
    '**.DebtorAccount.Name',
    '**.CardInstrument.Name',
    '**.DirectDebit.*.Name',
    '**.Party.Name',
    '**.Party.*.Name',
    '**.FullLegalName',
    '**.BeneficialOwnership',
    '**.Nickname',
  ),
  ...places(
    'account number',
    '**.Account.*.Account.*.Identification',
    '**.Account.Identification',
    '**.CreditorAccount.Identification',
    '**.DebtorAccount.Identification',
    '**.CardInstrument.Identification',
    '**.MandateIdentification',
    '**.SecondaryIdentification',
  ),
  ...places(
    'free text',
    '**.TransactionInformation',
    '**.TransactionReference',
    '**.SupplementaryData',
    '**.Reference',
    '**.RemittanceDescription',
    '**.Unstructured',
    '**.Account.*.Description',
  ),
  ...places(
    'address',
    '**.Address',
    '**.AddressLine',
    '**.PostalAddress',
    '**.CreditorPostalAddress',
    '**.DeliveryAddress',
  ),
  ...places('email', '**.EmailAddress', '**.Email', 'email'),
  ...places('phone', '**.Phone', '**.Mobile', '**.PhoneNumber', '**.MobileNumber', 'phone', 'mobile'),
  ...places('identity', '**.PartyNumber', '**.MerchantCustomerIdentification'),
  // What banks add of their own.
  ...places('identity', '**.cpr', '**.CPR', '**.Cpr', '**.CprNumber'),
  ...places('birth', '**.dob', '**.DateOfBirth', '**.BirthDate'),
  ...places('person', '**.Party.PartyId', '**.Party.*.PartyId'),
  ...places('user', '**.sub', 'username', 'login', 'user', 'user_id'),
]
