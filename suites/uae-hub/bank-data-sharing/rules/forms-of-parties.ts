import type { ExchangeRule } from '../../../../engine/rule.ts'
import { parties, partiesOfAccount } from '../../operations.ts'
import { parts } from '../parts.ts'
import { excerpt, form } from './form.ts'

/** UAE-BDS-025 to UAE-BDS-027: the form of parties. */
export const formsOfParties: readonly ExchangeRule[] = [
  form({
    id: 'UAE-BDS-025',
    title: 'The parties of an account are a list, each with its id, type, category, role and claims',
    operations: [partiesOfAccount],
    parts: parts.partyOfAccount,
    except: parts.trustFramework,
    holds: '/Data/Party',
    schema: 'AEReadParty2Data, AEPartyIdentityAssurance2',
    defect: 'party-of-account-as-object',
    breaks: excerpt(partiesOfAccount, '{"AccountId":"a1","Party":{"PartyId":"p1", … }}'),
    finding: ['/Data/Party', 'an array', 'an object of 5 members'],
  }),
  form({
    id: 'UAE-BDS-026',
    title: 'The party who gave the consent is one object, beside no account',
    operations: [parties],
    parts: parts.user,
    except: parts.trustFramework,
    schema: 'AEReadParty4Data, AEPartyIdentityAssurance4',
    defect: 'user-as-list',
    breaks: excerpt(parties, '{"Party":[{"PartyId":"p1", … }]}'),
    finding: ['/Data/Party', 'an object', 'an array of 1 item'],
  }),
  form({
    id: 'UAE-BDS-027',
    title: 'Claims are verified in the trust framework FI',
    operations: [partiesOfAccount, parties],
    parts: parts.trustFramework,
    holds: '/Data/Party',
    schema: 'TrustFrameworkCode',
    defect: 'unknown-trust-framework',
    breaks: excerpt(parties, '{"Party":{ …,"VerifiedClaims":[{"Verification":{"TrustFramework":"UAE"}, … }]}}'),
    finding: ['/Data/Party/VerifiedClaims/0/Verification/TrustFramework', 'FI', '"UAE"'],
  }),
]
