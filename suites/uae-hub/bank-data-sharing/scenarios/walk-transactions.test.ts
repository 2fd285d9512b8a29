import { describe, expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { type Asked, fakeSession } from '../../../../testing/session.ts'
import { accountsBody, transactionsBody } from '../../../../testing/uae-hub.ts'
import { accounts } from '../../operations.ts'
import { walkTransactions } from './walk-transactions.ts'

const url = (page: number) => `https://rs1.bank.example/transactions?page=${page}`
const pageAsked = ({ options }: Asked): number => Number(/page=(\d+)/.exec(options.query?.followed ?? 'page=1')?.[1])

/** A bank whose account a2 has pages; `links` says what stands on each. */
const bank = (links: (page: number) => Record<string, string>, total = 3, pages = 20) =>
  fakeSession({
    limits: { pages },
    call(asked) {
      if (asked.operation === accounts) return { body: accountsBody('a1', 'a2') }
      if (asked.options.path?.AccountId === 'a1') return { body: transactionsBody([]) }
      return { url: url(pageAsked(asked)), body: transactionsBody([], links(pageAsked(asked)), { TotalPages: total }) }
    },
  })

const upTo = (last: number) => (page: number) => (page < last ? { Next: url(page + 1) } : {}) as Record<string, string>

describe('walkTransactions', () => {
  it('takes the first account with several pages, and walks once when all fits', async () => {
    const { first, second } = await walkTransactions.run(bank(upTo(3)))
    expect(first.pages.map(({ request }) => request.url)).toEqual([url(1), url(2), url(3)])
    expect(first.end).toBe('no next')
    expect(second).toBeUndefined()
  })

  it('reads the first page once more at the end', async () => {
    const { again } = await walkTransactions.run(bank(upTo(3)))
    expect(again.request.url).toBe(url(1))
  })

  it('walks again when something does not fit', async () => {
    const { second } = await walkTransactions.run(bank(upTo(3), 4))
    expect(second?.pages).toHaveLength(3)
  })

  it('ends at a loop', async () => {
    const { first } = await walkTransactions.run(bank((page) => ({ Next: url(Math.min(page + 1, 2)) })))
    expect(first).toMatchObject({ end: 'seen before', pages: { length: 2 } })
  })

  it('gives up five pages beyond TotalPages', async () => {
    const { first, second } = await walkTransactions.run(bank((page) => ({ Next: url(page + 1) }), 1))
    expect(first).toMatchObject({ end: 'too long', pages: { length: 6 } })
    expect(second?.end).toBe('too long')
  })

  it('keeps to the limit of pages', async () => {
    const { first } = await walkTransactions.run(bank((page) => ({ Next: url(page + 1) }), 9, 4))
    expect(first).toMatchObject({ end: 'limit', pages: { length: 4 } })
  })

  it('stops at a page that is refused', async () => {
    const session = fakeSession({
      call(asked) {
        if (asked.operation === accounts) return { body: accountsBody('a1') }
        return asked.options.query === undefined ? { body: transactionsBody([], { Next: url(2) }) } : { status: 404 }
      },
    })
    expect((await walkTransactions.run(session)).first.end).toBe('not a page')
  })

  it('says so when no account gave a page at all', async () => {
    const session = fakeSession({
      call: (asked) => (asked.operation === accounts ? { body: accountsBody('a1', 'a2') } : { status: 403 }),
    })
    await expect(walkTransactions.run(session)).rejects.toThrow(/was answered with 403, 403 for every active account/)
  })

  it('is inconclusive when every account fits on one page', async () => {
    const one = walkTransactions.run(bank(() => ({})))
    await expect(one).rejects.toThrow(Inconclusive)
    await expect(one).rejects.toThrow(/no active account has more than one page/)
  })
})
