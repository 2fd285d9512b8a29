import { describe, expect, it } from 'vitest'
import { type Asked, fakeSession } from '../../../../testing/session.ts'
import { accountsBody, transaction, transactionsBody } from '../../../../testing/uae-hub.ts'
import { accounts } from '../../operations.ts'
import { filterAtARecord } from './filter-at-a-record.ts'

const date = '2026-05-03T15:46:00+04:00'
const local = '2026-05-03T15:46:00'
const record = transaction('t1', date)
const recent = transaction('t0', '2026-05-31T15:46:00Z')
const pending = transaction('t9', date, { Status: 'Pending' })

/** A bank with these answers to unfiltered and to filtered reads. */
const bank = (unfiltered: readonly object[], filtered: (asked: Asked) => object, pages = 20) =>
  fakeSession({
    limits: { pages },
    call(asked) {
      if (asked.operation === accounts) return { body: accountsBody('a1') }
      if (Object.keys(asked.options.query ?? {}).length === 0) {
        return { body: transactionsBody(unfiltered as readonly Record<string, unknown>[]) }
      }
      return filtered(asked)
    },
  })

describe('filterAtARecord', () => {
  it('takes a booked record of long ago, and its date-time as printed', async () => {
    const session = bank([recent, pending, record], () => ({ body: transactionsBody([record]) }))
    const evidence = await filterAtARecord.run(session)
    expect(evidence).toMatchObject({ recordId: 't1', stillThere: true })
    expect(evidence.bounds.map(({ name, value, found }) => [name, value, found])).toEqual([
      ['fromBookingDateTime', local, true],
      ['toBookingDateTime', local, true],
    ])
  })

  it('says that a record is missing once the answer was read to its end', async () => {
    const { bounds } = await filterAtARecord.run(bank([record], () => ({ body: transactionsBody([]) })))
    expect(bounds.map(({ found, complete }) => [found, complete])).toEqual([
      [false, true],
      [false, true],
    ])
  })

  it('looks on further pages', async () => {
    const next = 'https://rs1.bank.example/transactions?page=2'
    const session = bank([record], ({ options }) =>
      options.query?.followed === next
        ? { url: next, body: transactionsBody([record]) }
        : { body: transactionsBody([], { Next: next }) },
    )
    const { bounds } = await filterAtARecord.run(session)
    expect(bounds.every(({ found, pages }) => found && pages.length === 2)).toBe(true)
  })

  it('does not call an answer complete that it gave up reading', async () => {
    let page = 1
    const session = bank(
      [record],
      () => {
        page += 1
        return { body: transactionsBody([], { Next: `https://rs1.bank.example/transactions?page=${page}` }) }
      },
      3,
    )
    const { bounds } = await filterAtARecord.run(session)
    expect(bounds.map(({ found, complete, pages }) => [found, complete, pages.length])).toEqual([
      [false, false, 3],
      [false, false, 3],
    ])
  })

  it('keeps the offset of the record where one is demanded', async () => {
    const session = bank([record], ({ options }) =>
      Object.values(options.query ?? {}).some((value) => value === date)
        ? { body: transactionsBody([record]) }
        : { status: 400 },
    )
    const { bounds } = await filterAtARecord.run(session)
    expect(bounds.map(({ value, found }) => [value, found])).toEqual([
      [date, true],
      [date, true],
    ])
  })

  it('does not call a failed answer complete', async () => {
    const { bounds } = await filterAtARecord.run(bank([record], () => ({ status: 500 })))
    expect(bounds.every(({ complete }) => !complete)).toBe(true)
  })

  it('is inconclusive without a booked record of long ago', async () => {
    const run = filterAtARecord.run(bank([recent, pending], () => ({})))
    await expect(run).rejects.toThrow(/no active account has a booked transaction/)
  })
})
