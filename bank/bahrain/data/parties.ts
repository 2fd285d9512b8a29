import type { AccountParty, Party } from '../../ledger/parties.ts'
import type { Json } from '../../resources/money.ts'
import type { Answer, UserCall } from '../call.ts'
import { accountOf, isAccount, onePage } from './listing.ts'

const nameOf = (party: Party): string => (party.kind === 'person' ? party.fullName : party.name)

const view = (party: Party, type: AccountParty['type'], role?: AccountParty['role']): Json => ({
  PartyId: party.id,
  PartyNumber: party.number,
  PartyType: type,
  Name: nameOf(party),
  FullLegalName: nameOf(party),
  LegalStructure: party.kind === 'person' ? 'BH.OBF.Individual' : 'BH.OBF.PrivateLimitedCompany',
  ...(role !== undefined && { AccountRole: `BH.OBF.${role}` }),
  EmailAddress: party.email,
  // Numbers of the Emirates become ones of Bahrain, where they have eight digits.
  ...(party.kind === 'person' && { Mobile: `+973-3${party.mobile.slice(-7)}` }),
  Address: [
    {
      AddressType: party.kind === 'person' ? 'Residential' : 'Business',
      AddressLine: party.address.lines,
      TownName: 'Manama',
      Country: 'BH',
    },
  ],
})

/** `GET /accounts/{AccountId}/parties` */
export const listParties = (call: UserCall): Answer => {
  const account = accountOf(call)
  return isAccount(account)
    ? onePage(call, { Party: account.parties.map(({ party, type, role }) => view(party, type, role)) })
    : account
}

/** `GET /accounts/{AccountId}/party`: the first of its owners. */
export const readAccountParty = (call: UserCall): Answer => {
  const account = accountOf(call)
  if (!isAccount(account)) return account
  const [owner] = account.parties
  return onePage(call, owner === undefined ? {} : { Party: view(owner.party, owner.type, owner.role) })
}

/** `GET /party`: who gave the consent. */
export const readUser = (call: UserCall): Answer => onePage(call, { Party: view(call.customer.party, 'Sole') })
