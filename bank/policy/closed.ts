import { isObject } from './values.ts'

/** Members that an object may have; those with a table of their own are closed as well. */
type Members = { readonly [name: string]: true | Members }

const detail: Members = {
  type: true,
  consent: {
    ConsentId: true,
    BaseConsentId: true,
    Permissions: true,
    ExpirationDateTime: true,
    FromDate: true,
    ToDate: true,
    // Names of older versions: a row of their own refuses them.
    TransactionFromDateTime: true,
    TransactionToDateTime: true,
    AccountType: true,
    AccountSubType: true,
    OnBehalfOf: { TradingName: true, LegalName: true, IdentifierType: true, Identifier: true },
    OpenFinanceBilling: { UserType: true, Purpose: true },
  },
  subscription: { Webhook: { Url: true, IsActive: true } },
}

const firstUnknown = (value: unknown, members: Members, at: string): string | undefined => {
  if (!isObject(value)) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const allowed = Object.hasOwn(members, name) ? members[name] : undefined
    if (allowed === undefined) return `${at}/${name}`
    if (allowed !== true) {
      const found = firstUnknown(inner, allowed, `${at}/${name}`)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** Where an element of authorization details has a member that the standard does not know. */
export const unknownMember = (element: unknown): string | undefined => firstUnknown(element, detail, '')
