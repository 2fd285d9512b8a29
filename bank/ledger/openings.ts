import { randomUUID } from 'node:crypto'
import { emiratesIban } from './iban.ts'

/** States of an account that is being opened, by the names of version 2.1. */
export type OpeningStatus = 'Pending' | 'AwaitingUserInput' | 'AwaitingLFIProcesses' | 'Rejected' | 'Completed'

/** An account that somebody asked for. */
export interface Opening {
  readonly id: string
  readonly clientId: string
  /** Whom the account is for. */
  readonly name: string
  readonly iban: string
  /** The `Subscription` of the request, as it is now. */
  readonly subscription?: Readonly<Record<string, unknown>>
  readonly status: OpeningStatus
  readonly updated: Date
}

/** Accounts that are being opened. They go on by themselves, and are there within a second. */
export interface Openings {
  readonly open: (
    request: Pick<Opening, 'clientId' | 'name' | 'subscription'> & { readonly surname: string },
  ) => Opening
  readonly find: (id: string) => Opening | undefined
  readonly subscribe: (id: string, subscription: Readonly<Record<string, unknown>>) => void
  /** Ends what goes on by itself. */
  readonly close: () => void
}

/** Milliseconds after which the bank begins its own work, and after which that has come to something. */
const moments = { begun: 300, decided: 700 }

/** What becomes of applicants with these surnames; all others get their account. */
const fates: Readonly<Record<string, OpeningStatus>> = { Marfood: 'Rejected', Naqis: 'AwaitingUserInput' }

/** A bank code that no other part of this bank uses, and the number of the account. */
const ibanOf = (count: number): string => emiratesIban(`998${String(count).padStart(16, '0')}`)

/** Keeps them in memory. `changed` hears of each state, the first one included; `relapses` makes a final one begin anew. */
export const openingBook = (options: {
  readonly changed: (opening: Opening) => void
  readonly relapses?: boolean
}): Openings => {
  const kept = new Map<string, Opening>()
  const told = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  const put = (opening: Opening): Opening => {
    kept.set(opening.id, opening)
    options.changed(opening)
    return opening
  }
  const move = (id: string, status: OpeningStatus): void => {
    const known = kept.get(id)
    if (known !== undefined) put({ ...known, status, updated: new Date() })
  }
  const later = (milliseconds: number, act: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, milliseconds)
    timer.unref()
    timers.add(timer)
  }
  return {
    open({ surname, ...request }) {
      const id = randomUUID()
      later(moments.begun, () => move(id, 'AwaitingLFIProcesses'))
      later(moments.decided, () => move(id, fates[surname] ?? 'Completed'))
      return put({ ...request, id, iban: ibanOf(kept.size), status: 'Pending', updated: new Date() })
    },
    find(id) {
      const known = kept.get(id)
      if (known?.status !== 'Completed' || options.relapses !== true) return known
      if (told.has(id)) move(id, 'Pending')
      told.add(id)
      return kept.get(id)
    },
    subscribe(id, subscription) {
      const known = kept.get(id)
      if (known !== undefined) kept.set(id, { ...known, subscription })
    },
    close() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
