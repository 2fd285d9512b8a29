import { expect, it } from 'vitest'
import { fakeSession } from '../../../../testing/session.ts'
import { accountsBody } from '../../../../testing/uae-hub.ts'
import { accounts } from '../../operations.ts'
import { varyHeaders } from './vary-headers.ts'

const bank = (status: (purpose: string, count: number) => number) =>
  fakeSession({
    call: ({ operation, options, count }) =>
      operation === accounts ? { body: accountsBody('a1') } : { status: status(options.purpose ?? '', count) },
  })

it('differs from a good call of a customer in one thing each', async () => {
  const session = bank(() => 200)
  const { probes } = await varyHeaders.run(session)
  const [good, ...others] = session.asked.slice(1)
  expect(good?.options.headers).toMatchObject({ 'x-fapi-customer-ip-address': '203.0.113.7' })
  expect(others).toHaveLength(probes.length)
  const named = others.find(({ options }) => options.purpose === 'no Accept')
  expect(named?.options.headers).toEqual({ ...good?.options.headers, accept: undefined })
  expect(others.filter(({ options }) => options.query?.foo === '1')).toHaveLength(1)
  expect(others.every(({ options }) => options.path?.AccountId === 'a1')).toBe(true)
})

it('asks once more after a 500', async () => {
  const session = bank((purpose) => (purpose.startsWith('no Accept') ? 500 : 200))
  await varyHeaders.run(session)
  const purposes = session.asked.map(({ options }) => options.purpose)
  expect(purposes.filter((one) => one?.startsWith('no Accept'))).toEqual(['no Accept', 'no Accept, again'])
})

it('gives no evidence when the good call is refused', async () => {
  await expect(varyHeaders.run(bank(() => 403))).rejects.toThrow(/although nothing was wrong with the call/)
})
