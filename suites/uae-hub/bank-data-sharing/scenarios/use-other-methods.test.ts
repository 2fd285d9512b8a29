import { expect, it } from 'vitest'
import { fakeSession } from '../../../../testing/session.ts'
import { useOtherMethods } from './use-other-methods.ts'

it('asks with methods that make nothing, after the good call', async () => {
  const session = fakeSession({ call: ({ count }) => ({ status: count === 0 ? 200 : 405 }) })
  const { probes } = await useOtherMethods.run(session)
  expect(session.asked.map(({ options }) => options.method)).toEqual([undefined, 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
  expect(probes.map(({ name }) => name)).toEqual(['PUT', 'DELETE', 'OPTIONS', 'TRACE'])
})

it('is nothing for production', () => expect(useOtherMethods.notInProduction).toBe(true))
