type Samples = Readonly<Record<string, string>>
type Json = Readonly<Record<string, unknown>>

/** Somebody whom nobody is: the IBAN is the specimen of the registry, and nobody alive was born in 1900. */
const nobody = {
  applicantGivenName: 'Hessa',
  applicantSurname: 'Almutakhayyala',
  applicantEmiratesId: '784-1900-0000000-0',
  applicantEmiratesIdExpiryDate: '2099-12-31',
  applicantAddress: 'Villa 0, Street of No Return',
  applicantIban: 'AE070331234567890123456',
}

/** Where an applicant wants to hear of changes: in a domain that nobody has (RFC 2606 §3). */
export const webhook = 'https://events.tpp.example/account-opening'

/** A change that somebody made to data that a bank had shared. */
export const goodAudit: Json = {
  JSONPath: '$.Data.Party.Claims.Surname',
  Action: 'Updated',
  OriginalValue: 'Almajhoola',
}

/**
 * The `Data` of a request that keeps the contract of either version, for an invented person or for the one whom the profile
 * names in `samples`: `applicantGivenName`, `applicantSurname`, `applicantEmiratesId`, `applicantEmiratesIdExpiryDate`,
 * `applicantAddress` and `applicantIban`. `fxQuoteId` links the request to a quote where a bank opens no account without.
 */
export const applicationOf = (samples: Samples): Json => {
  const of = (name: keyof typeof nobody): string => samples[name] ?? nobody[name]
  const fullName = `${of('applicantGivenName')} ${of('applicantSurname')}`
  return {
    ...(samples.fxQuoteId !== undefined && { LinkedOperations: { FxQuoteId: samples.fxQuoteId } }),
    Account: { SchemeName: 'IBAN', Identification: of('applicantIban'), Name: fullName },
    Party: {
      Claims: {
        IdentityType: 'Person',
        FullName: fullName,
        GivenName: of('applicantGivenName'),
        Surname: of('applicantSurname'),
        EmiratesId: of('applicantEmiratesId'),
        EmiratesIdExpiryDate: of('applicantEmiratesIdExpiryDate'),
        ResidentialAddress: { AddressLine: [of('applicantAddress')], Country: 'AE' },
      },
    },
  }
}
