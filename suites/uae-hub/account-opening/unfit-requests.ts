import type { Probe } from '../../../engine/rule.ts'
import type { SignedBody } from '../../../engine/session.ts'
import { goodAudit } from './applicant.ts'

type Json = Readonly<Record<string, unknown>>

/** One thing in which a request that is signed well breaks the contract. */
interface Row {
  readonly name: string
  /** `observed`: either answer is good. */
  readonly about: 'message' | 'request' | 'audit' | 'observed'
  readonly spoil: (data: Json) => { readonly message: unknown; readonly signed?: Partial<SignedBody> }
}

const data = (about: Row['about'], name: string, change: (data: Json) => Json): Row => ({
  name,
  about,
  spoil: (given) => ({ message: { Data: change(given) } }),
})

const without =
  (name: string) =>
  ({ [name]: _, ...rest }: Json): Json =>
    rest

const audit = (about: Row['about'], name: string, entry: Json): Row =>
  data(about, name, (given) => ({ ...given, DataSharingAudit: [entry] }))

/** Requests that break the contract, by how they differ from one with an entry of DataSharingAudit that keeps it. */
export const unfitRequests: readonly Row[] = [
  {
    name: 'claims without message',
    about: 'message',
    spoil: (given) => ({
      message: undefined,
      signed: { claims: ({ message: _, ...claims }) => ({ ...claims, Data: given }) },
    }),
  },
  { name: 'message without Data', about: 'message', spoil: () => ({ message: {} }) },
  data('request', 'no Data.Account', without('Account')),
  data('request', 'a member that the contract forbids', (given) => ({ ...given, Foo: 1 })),
  data('request', 'LinkedOperations without FxQuoteId', (given) => ({ ...given, LinkedOperations: {} })),
  data('observed', 'no Data.Party', without('Party')),
  audit('audit', 'DataSharingAudit without JSONPath', without('JSONPath')(goodAudit)),
  audit('audit', 'DataSharingAudit without Action', without('Action')(goodAudit)),
  audit('audit', 'Action Replaced', { ...goodAudit, Action: 'Replaced' }),
  audit('observed', 'a JSONPath that is none', { ...goodAudit, JSONPath: 'Surname' }),
]

/** The probes of rows that are about the same. */
export const about = (what: Row['about'], probes: readonly Probe[]): readonly Probe[] =>
  probes.filter((probe) => unfitRequests.some((row) => row.about === what && row.name === probe.name))
