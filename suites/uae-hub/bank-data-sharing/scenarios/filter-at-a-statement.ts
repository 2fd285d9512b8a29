import { recordsOn } from '../../../../checks/pages.ts'
import { valueAt } from '../../../../checks/places.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { activeAccounts, type Probed, probe } from '../../ask.ts'
import { wholeData } from '../../needs.ts'
import { accounts, statements } from '../../operations.ts'
import { byOpening, openings } from '../filtered.ts'

/** Statements from the first day of one of them on, and up to it. */
export interface AtAStatement extends Probed {
  /** That day. */
  readonly day: string
}

/** The first day of the statement in the middle of a page that holds three or more. */
const middle = (page: Exchange): string | undefined => {
  const days = (recordsOn(page, byOpening) ?? []).map((record) => valueAt(record, byOpening.date))
  const found = days.length < 3 ? undefined : days[days.length >> 1]
  return typeof found === 'string' ? found : undefined
}

/** Asks for the statements from, and up to, the first day of one of them. */
export const filterAtAStatement = scenario({
  id: 'bank-data-sharing/filter-at-a-statement',
  title: 'filter statements by the first day of one of them',
  needs: ['accounts', 'statements'],
  uses: wholeData,
  operations: [accounts, statements],
  effect: 'reads',
  async run(session): Promise<AtAStatement> {
    for (const AccountId of (await activeAccounts(session)).ids) {
      const read = (purpose: string, query: Readonly<Record<string, string>> = {}) =>
        session.call(statements, { purpose, path: { AccountId }, query })
      const baseline = await read('unfiltered')
      const day = succeeded(baseline) ? middle(baseline) : undefined
      if (day === undefined) continue
      const ask = (bound: string) => probe(`${bound}=${day}`, () => read(`${bound} of a statement`, { [bound]: day }))
      return { baseline, day, probes: [await ask(openings.from), await ask(openings.to)] }
    }
    throw new Inconclusive('no active account has three statements')
  },
})
