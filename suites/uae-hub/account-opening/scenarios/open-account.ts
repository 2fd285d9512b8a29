import { randomUUID } from 'node:crypto'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import type { Session } from '../../../../engine/session.ts'
import { poll, probe } from '../../ask.ts'
import { insist } from '../../bank-data-sharing/insist.ts'
import { final, idOf, openOnce, stateOf } from '../opening.ts'
import { olderOpening, openAccount, openingOfGuide, openingStatus } from '../operations.ts'

/** A request for an account, and what was told of it afterwards. */
export interface Opened {
  readonly opened: Exchange
  /** In order; after the last state came, it was read once more. */
  readonly reads: readonly Exchange[]
  /** The status of an account that nobody asked for. */
  readonly strange: readonly Probe[]
}

const missing = (answer: Exchange): boolean => [404, 405].includes(answer.response.status)

/** Reads the status, at the first of these operations that knows the account. */
const readerOf = (session: Session, AccountId: string, ways: readonly string[]) => {
  let known = ways
  return async (purpose = 'read the status'): Promise<Exchange> => {
    let first: Exchange | undefined
    for (const operation of known) {
      const answer = await session.call(operation, { purpose, token: 'client', path: { AccountId } })
      first ??= answer
      if (succeeded(answer)) known = [operation]
      if (!missing(answer)) return answer
    }
    return first ?? session.call(openingStatus, { purpose, token: 'client', path: { AccountId } })
  }
}

/** Reads a final state once more, and a third time where it did not stay: one copy of the server may lag behind. */
const readAgain = async (session: Session, last: Exchange, read: (purpose: string) => Promise<Exchange>) => {
  if (!final.includes(stateOf(last) ?? '')) return []
  const again = await read('read the status again')
  if (stateOf(again) === stateOf(last)) return [again]
  await session.wait(1000)
  return [again, await read('read the status a third time')]
}

const opens = (id: string, variants: readonly string[], ways: readonly [string, ...string[]]): Scenario<Opened> =>
  scenario({
    id,
    title: `open an account, and ${ways.length > 1 ? 'follow it at either address' : 'follow it'} until it is there`,
    needs: ['account-opening'],
    operations: [openAccount, ...ways],
    variants,
    effect: 'creates',
    async run(session): Promise<Opened> {
      const opened = await openOnce(session)
      const id = succeeded(opened) ? idOf(opened) : undefined
      if (id === undefined) return { opened, reads: [], strange: [] }
      const read = readerOf(session, id, ways)
      const reads = await poll(session, read, (answer) => final.includes(stateOf(answer) ?? ''))
      const last = reads.at(-1) ?? reads[0]
      const operation = last.operation ?? ways[0]
      const purpose = 'unknown account'
      const path = { AccountId: randomUUID() }
      const strange = await probe(purpose, () => insist(session, operation, { purpose, token: 'client', path }))
      return {
        opened,
        reads: [...reads, ...(await readAgain(session, last, read))],
        strange: reads.some(succeeded) ? [strange] : [],
      }
    },
  })

/** Opens an account and reads its status until it is final, or until patience ends. */
export const followOpening = opens('account-opening/open-account', ['v2.1'], [openingStatus])

/** The same in version 2.0, whose document and guide have the status at different addresses. */
export const followOlderOpening = opens(
  'account-opening/open-account-v2.0',
  [olderOpening],
  [openingStatus, openingOfGuide],
)
