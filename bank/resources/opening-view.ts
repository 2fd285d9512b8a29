import type { BankEvent } from '../events/event.ts'
import type { Opening, OpeningStatus } from '../ledger/openings.ts'
import { apis, olderOpenings } from '../places.ts'

/** How a version of the standard tells of accounts that are being opened. */
export interface OpeningVersion {
  /** Path below which it is served. */
  readonly base: string
  readonly document: string
  readonly names: Partial<Readonly<Record<OpeningStatus, string>>>
  /** Whether the answer to a request is signed whatever was asked for. */
  readonly signs: boolean
}

/** Version 2.1. */
export const openings21: OpeningVersion = {
  base: apis['account-opening-service-initiation'].base,
  document: 'standards/account-opening-service-initiation',
  names: {},
  signs: true,
}

/** Version 2.0, as its document and its guide have it. */
export const openings20: OpeningVersion = {
  base: olderOpenings,
  document: 'standards-v2.0/account-opening-service-initiation',
  names: { AwaitingUserInput: 'AwaitingPartyData', AwaitingLFIProcesses: 'Pending', Completed: 'Created' },
  signs: false,
}

type Json = Readonly<Record<string, unknown>>

/** The body that tells of an account that is being opened. */
export const openingBody = (
  { id, name, iban, status, updated }: Opening,
  { base, names }: OpeningVersion,
  issuer: string,
): { readonly Data: Json; readonly Links: { readonly Self: string }; readonly Meta: Json } => {
  const moment = updated.toISOString()
  const account = {
    Currency: 'AED',
    AccountIdentifiers: [{ SchemeName: 'IBAN', Identification: iban, Name: name }],
    CreationDateTime: moment,
  }
  return {
    Data: {
      AccountId: id,
      OpeningStatus: names[status] ?? status,
      OpeningStatusUpdateDateTime: moment,
      ...(status === 'Completed' && account),
    },
    Links: {
      Self: `${issuer}${base}/accounts/${encodeURIComponent(id)}/status`,
      ...(status === 'AwaitingUserInput' && { AccountOpeningRedirectUrl: `${issuer}/go-on?account=${id}` }),
    },
    Meta: {},
  }
}

/** What an event tells of an account. */
const inEvents = ['AccountId', 'OpeningStatus', 'OpeningStatusUpdateDateTime'] as const

/** The event of an account whose state has changed. */
export const openingEvent = (opening: Opening, issuer: string): BankEvent => {
  const { Data, Links } = openingBody(opening, openings21, issuer)
  return {
    clientId: opening.clientId,
    subscription: opening.subscription,
    id: { AccountId: opening.id },
    resource: Links.Self,
    data: Object.fromEntries(inEvents.map((name) => [name, Data[name]])),
  }
}
