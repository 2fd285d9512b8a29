import { at, carried } from '../../../checks/body.ts'
import { succeeded } from '../../../checks/status.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { Inconclusive, type Session } from '../../../engine/session.ts'
import { baseline } from '../ask.ts'
import { accounts as listOfAccounts } from '../operations.ts'
import type { Resource } from './resources.ts'

/** An active account, by its id and its kind; both as the list has them. */
export interface Sampled {
  readonly id: string
  readonly kind?: string
}

/** Accounts of which one run reads each resource: as many as there are kinds of account. */
const most = 5

/** Accounts of which one run reads what is agreed about an account: hubs limit the calls of a token, and most have none. */
const mostWithOrders = 3

const textAt = (value: unknown, name: string): string | undefined => {
  const found = at(value, name)
  return typeof found === 'string' ? found : undefined
}

/** The active accounts of a list, in its order. */
export const activeOn = (list: Exchange): readonly Sampled[] => {
  const listed = at(carried(list)?.value, 'Data', 'Account')
  return (Array.isArray(listed) ? listed : []).flatMap((one): readonly Sampled[] => {
    const [id, kind] = [textAt(one, 'AccountId'), textAt(one, 'AccountSubType')]
    if (id === undefined || textAt(one, 'Status') !== 'Active') return []
    return [{ id, ...(kind !== undefined && { kind }) }]
  })
}

/** The first active account of each kind of a list. */
export const oneOfEach = (list: Exchange): readonly Sampled[] => {
  const met = new Set<string | undefined>()
  return activeOn(list)
    .filter(({ kind }) => !met.has(kind) && met.add(kind))
    .slice(0, most)
}

type Many = readonly [Sampled, ...Sampled[]]

/**
 * Active accounts of the user, one of each kind, listed once in a run. For scenarios under the consent to
 * everything. Throws `Inconclusive` when there is none.
 */
export const sampledAccounts = (session: Session): Promise<Many> =>
  session.once('an account of each kind', async () => {
    const list = await baseline(session, listOfAccounts, { purpose: 'list the accounts' })
    const [first, ...rest] = oneOfEach(list)
    if (first === undefined) throw new Inconclusive('GET /accounts lists no account with Status Active')
    return [first, ...rest] as const
  })

/** What was read of an account. */
export interface ReadOf {
  readonly account: Sampled
  readonly exchange: Exchange
}

/**
 * A resource of the accounts of the sample, read once in a run however many scenarios want it; of the user, one read.
 * For scenarios under the consent to everything.
 */
export const readOfEach = (session: Session, { operation, ofAccount, ordered }: Resource): Promise<readonly ReadOf[]> =>
  session.once(`${operation} of each kind`, async () => {
    const [first, ...rest] = await sampledAccounts(session)
    const reads: ReadOf[] = []
    const accounts = [first, ...rest].slice(0, ofAccount ? (ordered ? mostWithOrders : most) : 1)
    for (const account of accounts) {
      const path = ofAccount ? { AccountId: account.id } : {}
      reads.push({ account, exchange: await session.call(operation, { path }) })
    }
    return reads
  })

/** The longest answer of those that succeeded, of which there is most to tell. Throws `Inconclusive` when none did. */
export const longestOf = ({ operation }: Resource, reads: readonly ReadOf[]): ReadOf => {
  const [longest] = reads
    .filter(({ exchange }) => succeeded(exchange))
    .sort((one, other) => other.exchange.facts.bytes - one.exchange.facts.bytes)
  if (longest !== undefined) return longest
  const statuses = [...new Set(reads.map(({ exchange }) => exchange.response.status))].join(', ')
  throw new Inconclusive(`${operation} was answered with ${statuses} for every active account that was asked about`)
}
