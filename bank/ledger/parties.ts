interface Address {
  readonly lines: readonly [string, ...string[]]
  readonly town: string
  readonly emirate: 'AbuDhabi' | 'Ajman' | 'Dubai' | 'Fujairah' | 'RasAlKhaimah' | 'Sharjah' | 'UmmAlQuwain'
}

/** A person whom the bank knows. All of them are invented, their Emirates IDs too. */
export interface Person {
  readonly kind: 'person'
  readonly id: string
  readonly number: string
  readonly givenName: string
  readonly surname: string
  readonly fullName: string
  readonly emiratesId: string
  /** Full-dates. */
  readonly emiratesIdEnds: string
  readonly born: string
  readonly email: string
  readonly mobile: string
  readonly address: Address
}

/** A company that the bank knows. */
export interface Business {
  readonly kind: 'business'
  readonly id: string
  readonly number: string
  readonly name: string
  readonly licence: string
  readonly taxNumber: string
  readonly founded: string
  readonly email: string
  readonly address: Address
}

/** Somebody whom the bank knows. */
export type Party = Person | Business

/** What somebody has to do with an account. */
export interface AccountParty {
  readonly party: Party
  readonly role: 'Principal' | 'SecondaryOwner' | 'Administrator' | 'SuccessorOnDeath'
  readonly type: 'Sole' | 'Joint' | 'Delegate'
}

/** The one owner of an account. */
export const soleOwner = (party: Party): readonly AccountParty[] => [{ party, role: 'Principal', type: 'Sole' }]
