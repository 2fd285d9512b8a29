import { describe, expect, it } from 'vitest'
import type { Authorisation } from '../../../../engine/session.ts'
import type { Sample } from '../../../../testing/exchange.ts'
import { type Answers, type Asked, fakeSession } from '../../../../testing/session.ts'
import { account, accounts, allBalances, balances, transactions } from '../../operations.ts'
import { readEach } from '../table.ts'
import { askForUnclaimed } from './ask-for-unclaimed.ts'
import { filterTransactions } from './filter-lists.ts'
import { readEveryAccount } from './read-every-account.ts'
import { readAllInBulk } from './read-in-bulk.ts'
import { readMandatory } from './read-mandatory.ts'
import { readBasicViews } from './read-narrowly.ts'
import { readWithinDays } from './read-within-days.ts'
import { walkFiltered, walkTransactions } from './walk-transactions.ts'

const listed: Sample = {
  body: { Data: { Account: [{ AccountId: 'a1' }, { AccountId: 'closed', Status: 'Disabled' }, { AccountId: 'a2' }] } },
}
const booked = (...days: readonly number[]) =>
  days.map((day) => ({ BookingDateTime: `2026-05-0${day}T09:00:00Z`, Status: 'Booked' }))
const bank = (more: (asked: Asked) => Sample = () => ({}), others: Partial<Answers> = {}) =>
  fakeSession({ call: (asked) => (asked.operation === accounts ? listed : more(asked)), ...others })
const accountsOf = (session: { readonly asked: readonly Asked[] }, operation: string) =>
  session.asked.flatMap((one) => (one.operation === operation ? [one.options.path?.AccountId] : []))
const purposes = ({ asked }: { readonly asked: readonly Asked[] }) => asked.map(({ options }) => options.purpose)

describe('reads', () => {
  it('of what every bank has use ids of the same consent', async () => {
    const session = bank()
    const { calls, products } = await readMandatory.run(session)
    expect(calls).toHaveLength(5)
    expect(accountsOf(session, balances)).toEqual(['a1'])
    expect(products).toHaveProperty('exchange')
  })

  it('of every account go to all that the list names', async () => {
    const session = bank()
    await readEveryAccount.run(session)
    expect(accountsOf(session, account)).toEqual(['a1', 'closed', 'a2'])
  })

  it('in bulk come with those of each account', async () => {
    const session = bank()
    const { singles } = await readAllInBulk[0].run(session)
    expect(session.asked.map(({ operation }) => operation)).toContain(allBalances)
    expect(singles.map((one) => one.account)).toEqual(['a1', 'a2'])
  })

  it('are there for each operation that a profile may claim, with its claim', () => {
    expect(readEach).toHaveLength(26)
    expect(readEach.find(({ id }) => id.endsWith('/file'))?.needs).toEqual(['accounts', 'statement-files'])
  })

  it('of what a bank need not have say what a profile with it claims', async () => {
    const asked = await askForUnclaimed.run(bank())
    expect(asked.map(({ claim }) => claim)).toContain('all-offers')
    expect(asked.map(({ claim }) => claim)).not.toContain('balances')
  })
})

describe('filters', () => {
  it('look at a day in the middle of those that there are', async () => {
    const session = bank(() => ({ body: { Data: { Transaction: booked(3, 1, 5) } } }))
    const { days, probes } = await filterTransactions.run(session)
    expect([days, probes.length]).toEqual([{ from: '2026-05-03', to: '2026-05-03' }, 5])
    expect(session.asked[2]?.options.query).toEqual({
      fromBookingDateTime: '2026-05-03T00:00:00',
      toBookingDateTime: '2026-05-03T23:59:59',
    })
  })

  it.each([
    ['all is on one day', { body: { Data: { Transaction: booked(3) } } }, 'no account has transactions on two days'],
    ['all is refused', { status: 403 }, `${transactions} was answered with 403`],
  ])('are inconclusive where %s', async (_, answer, message) => {
    await expect(filterTransactions.run(bank(() => answer))).rejects.toThrow(message)
  })
})

const pages = ({ options }: Asked): Sample => {
  const followed = options.query?.followed
  const links = followed === 'https://rs1.bank.example/2' ? { Prev: 'https://rs1.bank.example/1' } : {}
  const next = followed === undefined && options.path?.AccountId === 'a2' ? { Next: 'https://rs1.bank.example/2' } : {}
  return { body: { Data: { Transaction: booked(1, 2) }, Links: { ...links, ...next } } }
}

describe('walks', () => {
  it('go through the first account of several pages, and back from the second page', async () => {
    const session = bank(pages)
    const walked = await walkTransactions.run(session)
    expect([walked.pages.length, walked.again === undefined]).toEqual([2, false])
    expect(walked.back).toHaveProperty('exchange')
    expect(accountsOf(session, transactions)).toEqual(['a1', 'a2', 'a2', undefined, 'a2', undefined])
  })

  it('of a filter begin at a day of the second page', async () => {
    const session = bank(pages)
    expect((await walkFiltered.run(session)).from).toBe('2026-05-02')
    expect(session.asked.find(({ options }) => options.purpose === 'page 1, filtered')?.options.query).toEqual({
      fromBookingDateTime: '2026-05-02T00:00:00',
    })
  })

  it('end with the first page where no account has another, and take one that says that there is', async () => {
    const more = (asked: Asked): Sample => ({
      body: { Meta: { TotalPages: asked.options.path?.AccountId === 'a2' ? 3 : 1 } },
    })
    const session = bank(more)
    expect(await walkTransactions.run(session)).toEqual({ pages: [expect.objectContaining({ id: 'x3' })] })
    expect(accountsOf(session, transactions)).toEqual(['a1', 'a2'])
    expect(await walkFiltered.run(bank())).not.toHaveProperty('from')
  })

  it('are inconclusive where no transactions are given', async () => {
    const none = bank(() => ({ status: 403 }))
    await expect(walkTransactions.run(none)).rejects.toThrow('the transactions of no account were given')
  })
})

describe('narrow consents', () => {
  it('read what they permit, and what they do not', async () => {
    const session = bank()
    const { basics, forbidden, direction } = await readBasicViews.run(session)
    expect([basics.length, forbidden.length, direction]).toEqual([4, 2, 'Credit'])
    expect(purposes(session).filter((one) => one === 'without its permission')).toHaveLength(2)
  })

  const yes = (): Authorisation => ({ outcome: 'code', exchanges: [] })

  it('are given for days in the middle of what was booked', async () => {
    const session = bank(() => ({ body: { Data: { Transaction: booked(1, 2, 3, 4, 5, 6) } } }), {
      authorise: yes,
      grant: () => ({ body: { access_token: 't' } }),
    })
    const { from, to, pages: read } = await readWithinDays.run(session)
    expect([from, to, read.length]).toEqual(['2026-05-03', '2026-05-05', 2])
    expect(session.asked.slice(-2).every(({ options }) => options.bearer !== undefined)).toBe(true)
  })

  it('are inconclusive where the user does not give one, or too little was booked', async () => {
    const some = () => ({ body: { Data: { Transaction: booked(1, 2, 3, 4, 5) } } })
    const no = bank(some, { authorise: () => ({ outcome: 'page', exchanges: [] }) })
    await expect(readWithinDays.run(no)).rejects.toThrow("the user's consent did not come")
    const little = bank(() => ({ body: { Data: { Transaction: booked(1, 2) } } }))
    await expect(readWithinDays.run(little)).rejects.toThrow('no account has booked transactions on four days')
  })
})
