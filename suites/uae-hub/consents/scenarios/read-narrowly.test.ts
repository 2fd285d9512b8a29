import { describe, expect, it } from 'vitest'
import type { Push } from '../../../../engine/session.ts'
import type { Sample } from '../../../../testing/exchange.ts'
import { type Asked, fakeSession } from '../../../../testing/session.ts'
import { consentBody, transaction, transactionsBody } from '../../../../testing/uae-hub.ts'
import { accounts, consent } from '../../operations.ts'
import { windowIn } from '../booked.ts'
import { readNarrowly } from './read-narrowly.ts'

const days = ['29', '28', '26', '25', '24', '20', '19', '18']
const booked = days.map((day) => transaction(`t${day}`, `2026-05-${day}T10:00:00+04:00`))
const list = (...kinds: readonly string[]): Sample => ({
  body: {
    Data: {
      Account: kinds.map((AccountSubType, index) => ({ AccountId: `a${index + 1}`, Status: 'Active', AccountSubType })),
    },
  },
})

const bankOf = (narrow: (asked: Asked) => readonly object[]) =>
  fakeSession({
    call(asked) {
      const { operation, options } = asked
      if (operation === consent) return { body: consentBody() }
      if (operation === accounts) return list(...(options.bearer ? ['Savings'] : ['Savings', 'CurrentAccount']))
      return { body: transactionsBody((options.bearer ? narrow(asked) : booked) as never) }
    },
    push: () => ({ consentId: 'consent-9', requestUri: 'urn:1' }) as Partial<Push>,
    authorise: () => ({ outcome: 'code', exchanges: [] }),
    grant: () => ({ body: { access_token: 'a', expires_in: 600 } }),
  })

describe('readNarrowly', () => {
  it('asks for days that have bookings, between others, and for the kind of that account', async () => {
    const needs: unknown[] = []
    const bank = bankOf(() => booked.slice(1, 5))
    const push: typeof bank.push = (options) => {
      needs.push(options.need)
      return bank.push(options)
    }
    const evidence = await readNarrowly.run({ ...bank, push })
    expect(needs).toEqual([
      {
        permissions: ['ReadAccountsBasic', 'ReadTransactionsBasic'],
        fromDate: '2026-05-24',
        toDate: '2026-05-28',
        accountSubTypes: ['Savings'],
      },
    ])
    expect(evidence).toMatchObject({ from: '2026-05-24', to: '2026-05-28', kinds: ['Savings'], again: [] })
    expect([evidence.whole.length, evidence.clipped.length]).toEqual([8, 8])
    const filtered = bank.asked.find(({ options }) => options.query?.fromBookingDateTime !== undefined)
    expect(filtered?.options.query).toEqual({ fromBookingDateTime: '2026-05-18T00:00:00' })
  })

  it('reads without bounds once more where something is missing', async () => {
    const { again } = await readNarrowly.run(bankOf(() => booked.slice(2, 4)))
    expect(again).toHaveLength(8)
  })

  it('is inconclusive without enough days', async () => {
    const bank = fakeSession({
      call: ({ operation }) =>
        operation === accounts ? list('Savings') : { body: transactionsBody(booked.slice(0, 2) as never) },
    })
    await expect(readNarrowly.run(bank)).rejects.toThrow('no active account has booked transactions on three days')
  })
})

describe('windowIn', () => {
  const now = new Date('2026-06-01T08:00:00Z')
  const page = undefined as never
  const on = (...dates: readonly string[]) => dates.map((at, index) => ({ id: `t${index}`, at, from: page }))

  it('leaves out what is too fresh, what two readings put on two days, and one day on either side', () => {
    expect(
      windowIn(
        on(
          '2026-05-31T10:00:00Z',
          '2026-05-30T10:00:00Z',
          '2026-05-29T10:00:00Z',
          '2026-05-28T22:00:00Z',
          '2026-05-27T10:00:00Z',
          '2026-05-26T10:00:00Z',
        ),
        now,
      ),
    ).toEqual({ from: '2026-05-27', to: '2026-05-29' })
  })

  it('finds none in fewer than three days', () => {
    expect(windowIn(on('2026-05-30T10:00:00Z', '2026-05-29T10:00:00Z'), now)).toBeUndefined()
  })
})
