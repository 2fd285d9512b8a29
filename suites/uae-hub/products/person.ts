type Members = Readonly<Record<string, unknown>>

/** Values of a profile's `samples` that stand for those of the invented person. */
type Samples = Readonly<Record<string, string>>

/** The three ways to name somebody, of which a lead uses exactly one. */
export const namesOf = (samples: Samples) => {
  const { leadGivenName: GivenName = 'Mithal', leadLastName: LastName = 'Ikhtibari' } = samples
  return {
    personal: { GivenName, LastName },
    full: { FullName: `${GivenName} ${LastName}` },
    business: { BusinessName: `${LastName} Trading` },
  }
}

/**
 * Data of the smallest lead: of an invented person, or of the bank's own test person. The Emirates ID has the form of one,
 * its check digit included; nobody has its serial number of zeros. The domain of the address is nobody's (RFC 2606 §3).
 */
export const leadData = (samples: Samples, change: Members = {}): Members => ({
  Name: namesOf(samples).personal,
  Email: samples.leadEmail ?? 'lead@example.com',
  EmiratesId: samples.leadEmiratesId ?? '784-1990-0000000-2',
  MarketingOptOut: true,
  ProductCategories: ['SavingsAccount'],
  ...change,
})

/** What a lead may say beside: the telephone number is in a range that is given to nobody. */
export const leadExtras = ({ leadPhone = '+971510000000' }: Samples): Members => ({
  PhoneNumber: leadPhone,
  Nationality: 'AE',
  ResidentialAddress: { AddressLine: ['1 Example Street'], Country: 'AE' },
  LeadInformation: 'A probe of a conformance test; nobody waits for an answer.',
})

/** Whether a profile names the person of whom a bank knows that leads about it are to be opened. */
export const namesItsPerson = ({ leadEmiratesId }: Samples): boolean => leadEmiratesId !== undefined
