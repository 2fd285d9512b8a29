import { describe, expect, it } from 'vitest'
import { type Asked, fakeSession } from '../../../../testing/session.ts'
import { accountsBody, transaction, transactionsBody } from '../../../../testing/uae-hub.ts'
import { accounts } from '../../operations.ts'
import { filterAtAStatement } from './filter-at-a-statement.ts'
import { filterByDays, filterStatementsByDays, asked as names } from './filter-by-days.ts'
import { filterQuietly } from './filter-quietly.ts'
import { filterWithOffsets } from './filter-with-offsets.ts'
import { walkFiltered } from './walk-filtered.ts'

type Links = Readonly<Record<string, string>>

const list = (days: readonly string[], links: Links = {}) =>
  transactionsBody(
    days.map((day) => transaction(`t-${day}`, `${day}T20:46:00+04:00`)),
    links,
  )

/** A bank with two accounts, of which the second has what is wanted. */
const bank = (body: (asked: Asked) => unknown, refuses: (asked: Asked) => boolean = () => false) =>
  fakeSession({
    call(asked) {
      if (asked.operation === accounts) return { body: accountsBody('a1', 'a2') }
      if (refuses(asked)) return { status: 400 }
      return { body: asked.options.path?.AccountId === 'a1' ? list([]) : body(asked) }
    },
  })
const queries = (session: ReturnType<typeof bank>) =>
  session.asked.flatMap(({ options }) => (options.query === undefined ? [] : [options.query]))

describe('filterByDays', () => {
  it('asks one thing each, counted from the day of the session', async () => {
    const session = bank(() => list([]))
    const { probes } = await filterByDays.run(session)
    const { days: _, ...ofTransactions } = names
    expect(probes.map(({ name }) => name)).toEqual(Object.values(ofTransactions))
    expect(queries(session)).toEqual([
      { fromBookingDateTime: '2026-05-22T00:00:00Z', toBookingDateTime: '2026-05-18T23:59:59Z' },
      { toBookingDateTime: '2026-06-04T00:00:00Z' },
      { fromBookingDateTime: '2026-07-01T00:00:00Z' },
      { fromBookingDateTime: '2024-06-03T00:00:00Z' },
      { fromBookingDateTime: '2026-05-02T00:00:00Z' },
      { fromBookingDateTime: '2026-05-02T00:00:00+04:00' },
      { fromBookingDateTime: '2026-05-02T00:00:00' },
      { fromBookingDateTime: '2026-05-02' },
    ])
  })
})

describe('filterStatementsByDays', () => {
  it('asks with days, of the first account that has the list', async () => {
    const session = bank(
      () => list([]),
      ({ options }) => options.path?.AccountId === 'a1',
    )
    await filterStatementsByDays.run(session)
    expect(queries(session)).toEqual([
      { fromStatementDate: '2026-05-22', toStatementDate: '2026-05-18' },
      { toStatementDate: '2026-06-04' },
      { fromStatementDate: '2026-07-01' },
      { fromStatementDate: '2024-06-03' },
      { fromStatementDate: '2025-04-27', toStatementDate: '2026-05-02' },
    ])
  })

  it('is inconclusive where no account has it', async () => {
    const refused = filterStatementsByDays.run(
      bank(
        () => list([]),
        () => true,
      ),
    )
    await expect(refused).rejects.toThrow(/was answered with 400, 400 for every active account/)
  })
})

describe('filterAtAStatement', () => {
  const of = (...days: readonly string[]) => ({ Data: { Statements: days.map((OpeningDate) => ({ OpeningDate })) } })

  it('takes the first day of a statement in the middle', async () => {
    const session = bank(() => of('2026-03-01', '2026-02-01', '2026-01-01'))
    expect((await filterAtAStatement.run(session)).day).toBe('2026-02-01')
    expect(queries(session).slice(-2)).toEqual([{ fromStatementDate: '2026-02-01' }, { toStatementDate: '2026-02-01' }])
  })

  it('is inconclusive where there are too few', async () => {
    await expect(filterAtAStatement.run(bank(() => of('2026-03-01')))).rejects.toThrow(/three statements/)
  })
})

describe('filterQuietly', () => {
  it('takes the first account with days without a booking', async () => {
    const session = bank(({ options }) => list(options.query === undefined ? ['2026-05-20', '2026-05-15'] : []))
    const { quiet, busy } = await filterQuietly.run(session)
    expect([quiet.name, busy.name]).toEqual(['a day without bookings', 'a day with bookings'])
    expect(queries(session)).toEqual([
      { fromBookingDateTime: '2026-05-17T00:00:00Z', toBookingDateTime: '2026-05-17T23:59:59Z' },
      { fromBookingDateTime: '2026-05-15T00:00:00Z', toBookingDateTime: '2026-05-15T23:59:59Z' },
    ])
  })

  it('looks at further pages, three at most', async () => {
    const next = { Next: 'https://rs1.bank.example/accounts/a2/transactions?page=2' }
    const session = bank(() => list(['2026-05-20', '2026-05-19'], next))
    await expect(filterQuietly.run(session)).rejects.toThrow(/three days in a row without a booking/)
    expect(queries(session)).toHaveLength(2)
  })
})

describe('filterWithOffsets', () => {
  it('writes one time of day with two offsets, close to a booking', async () => {
    const session = bank(() => list(['2026-05-20', '2026-05-15', '2026-05-10']))
    const ways = await filterWithOffsets.run(session)
    expect(ways.map(({ name }) => name)).toEqual([
      'fromBookingDateTime=2026-05-15T18:46:00+04:00',
      'fromBookingDateTime=2026-05-15T22:46:00+04:00',
    ])
    expect(queries(session).map(({ fromBookingDateTime }) => fromBookingDateTime)).toEqual([
      '2026-05-15T18:46:00Z',
      '2026-05-15T18:46:00+04:00',
      '2026-05-15T18:46:00Z',
      '2026-05-15T22:46:00Z',
      '2026-05-15T22:46:00+04:00',
      '2026-05-15T22:46:00Z',
    ])
  })

  it('is inconclusive where nothing is old enough', async () => {
    await expect(filterWithOffsets.run(bank(() => list(['2026-05-31'])))).rejects.toThrow(/more than three days old/)
  })
})

describe('walkFiltered', () => {
  const url = (page: number) => `https://rs1.bank.example/accounts/a2/transactions?page=${page}`
  const pages = ({ options }: Asked) =>
    options.query?.followed === undefined
      ? list(['2026-05-20'], { Next: url(2) })
      : list(['2026-05-12', '2026-05-11', '2026-05-10'])

  it('filters from a day of the second page, and reads to the end', async () => {
    const session = bank(pages)
    const { from, pages: read } = await walkFiltered.run(session)
    expect(from).toBe('2026-05-11')
    expect(read).toHaveLength(2)
    expect(queries(session)).toContainEqual({ fromBookingDateTime: '2026-05-11T00:00:00Z' })
  })

  it('is inconclusive where no account has a second page, or the filter is refused', async () => {
    await expect(walkFiltered.run(bank(() => list(['2026-05-20'])))).rejects.toThrow(/more than one page/)
    const refuses = ({ options }: Asked) => options.query?.fromBookingDateTime !== undefined
    await expect(walkFiltered.run(bank(pages, refuses))).rejects.toThrow(/was answered with 400/)
  })
})
