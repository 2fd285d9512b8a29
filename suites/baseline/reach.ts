import { failed, succeeded, unavailable } from '../../checks/status.ts'
import type { Exchange } from '../../engine/exchange.ts'
import { type CallOptions, Inconclusive, type Session } from '../../engine/session.ts'
import type { Row, Taken } from './row.ts'

/** What is kept of a good call: never the answer itself, of which a run may have thousands. */
export interface Good {
  readonly operation: string
  /** The id of its exchange. */
  readonly exchange: string
  readonly status: number
  /** Whether it was answered as a good call is. */
  readonly succeeded: boolean
  /** How many header fields were sent with it. */
  readonly fields: number
  /** What other operations take from its answer, by name. */
  readonly gives: Readonly<Record<string, string | undefined>>
}

/** Values of the parameters of one call. */
export interface Filled {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}

/** Makes good calls of the operations of a table. Throws `Inconclusive` where a value of another operation does not come. */
export interface Reach {
  /** The good call of an operation, made once in a run; with its answer for the one who made it. */
  readonly good: (session: Session, row: Row) => Promise<{ readonly good: Good; readonly exchange?: Exchange }>
  /**
   * Does something with the values of a good call, and removes afterwards what was made for it, unless that is said to be
   * gone already.
   */
  readonly within: <T>(session: Session, row: Row, act: (filled: Filled, gone: () => void) => Promise<T>) => Promise<T>
}

/** Options of the good call of a row. */
export const goodOptions = (row: Row, { path, query }: Filled): CallOptions => ({
  path,
  query,
  ...(row.token === undefined ? {} : { token: row.token }),
  ...(row.search === undefined ? {} : { search: row.search }),
  ...(row.headers === undefined ? {} : { headers: row.headers }),
  ...(row.body === undefined ? {} : { body: row.body }),
})

/** Throws `Inconclusive` for a call that did not succeed although nothing was wrong with it. */
export const demandGood = ({
  operation,
  exchange,
  status,
  succeeded: fine,
}: Pick<Good, 'operation' | 'exchange' | 'status' | 'succeeded'>): void => {
  if (!fine)
    throw new Inconclusive(
      status === 401 || status === 403
        ? `${operation} was answered with ${status} (${exchange}): the credential of the run does not open it`
        : status >= 300 && status < 400
          ? `${operation} was answered with ${status}, a redirect that is not followed (${exchange})`
          : `${operation} was answered with ${status} although nothing was wrong with the call (${exchange})`,
    )
}

const isGood = (row: Row, exchange: Exchange): boolean =>
  succeeded(exchange) || row.alsoGood?.includes(exchange.response.status) === true

/** Opens the way to the operations of a table. */
export const reachOf = (rows: readonly Row[]): Reach => {
  const known = new Map(rows.map((row) => [row.operation, row]))
  const takers = new Map<string, Map<string, Taken>>()
  for (const { path = {}, query = {} } of rows) {
    for (const value of [...Object.values(path), ...Object.values(query)]) {
      if (typeof value === 'string' || value.fresh) continue
      const list = takers.get(value.operation) ?? new Map<string, Taken>()
      list.set(value.name, value)
      takers.set(value.operation, list)
    }
  }
  const giver = ({ operation }: Taken): Row => {
    const row = known.get(operation)
    if (row === undefined) throw new Error(`the table has no row ${operation}, from which a value is taken`)
    return row
  }

  const ask = async (session: Session, row: Row, filled: Filled): Promise<Exchange> => {
    const options = goodOptions(row, filled)
    const answer = await session.call(row.operation, options)
    // A failure may have been a moment's: only one that comes again says something about the operation.
    const again = row.effect === 'reads' && failed(answer) && !unavailable(answer)
    return again ? session.call(row.operation, { ...options, purpose: 'good call, again' }) : answer
  }

  const remove = async (session: Session, row: Row, filled: Filled, exchange: Exchange): Promise<void> => {
    const name = succeeded(exchange) ? row.undo?.take(exchange) : undefined
    if (row.undo === undefined || name === undefined) return
    const path = { ...filled.path, [row.undo.parameter]: name }
    try {
      await session.call(row.undo.operation, { path, purpose: 'remove what the run made' })
    } catch (cause) {
      if (!(cause instanceof Inconclusive)) throw cause
    }
  }

  const summary = (row: Row, exchange: Exchange): Good => ({
    operation: row.operation,
    exchange: exchange.id,
    status: exchange.response.status,
    succeeded: isGood(row, exchange),
    fields: exchange.request.headers.length,
    gives: Object.fromEntries(
      [...(takers.get(row.operation)?.values() ?? [])].map(({ name, take }) => [
        name,
        isGood(row, exchange) ? take(exchange) : undefined,
      ]),
    ),
  })

  const reach: Reach = {
    async good(session, row) {
      let exchange: Exchange | undefined
      const good = await session.once(`good call ${JSON.stringify(row.uses ?? null)} ${row.operation}`, () =>
        reach.within(session, row, async (filled, gone) => {
          exchange = await ask(session, row, filled)
          if (exchange.request.method === 'DELETE' && isGood(row, exchange)) gone()
          await remove(session, row, filled, exchange)
          return summary(row, exchange)
        }),
      )
      return exchange === undefined ? { good } : { good, exchange }
    },
    async within(session, row, act) {
      const cleaning: (() => Promise<void>)[] = []
      const fillIn = async (value: string | Taken): Promise<string> => {
        if (typeof value === 'string') return value
        const from = giver(value)
        let taken: string | undefined
        if (value.fresh) {
          await reach.within(session, from, async (filled) => {
            const made = await ask(session, from, filled)
            demandGood({ ...summary(from, made) })
            taken = value.take(made)
            cleaning.push(() => remove(session, from, filled, made))
          })
        } else {
          const { good } = await reach.good(session, from)
          if (value.otherwise === undefined) demandGood(good)
          taken = good.gives[value.name]
        }
        const found = taken ?? value.otherwise
        if (found === undefined) throw new Inconclusive(`${value.operation} gave no ${value.name} to go on with`)
        return found
      }
      const fill = async (values: Row['path'] = {}): Promise<Record<string, string>> => {
        const filled: Record<string, string> = {}
        for (const [name, value] of Object.entries(values)) filled[name] = await fillIn(value)
        return filled
      }
      try {
        return await act({ path: await fill(row.path), query: await fill(row.query) }, () => cleaning.splice(0))
      } finally {
        for (const clean of cleaning) await clean()
      }
    },
  }
  return reach
}
