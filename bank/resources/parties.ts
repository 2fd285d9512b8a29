import type { Business, Party, Person } from '../ledger/parties.ts'
import { printed } from '../ledger/time.ts'
import type { Outcome, UserCall } from './call.ts'
import type { Json } from './money.ts'
import { listAbout, onePage } from './one-page.ts'

const addressView = ({ lines, town, emirate }: Party['address'], type: string): Json => ({
  AddressType: type,
  AddressLine: lines,
  TownName: town,
  CountrySubDivision: emirate,
  Country: 'AE',
})

const personView = (person: Person): Json => ({
  IdentityType: 'Person',
  FullName: person.fullName,
  GivenName: person.givenName,
  Surname: person.surname,
  EmiratesId: person.emiratesId,
  EmiratesIdExpiryDate: person.emiratesIdEnds,
  DateOfBirth: person.born,
  Email: person.email,
  MobileNumber: person.mobile,
  ResidentialAddress: addressView(person.address, 'Residential'),
})

const businessView = (business: Business): Json => ({
  IdentityType: 'Business',
  BusinessName: business.name,
  TradeLicenceNumber: business.licence,
  TaxIdentificationNumber: business.taxNumber,
  DateOfIncorporation: business.founded,
  CountryOfIncorporation: 'AE',
  CorporateContactEmail: business.email,
  CorporateAddress: addressView(business.address, 'Business'),
})

/** By which paper the bank knows a person. */
const evidenceView = ({ emiratesId, emiratesIdEnds }: Person): Json => ({
  Type: 'document',
  DocumentDetails: {
    Type: 'emirates_id',
    CalendarType: 'GregorianCalendar',
    PersonalNumber: emiratesId,
    DateOfExpiry: printed(Date.parse(emiratesIdEnds)),
  },
})

const partyView = (party: Party, { permits }: UserCall): Json => ({
  PartyId: party.id,
  PartyNumber: party.number,
  PartyCategory: party.kind === 'person' ? 'Retail' : 'SME',
  VerifiedClaims: [
    {
      Verification: {
        TrustFramework: 'FI',
        AssuranceLevel: 'high',
        VerificationProcess: 'Seen at a branch',
        ...(party.kind === 'person' && permits('ReadPartyUserIdentity') && { Evidence: evidenceView(party) }),
      },
      Claims: party.kind === 'person' ? personView(party) : businessView(party),
    },
  ],
})

/** `GET /accounts/{AccountId}/parties`: everybody who has to do with an account. */
export const listAccountParties = listAbout(
  'Party',
  ({ parties }) => parties,
  ({ party, role, type }, _, call) => ({ ...partyView(party, call), AccountRole: role, PartyType: type }),
)

/** `GET /parties`: who gave the consent. */
export const readParty = (call: UserCall): Outcome => onePage(call, { Party: partyView(call.customer.party, call) })
